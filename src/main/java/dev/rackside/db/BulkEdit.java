package dev.rackside.db;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.fault.Violation;
import dev.rackside.row.Bulk;
import dev.rackside.row.BulkChange;
import dev.rackside.row.BulkPlan;
import dev.rackside.row.BulkPlan.Item;
import dev.rackside.row.BulkResult;
import dev.rackside.row.BulkResult.Left;
import dev.rackside.row.BulkResult.Written;
import dev.rackside.row.Versioned;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** The edit of many rows, whatever they are: what they are, a room tells. */
public final class BulkEdit<D extends Record> implements Bulk<D> {

    private static final int READ_AT_ONCE = 500;
    private static final int WRITTEN_AT_ONCE = 100;
    /** What may be wrong with one row among many that are all right. */
    private static final Set<ErrorCode> OF_ONE_ROW = EnumSet.of(ErrorCode.VALUE_REFUSED, ErrorCode.ALREADY_THERE,
            ErrorCode.DRAFT_INVALID, ErrorCode.ROW_GONE);

    /** What a room knows of its rows; each call with a session belongs to a transaction of the edit. */
    public interface Room<D extends Record> {

        /** The rows that are there, in any order. */
        List<Versioned<D>> load(StatelessSession session, List<UUID> ids);

        /** What else a change brings along: a moment at which something was done. */
        default D settled(StatelessSession session, D before, D after) {
            return after;
        }

        /** The rules that the rows would break, as a save of each would find; by the row's id. */
        Map<UUID, Violation> refusals(StatelessSession session, List<Item<D>> proposed);

        /** The update of the row's own table. */
        Edit edit(Versioned<D> loaded, D draft);

        /** What else is to be written for rows that were updated: their tags. */
        default void written(StatelessSession session, List<Item<D>> updated) {
        }

        /** The names of the rows of other lists that the drafts refer to. */
        Map<UUID, String> names(StatelessSession session, Set<UUID> ids);
    }

    private final Database database;
    private final Room<D> room;

    public BulkEdit(Database database, Room<D> room) {
        this.database = database;
        this.room = room;
    }

    @Override
    public BulkPlan<D> plan(List<UUID> ids, BulkChange change) {
        if (ids.size() > MOST_ROWS) {
            throw new IllegalArgumentException(ids.size() + " rows are too many");
        }
        var items = new ArrayList<Item<D>>();
        for (var some : chunks(ids, READ_AT_ONCE)) {
            items.addAll(database.read(session -> propose(session, some, change)));
        }
        var referred = new HashSet<UUID>();
        items.forEach(item -> item.differences().forEach(difference -> {
            if (difference.before() instanceof UUID id) {
                referred.add(id);
            }
            if (difference.after() instanceof UUID id) {
                referred.add(id);
            }
        }));
        Map<UUID, String> names = referred.isEmpty()
                ? Map.of()
                : database.read(session -> room.names(session, referred));
        return new BulkPlan<>(items, ids.size() - items.size(), names);
    }

    private List<Item<D>> propose(StatelessSession session, List<UUID> ids, BulkChange change) {
        var loaded = loaded(session, ids);
        var proposed = new ArrayList<Item<D>>();
        for (var id : ids) {
            var row = loaded.get(id);
            if (row != null) {
                var after = room.settled(session, row.draft(), change.applyTo(row.draft()));
                proposed.add(new Item<>(row, after, null));
            }
        }
        var refusals = room.refusals(session, proposed.stream().filter(BulkEdit::changes).toList());
        return proposed.stream().map(item -> changes(item)
                ? new Item<>(item.row(), item.after(), refusals.get(item.row().id()))
                : new Item<>(item.row(), item.after(), Violation.of("", "bulk.why.already-so"))).toList();
    }

    private static boolean changes(Item<?> item) {
        return !item.row().draft().equals(item.after());
    }

    @Override
    public BulkResult<D> write(BulkPlan<D> plan, Watch watch) {
        return new Run(true, watch).over(plan.writable());
    }

    /** What a row was before isn't held against it, odd as it may be. */
    @Override
    public BulkResult<D> takeBack(BulkResult<D> done, Watch watch) {
        return new Run(false, watch).over(done.written().stream()
                .map(row -> new Item<>(row.now(), row.before(), null)).toList());
    }

    private Map<UUID, Versioned<D>> loaded(StatelessSession session, List<UUID> ids) {
        var rows = new HashMap<UUID, Versioned<D>>();
        if (!ids.isEmpty()) {
            room.load(session, ids).forEach(row -> rows.put(row.id(), row));
        }
        return rows;
    }

    private static <T> List<List<T>> chunks(List<T> all, int size) {
        var chunks = new ArrayList<List<T>>();
        for (var from = 0; from < all.size(); from += size) {
            chunks.add(all.subList(from, Math.min(from + size, all.size())));
        }
        return chunks;
    }

    /** What came of one transaction. */
    private record Step<D extends Record>(List<Written<D>> written, List<Left<D>> left) {

