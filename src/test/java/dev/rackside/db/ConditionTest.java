package dev.rackside.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.row.Cursor;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConditionTest {

    @Test
    void alternativesStayTogetherAmongWhatElseMustHold() {
        var condition = new Condition().and("r.a is null or r.a <> 'x'").and("r.b = :b", "b", 1)
                .and("r.c = 1\nOR r.d = 2");
        assertThat(condition.where())
                .isEqualTo(" where (r.a is null or r.a <> 'x') and r.b = :b and (r.c = 1\nOR r.d = 2)");
    }

    @Test
    void aWordThatHoldsAnOrIsNoAlternative() {
        assertThat(new Condition().and("r.priority = 1").and("r.vendor = 'org'").where())
                .isEqualTo(" where r.priority = 1 and r.vendor = 'org'");
    }

    @Test
    void withoutConditionsThereIsNone() {
        assertThat(new Condition().where()).isEmpty();
    }

    @Test
    void whatIsBeyondARowStaysTogetherToo() {
        var column = SortColumn.<Object>own("r.a", row -> row).then("r.b", row -> row);
        var beyond = Keyset.beyond(new Condition().and("r.c = 1"), column,
                new Cursor(List.of("x", 7, new UUID(0, 1))), false);
        assertThat(beyond.where()).isEqualTo(" where r.c = 1 and (r.a > :cursor0"
                + " or r.a = :cursor0 and r.b > :cursor1 or r.a = :cursor0 and r.b = :cursor1 and r.id > :cursorId)");
    }
}
