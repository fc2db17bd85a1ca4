package dev.rackside.fx;

import dev.rackside.row.Bulk;
import dev.rackside.row.BulkChange;
import dev.rackside.row.BulkPlan;
import dev.rackside.row.BulkResult;
import dev.rackside.text.Messages;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/**
 * The edit of many rows of a list: those that are marked, or all that the filter lets through. What a change would do
 * is looked up as it is chosen, then written, and taken back once.
 */
public final class BulkViewModel<D extends Record> {

    /** Many marks come at once when a person marks all. */
    private static final Duration SETTLE = Duration.ofMillis(40);

    /**
     * What was done last.
     *
     * @param back whether it was the way back
     */
    public record Done<D extends Record>(BulkResult<D> result, boolean back) {}

    private final Background background;
    private final Bulk<D> bulk;
    private final PagedRows<?> rows;
    private final ObservableSet<UUID> marked;
    private final Runnable onWritten;
    private final Slot planning;
    private final ReadOnlyBooleanWrapper all = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyLongWrapper count = new ReadOnlyLongWrapper();
    private final ReadOnlyObjectWrapper<@Nullable BulkPlan<D>> plan = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Done<D>> done = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Job<?>> running = new ReadOnlyObjectWrapper<>();
    private BulkChange change = BulkChange.NOTHING;
    private @Nullable BulkResult<D> lastWritten;
    private boolean settling;

    /** @param onWritten what happens after each writing, so that the list shows it */
    public BulkViewModel(Background background, Bulk<D> bulk, PagedRows<?> rows, ObservableSet<UUID> marked,
            Runnable onWritten) {
        this.background = background;
        this.bulk = bulk;
        this.rows = rows;
        this.marked = marked;
        this.onWritten = onWritten;
        planning = background.slot();
        marked.addListener((InvalidationListener) _ -> settle());
        rows.starts().addListener((_, _, _) -> all.set(all.get() && open.get()));
        rows.count().addListener((_, _, _) -> counted());
        all.addListener((_, _, _) -> recount());
    }

    private void settle() {
        if (!settling) {
            settling = true;
            background.after(SETTLE, () -> {
                settling = false;
                if (!marked.isEmpty()) {
                    all.set(false);
                }
                recount();
                lookUp();
            });
        }
    }

    /** Another filter while all are meant means others. */
    private void counted() {
        recount();
        if (all.get()) {
            lookUp();
        }
    }

    private void recount() {
        count.set(all.get() ? Math.max(0, rows.count().get()) : marked.size());
    }

    /** Opens the panel; where nothing is marked, for all that the filter lets through. */
    public void open() {
        if (running.get() == null) {
            if (marked.isEmpty()) {
                all.set(true);
            }
            change = BulkChange.NOTHING;
            plan.set(null);
            done.set(null);
            open.set(true);
        }
    }

    /** Opens the panel to say what was left alone. */
    public void report() {
        if (done.get() != null) {
            open.set(true);
        }
    }

    public void close() {
        planning.cancel();
        plan.set(null);
        open.set(false);
        if (marked.isEmpty()) {
            all.set(false);
        }
    }

    /** All that the filter lets through, instead of those that are marked. */
    public void chooseAll() {
        all.set(true);
        lookUp();
    }

    /** Nothing is marked any more. */
    public void clear() {
        all.set(false);
        marked.clear();
    }

    /** Looks what a change would do. */
    public void choose(BulkChange wish) {
        change = wish;
        lookUp();
    }

    private void lookUp() {
        plan.set(null);
        if (!open.get() || change.isEmpty() || count.get() == 0 || tooMany()) {
            planning.cancel();
            return;
        }
        var wish = change;
        var ids = all.get() ? allIds() : copyOfMarks();
        planning.run(() -> bulk.plan(ids.call(), wish), plan::set);
    }

    private Callable<List<UUID>> allIds() {
        var from = rows.source;
        var order = rows.order().get();
        return () -> from == null ? List.of() : from.ids(order, Bulk.MOST_ROWS);
    }