        void leave(Item<D> item, Violation why) {
            left.add(new Left<>(item.row().id(), item.row().draft(), true, why));
        }
    }

    /** One way through all rows. */
    private final class Run {

        private final boolean byTheRules;
        private final Watch watch;
        private final List<Written<D>> written = new ArrayList<>();
        private final List<Left<D>> left = new ArrayList<>();

        Run(boolean byTheRules, Watch watch) {
            this.byTheRules = byTheRules;
            this.watch = watch;
        }

        BulkResult<D> over(List<Item<D>> items) {
            var done = 0;
            for (var some : chunks(items, WRITTEN_AT_ONCE)) {
                watch.at(done, items.size());
                if (watch.cancelled()) {
                    return stopped(items.subList(done, items.size()), null);
                }
                try {
                    transact(some);
                } catch (Problem problem) {
                    return stopped(items.subList(done, items.size()), problem);
                }
                done += some.size();
            }
            return new BulkResult<>(written, left, null);
        }

        /** What was not reached; rows of a commit whose outcome nobody knows may have been written. */
        private BulkResult<D> stopped(List<Item<D>> rest, @Nullable Problem problem) {
            var reported = new HashSet<UUID>();
            written.forEach(row -> reported.add(row.now().id()));
            left.forEach(row -> reported.add(row.id()));
            var why = problem != null && problem.code() == ErrorCode.OUTCOME_UNKNOWN
                    ? "bulk.why.unknown"
                    : "bulk.why.not-reached";
            rest.stream().filter(item -> !reported.contains(item.row().id())).forEach(item -> left.add(
                    new Left<>(item.row().id(), item.row().draft(), false, Violation.of("", why))));
            return new BulkResult<>(written, left, problem);
        }

        /** What is wrong with one row is that row's affair; anything else ends the run. */
        private void transact(List<Item<D>> some) {
            try {
                take(attempt(some));
            } catch (Problem problem) {
                if (!OF_ONE_ROW.contains(problem.code())) {
                    throw problem;
                }
                if (some.size() > 1) {
                    some.forEach(item -> transact(List.of(item)));
                } else {
                    var item = some.getFirst();
                    left.add(new Left<>(item.row().id(), item.row().draft(), true, Violation.of("",
                            "problem." + problem.code().key() + ".what", problem.arguments().toArray())));
                }
            }
        }

        private void take(Step<D> step) {
            written.addAll(step.written());
            left.addAll(step.left());
        }

        private Step<D> attempt(List<Item<D>> some) {
            var last = new AtomicReference<Step<D>>();
            database.write(session -> {
                last.set(write(session, some));
                return true;
            }, session -> landed(session, Objects.requireNonNull(last.get())), true);
            return Objects.requireNonNull(last.get());
        }

        /** Whether a step whose commit was lost on the way arrived: the first row of it tells. */
        private boolean landed(StatelessSession session, Step<D> step) {
            return step.written().isEmpty() || step.written().getFirst().now()
                    .equals(loaded(session, List.of(step.written().getFirst().now().id()))
                            .get(step.written().getFirst().now().id()));
        }

        private Step<D> write(StatelessSession session, List<Item<D>> some) {
            var step = new Step<D>(new ArrayList<>(), new ArrayList<>());
            var now = loaded(session, ids(some));
            var same = new ArrayList<Item<D>>();
            for (var item : some) {
                var stands = now.get(item.row().id());
                if (stands == null) {
                    step.leave(item, Violation.of("", "bulk.why.gone"));
                } else if (!stands.equals(item.row())) {
                    step.leave(item, Violation.of("", "bulk.why.changed"));
                } else {
                    same.add(item);
                }
            }
            var updated = update(session, step, byTheRules ? allowed(session, step, same) : same);
            room.written(session, updated);
            var after = loaded(session, ids(updated));
            updated.forEach(item -> {
                var stands = after.get(item.row().id());
                if (stands != null) {
                    step.written().add(new Written<>(item.row().draft(), stands));
                }
            });
            return step;
        }

        private List<Item<D>> allowed(StatelessSession session, Step<D> step, List<Item<D>> same) {
            var refusals = room.refusals(session, same);
            var allowed = new ArrayList<Item<D>>();
            for (var item : same) {
                var refusal = refusals.get(item.row().id());
                if (refusal == null) {
                    allowed.add(item);
                } else {
                    step.leave(item, refusal);
                }
            }
            return allowed;
        }

        private List<Item<D>> update(StatelessSession session, Step<D> step, List<Item<D>> items) {
            var applied = Edit.applyAll(session,
                    items.stream().map(item -> room.edit(item.row(), item.after())).toList());
            var updated = new ArrayList<Item<D>>();
            for (var place = 0; place < items.size(); place++) {
                if (applied.get(place)) {
                    updated.add(items.get(place));
                } else {
                    step.leave(items.get(place), Violation.of("", "bulk.why.changed"));
                }
            }
            return updated;
        }

        private List<UUID> ids(List<Item<D>> items) {
            return items.stream().map(item -> item.row().id()).toList();
        }
    }
}
