package dev.rackside.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.fault.Problem;
import dev.rackside.row.Dependent;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DetailModelTest {

    private static final ManyRows.Line ONE = new ManyRows.Line(ManyRows.id(1), 1, "one");
    private static final ManyRows.Line TWO = new ManyRows.Line(ManyRows.id(2), 2, "two");

    private final List<UUID> deleted = new ArrayList<>();
    private @Nullable Problem broken;
    private final DetailModel<ManyRows.Line, String> model = new DetailModel<>(Background.direct(), this::read,
            id -> List.of(new Dependent("parts", id.getLeastSignificantBits(), true)), deleted::add);

    private String read(UUID id) {
        if (broken != null) {
            throw broken;
        }
        return "read " + id.getLeastSignificantBits();
    }

    @Test
    void rowIsThereAndThenTheRestOfIt() {
        model.show(ONE);
        assertThat(model.row().get()).isEqualTo(ONE);
        assertThat(model.detail().get()).isEqualTo("read 1");
    }

    @Test
    void nothingOfAnotherRowIsLeftWhereOneCannotBeRead() {
        model.show(ONE);
        broken = ManyRows.away();
        model.show(TWO);
        assertThat(model.detail().get()).isNull();
        assertThat(model.problem().get()).isEqualTo(broken);
        broken = null;
        model.retry();
        assertThat(model.detail().get()).isEqualTo("read 2");
        assertThat(model.problem().get()).isNull();
    }

    @Test
    void whatGoesWithARowIsCountedBeforeItGoes() {
        var counted = new ArrayList<Dependent>();
        model.beforeDelete(counted::addAll);
        model.delete(() -> deleted.add(ManyRows.id(0)));
        assertThat(counted).isEmpty();
        assertThat(deleted).isEmpty();

        model.show(TWO);
        model.beforeDelete(counted::addAll);
        assertThat(counted).containsExactly(new Dependent("parts", 2, true));
        assertThat(deleted).isEmpty();
        model.delete(() -> deleted.add(ManyRows.id(0)));
        assertThat(deleted).containsExactly(TWO.id(), ManyRows.id(0));
    }
}