    private Callable<List<UUID>> copyOfMarks() {
        var ids = List.copyOf(marked);
        return () -> ids;
    }

    /** Whether there are more rows than can be looked over. */
    public boolean tooMany() {
        return count.get() > Bulk.MOST_ROWS;
    }

    /** Writes what the plan says. */
    public void write() {
        var shown = plan.get();
        if (shown != null && running.get() == null && !shown.writable().isEmpty()) {
            run(Messages.get("fx.bulk.job", shown.writable().size()),
                    progress -> bulk.write(shown, watch(progress)), this::written);
        }
    }

    private void written(BulkResult<D> result) {
        lastWritten = result;
        clear();
        tell(new Done<>(result, false));
    }

    /** Puts back what was written last, once; what wasn't reached can be tried again. */
    public void takeBack() {
        var last = lastWritten;
        if (last != null && undoable.get() && running.get() == null) {
            run(Messages.get("fx.bulk.undo.job", last.written().size()),
                    progress -> bulk.takeBack(last, watch(progress)), result -> tookBack(last, result));
        }
    }

    private void tookBack(BulkResult<D> last, BulkResult<D> result) {
        var again = new HashSet<UUID>();
        result.left().stream().filter(row -> !row.reached()).forEach(row -> again.add(row.id()));
        lastWritten = new BulkResult<>(
                last.written().stream().filter(row -> again.contains(row.now().id())).toList(), List.of(), null);
        tell(new Done<>(result, true));
    }

    private void tell(Done<D> what) {
        plan.set(null);
        undoable.set(lastWritten != null && !lastWritten.written().isEmpty());
        done.set(what);
        onWritten.run();
    }

    /** What was done last is no longer spoken of; it can still be taken back. */
    public void dismiss() {
        done.set(null);
    }

    private <T> void run(String title, Job.Work<T> work, Consumer<T> onDone) {
        planning.cancel();
        var job = background.jobInSteps(title, work, onDone);
        if (job.state().get() == Job.State.RUNNING) {
            running.set(job);
            job.state().addListener((_, _, _) -> running.set(null));
        }
    }

    private static Bulk.Watch watch(Job.Progress progress) {
        return new Bulk.Watch() {
            @Override
            public void at(int rowsDone, int of) {
                progress.at((double) rowsDone / of, Messages.get("fx.bulk.progress", rowsDone, of));
            }

            @Override
            public boolean cancelled() {
                return progress.cancelled();
            }
        };
    }

    /** Asks the writing to stop after the rows that it is at. */
    public void cancel() {
        var job = running.get();
        if (job != null) {
            job.cancel();
        }
    }

    /** Whether all that the filter lets through are meant. */
    public ReadOnlyBooleanProperty all() {
        return all.getReadOnlyProperty();
    }

    /** How many rows are meant. */
    public ReadOnlyLongProperty count() {
        return count.getReadOnlyProperty();
    }

    /** How many rows the filter lets through; -1 until they are counted. */
    public ReadOnlyLongProperty matching() {
        return rows.count();
    }

    /** Whether the panel is open. */
    public ReadOnlyBooleanProperty isOpen() {
        return open.getReadOnlyProperty();
    }

    /** What the chosen change would do; null while nobody knows. */
    public ReadOnlyObjectProperty<@Nullable BulkPlan<D>> plan() {
        return plan.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty planning() {
        return planning.busy();
    }

    /** What was done last; null where nothing was since the panel was opened. */
    public ReadOnlyObjectProperty<@Nullable Done<D>> done() {
        return done.getReadOnlyProperty();
    }

    /** The writing that is under way; null where there is none. */
    public ReadOnlyObjectProperty<@Nullable Job<?>> running() {
        return running.getReadOnlyProperty();
    }

    /** Whether what was written last can be taken back. */
    public BooleanExpression undoable() {
        return undoable.getReadOnlyProperty();
    }
}
