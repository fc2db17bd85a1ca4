package dev.rackside.fx;

import dev.rackside.fault.Problem;
import dev.rackside.row.Order;
import dev.rackside.row.Page;
import dev.rackside.row.Row;
import dev.rackside.row.Rows;
import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a {@link PagedTable} shows: a list of any length, loaded page by page as it is looked at. Belongs to a view
 * model, needs no toolkit, is used on the screen thread. Rows that are shown stay until newer ones are there.
 */
public final class PagedRows<R extends Row> {

    /** What there is to see. With rows on screen the state is READY even when the last read failed. */
    public enum State {
        LOADING, READY, EMPTY, ERROR
    }

    private static final Logger LOG = LoggerFactory.getLogger(PagedRows.class);
    private static final Duration POLL = Duration.ofSeconds(30);
    private static final Duration SETTLE = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofMillis(150);

    private final Background background;
    private final Slot reading;
    private final Slot counting;
    private final Slot polling;
    private final Alarm poll;
    private final PagedList<R> list = new PagedList<>();
    private final Wanted wanted = new Wanted();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyObjectWrapper<Order> order = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper slow = new ReadOnlyBooleanWrapper();
    private final ReadOnlyLongWrapper count = new ReadOnlyLongWrapper(-1);
    private final ReadOnlyLongWrapper newer = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper starts = new ReadOnlyLongWrapper();
    private final ObjectProperty<@Nullable R> selected = new SimpleObjectProperty<>();
    @Nullable
    Rows<R> source;
    private @Nullable Instant readAt;
    private Alarm settling = () -> {
    };
    private Alarm patience = () -> {
    };
    private Runnable again = () -> {
    };
    private boolean reloading;
    private boolean onScreen = true;
    private int pending = -1;
    private int longest = Integer.MAX_VALUE;

    /** Shows nothing yet; the order holds until the person chooses another. */
    public PagedRows(Background background, Order order) {
        this.background = background;
        this.order.set(order);
        reading = background.slot();
        counting = background.slot();
        polling = background.slot();
        reading.busy().addListener((_, _, busy) -> watch(busy));
        poll = background.every(POLL, this::poll);
    }

    /** Shows another list, or the same under another filter, from its first row on. */
    public void source(Rows<R> rows) {
        source = rows;
        count.set(-1);
        reload(true);
    }

    /** Orders the list otherwise and goes to its first row. */
    public void order(Order wish) {
        if (!wish.equals(order.get())) {
            order.set(wish);
            reload(true);
        }
    }

    /** Reads again what is on screen, and how many rows there are; the selection stays with its row. */
    public void refresh() {
        reload(false);
    }

    /** Reads the list anew from its first row on, where newer rows are. */
    public void fromStart() {
        reload(true);
    }

    /** Does again what failed last. */
    public void retry() {
        again.run();
    }

    /** Only lists on screen ask whether there are newer rows. */
    void onScreen(boolean there) {
        onScreen = there;
    }

    /** Stops asking for newer rows; for a screen that goes away for good. */
    public void close() {
        poll.cancel();
        reading.cancel();
        counting.cancel();
        polling.cancel();
    }

    /** The place is on screen: its page is loaded unless the person scrolls on before that. */
    public void want(int index) {
        var page = index / PagedList.PAGE;
        if (wanted.add(page, reloading || list.holds(page))) {
            settling.cancel();
            settling = background.after(SETTLE, this::loadNext);
        }
    }

    /** Selects the row at a place, as soon as it is loaded. */
    public void select(int index) {
        pending = index >= 0 && index < list.size() ? index : -1;
        keepSelection();
    }

    /** Where the selected row is; -1 where nothing is selected or its row isn't loaded. */
    public int selectedIndex() {
        var row = selected.get();
        return pending >= 0 ? pending : row == null ? -1 : list.find(row.id());
    }

    private void loadNext() {
        var from = source;
        if (from == null || reloading || reading.isBusy()) {
            return;
        }
        var page = wanted.next(list);
        if (page != null) {
            var request = Wanted.request(page, list, order.get());
            again = this::loadNext;
            reading.run(() -> from.page(request), read -> arrived(page, read), this::failed);
        }
    }

