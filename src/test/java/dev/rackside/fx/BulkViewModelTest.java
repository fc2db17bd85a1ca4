package dev.rackside.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.fault.Violation;
import dev.rackside.row.Bulk;
import dev.rackside.row.BulkChange;
import dev.rackside.row.BulkChange.Put;
import dev.rackside.row.BulkPlan;
import dev.rackside.row.BulkResult;
import dev.rackside.row.Order;
import dev.rackside.row.Versioned;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BulkViewModelTest {

    private static final BulkChange NINE = BulkChange.NOTHING.and(new Put("priority", 9));

    private final DirectBackground background = Background.direct();
    private final PagedRows<ManyRows.Line> rows = new PagedRows<>(background, Order.by("number"));
    private final ObservableSet<UUID> marked = FXCollections.observableSet();
    private final Notes notes = new Notes();
    private final List<String> written = new ArrayList<>();
    private final BulkViewModel<Note> model = new BulkViewModel<>(background, notes, rows, marked,
            () -> written.add("written"));
    private final BulkWords<Note> words = new BulkWords<>(Note::title,
            Map.of("priority", new BulkWords.Component("insight.priority", null, null)));

    /** What a row is in this test. */
    public record Note(String title, int priority) {}

    @Test
    void whatIsMarkedIsLookedUpAsItIsChosen() {
        rows.source(new ManyRows(20));
        mark(1, 2, 3);
        notes.values.put(ManyRows.id(2), new Note("two", 9));
        model.open();
        assertThat(model.count().get()).isEqualTo(3);
        assertThat(model.plan().get()).isNull();

        model.choose(NINE);

        var plan = plan();
        assertThat(plan.items()).hasSize(3);
        assertThat(plan.writable()).hasSize(2);
        assertThat(plan.items()).extracting(item -> words.what(item, plan.names()))
                .containsOnly("Priority 5 → 9", "It is so already.");
        assertThat(BulkWords.summary(plan)).isEqualTo("2 change, 1 is so already.");
        marked.remove(ManyRows.id(1));
        assertThat(plan().items()).hasSize(2);
        assertThat(notes.writes).isZero();
    }

    @Test
    void withoutMarksAllThatMatchAreMeantAndFollowTheFilter() {
        rows.source(new ManyRows(250));
        model.open();
        model.choose(NINE);
        assertThat(model.all().get()).isTrue();
        assertThat(plan().items()).hasSize(250);

        rows.source(new ManyRows(30));
        assertThat(plan().items()).hasSize(30);

        rows.source(new ManyRows(Bulk.MOST_ROWS + 1));
        assertThat(model.tooMany()).isTrue();
        assertThat(model.plan().get()).isNull();
        model.write();
        assertThat(notes.writes).isZero();

        model.close();
        assertThat(model.count().get()).isZero();
    }

    @Test
    void whatWasWrittenIsSaidAndTakenBackOnce() {
        rows.source(new ManyRows(20));
        mark(1, 2, 3);
        model.open();
        model.choose(NINE);
        notes.changedMeanwhile.add(ManyRows.id(3));

        model.write();

        assertThat(marked).isEmpty();
        assertThat(written).hasSize(1);
        assertThat(BulkWords.outcome(done())).isEqualTo("2 changed, 1 left alone.");
        assertThat(model.undoable().get()).isTrue();

        model.takeBack();
        assertThat(BulkWords.outcome(done())).isEqualTo("2 taken back.");
        assertThat(notes.note(ManyRows.id(1)).priority()).isEqualTo(5);
        assertThat(model.undoable().get()).isFalse();
        model.takeBack();
        assertThat(notes.backs).isOne();
    }

    @Test
    void whatWasNotReachedCanBeTakenBackAgain() {
        rows.source(new ManyRows(20));
        mark(1, 2);
        model.open();
        model.choose(NINE);
        model.write();
        notes.away = true;

        model.takeBack();
        assertThat(BulkWords.outcome(done())).startsWith("0 taken back, 2 not reached. The server");
        assertThat(model.undoable().get()).isTrue();
        notes.away = false;
        model.takeBack();

        assertThat(notes.note(ManyRows.id(2)).priority()).isEqualTo(5);
        assertThat(model.undoable().get()).isFalse();
    }

    private void mark(int... numbers) {
        for (var number : numbers) {
            marked.add(ManyRows.id(number));
        }
    }

    private BulkPlan<Note> plan() {
        return Objects.requireNonNull(model.plan().get());
    }

    private BulkViewModel.Done<Note> done() {
        return Objects.requireNonNull(model.done().get());
    }

    /** A service whose rows stand in memory. */
    private static final class Notes implements Bulk<Note> {

        final Map<UUID, Note> values = new HashMap<>();
        final Set<UUID> changedMeanwhile = new HashSet<>();
        int writes;
        int backs;
        boolean away;

        Note note(UUID id) {
            return values.getOrDefault(id, new Note("Row " + id, 5));
        }

        @Override
        public BulkPlan<Note> plan(List<UUID> ids, BulkChange change) {
            return new BulkPlan<>(ids.stream().map(id -> {
                var after = change.applyTo(note(id));
                return new BulkPlan.Item<>(new Versioned<>(id, 0, note(id)), after,
                        after.equals(note(id)) ? Violation.of("", "bulk.why.already-so") : null);
            }).toList(), 0, Map.of());
        }

        @Override
        public BulkResult<Note> write(BulkPlan<Note> plan, Watch watch) {
            writes++;
            return all(plan.writable());
        }

        @Override
        public BulkResult<Note> takeBack(BulkResult<Note> done, Watch watch) {
            backs++;
            return all(done.written().stream().map(row -> new BulkPlan.Item<>(row.now(), row.before(), null)).toList());
        }

        private BulkResult<Note> all(List<BulkPlan.Item<Note>> items) {
            var done = new ArrayList<BulkResult.Written<Note>>();
            var left = new ArrayList<BulkResult.Left<Note>>();
            for (var item : items) {
                var id = item.row().id();
                if (away || changedMeanwhile.contains(id)) {
                    left.add(new BulkResult.Left<>(id, item.row().draft(), !away,
                            Violation.of("", "bulk.why.changed")));
                } else {
                    values.put(id, item.after());
                    done.add(new BulkResult.Written<>(item.row().draft(), new Versioned<>(id, 1, item.after())));
                }
            }
            @Nullable
            Problem stopped = away ? new Problem(ErrorCode.SERVER_UNREACHABLE, "db:3306") : null;
            return new BulkResult<>(done, left, stopped);
        }
    }
}