    private void arrived(int page, Page<R> read) {
        problem.set(null);
        list.put(page, new PagedList.Kept<>(read.rows(), read.first(), read.last()));
        var end = page * PagedList.PAGE + read.rows().size();
        if (end < Math.min((page + 1) * PagedList.PAGE, list.size())) {
            longest = end;
            list.resize(end);
            recount();
        }
        keepSelection();
        loadNext();
    }

    private void reload(boolean fromStart) {
        var from = source;
        if (from == null) {
            return;
        }
        wanted.clear();
        settling.cancel();
        counting.cancel();
        reloading = true;
        again = () -> reload(fromStart);
        if (list.isEmpty()) {
            state.set(State.LOADING);
        }
        var first = fromStart || list.isEmpty() ? 0 : wanted.firstOnScreen();
        var wish = order.get();
        reading.run(() -> Fresh.read(from, wish, first), fresh -> started(fresh, fromStart), this::failed);
    }

    private void started(Fresh<R> fresh, boolean fromStart) {
        reloading = false;
        longest = Integer.MAX_VALUE;
        pending = -1;
        problem.set(null);
        newer.set(0);
        readAt = fresh.read().readAt();
        var there = fresh.read().rows().size();
        var known = fresh.count() >= 0 ? fresh.count() : fromStart ? there : Math.max(list.size(), there);
        list.swap(fresh.pages(), (int) Math.min(known, Integer.MAX_VALUE));
        state.set(list.isEmpty() ? State.EMPTY : State.READY);
        keepSelection();
        if (fresh.count() >= 0) {
            count.set(fresh.count());
        } else {
            recount();
        }
        if (fromStart) {
            wanted.toStart();
            starts.set(starts.get() + 1);
        }
    }

    /** The row that is pending, or else the selected one with its new values. */
    private void keepSelection() {
        var index = selectedIndex();
        var row = index < 0 ? null : list.get(index);
        if (row != null) {
            pending = -1;
            selected.set(row);
        }
    }

    private void recount() {
        var from = source;
        if (from != null) {
            counting.run(from::count, this::counted, this::failed);
        }
    }

    /** Where the rows ended counts more than the count, which may be older. */
    private void counted(long rows) {
        count.set(Math.min(rows, longest));
        list.resize((int) Math.min(rows, longest));
        state.set(list.isEmpty() ? State.EMPTY : State.READY);
    }

    private void failed(Problem expected) {
        reloading = false;
        problem.set(expected);
        state.set(list.isEmpty() ? State.ERROR : State.READY);
    }

    private void poll() {
        var from = source;
        var since = readAt;
        if (onScreen && from != null && since != null && !polling.isBusy()) {
            polling.run(() -> from.newerThan(since), newer::set,
                    expected -> LOG.info("No news of newer rows: {}", expected.getMessage()));
        }
    }

    private void watch(boolean busy) {
        patience.cancel();
        if (busy) {
            patience = background.after(PATIENCE, () -> slow.set(reading.isBusy()));
        } else {
            slow.set(false);
        }
    }

    /** As long as the list; null where a row isn't loaded. */
    public ObservableList<@Nullable R> items() {
        return list;
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Order> order() {
        return order.getReadOnlyProperty();
    }

    /** What went wrong with the last read; null when it went well. */
    public ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Whether a read takes long enough that the person should see that something goes on. */
    public ReadOnlyBooleanProperty slow() {
        return slow.getReadOnlyProperty();
    }

    /** How many rows there are; -1 until they are counted. */
    public ReadOnlyLongProperty count() {
        return count.getReadOnlyProperty();
    }

    /** How many rows came or changed since the list was read; asked every 30 seconds. */
    public ReadOnlyLongProperty newer() {
        return newer.getReadOnlyProperty();
    }

    /** Rises whenever the list begins anew at its first row. */
    public ReadOnlyLongProperty starts() {
        return starts.getReadOnlyProperty();
    }

    /** The selected row; stays through a refresh, with the row's new values. */
    public ObjectProperty<@Nullable R> selected() {
        return selected;
    }
}
