package dev.rackside.fx;

import dev.rackside.fault.Problem;
import dev.rackside.row.Order;
import dev.rackside.row.Page;
import dev.rackside.row.PageRequest;
import dev.rackside.row.Position;
import dev.rackside.row.Row;
import dev.rackside.row.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.UUID;
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
    private static final int REMEMBERED = 3;

    private final Background background;
    private final Slot reading;
    private final Slot counting;
    private final Slot polling;
    private final Alarm poll;
    private final PagedList<R> list = new PagedList<>();
    private final Deque<Integer> wanted = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyObjectWrapper<Order> order = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper slow = new ReadOnlyBooleanWrapper();
    private final ReadOnlyLongWrapper count = new ReadOnlyLongWrapper(-1);
    private final ReadOnlyLongWrapper newer = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper starts = new ReadOnlyLongWrapper();
    private final ObjectProperty<@Nullable R> selected = new SimpleObjectProperty<>();
    private @Nullable Rows<R> source;
    private @Nullable Instant readAt;
    private Alarm settling = () -> {
    };
    private Alarm patience = () -> {
    };
    private Runnable again = () -> {
    };
    private boolean reloading;
    private int lastWanted;

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
        lastWanted = page;
        if (reloading || list.holds(page)) {
            return;
        }
        if (!Integer.valueOf(page).equals(wanted.peekFirst())) {
            wanted.remove(page);
            wanted.addFirst(page);
            if (wanted.size() > REMEMBERED) {
                wanted.removeLast();
            }
            settling.cancel();
            settling = background.after(SETTLE, this::loadNext);
        }
    }

    /** Selects a row that is on screen. */
    public void select(int index) {
        if (index >= 0 && index < list.size() && list.get(index) != null) {
            selected.set(list.get(index));
        }
    }

    /** Where a row is among those loaded; -1 where it isn't. */
    public int find(UUID id) {
        return list.find(id);
    }

    private void loadNext() {
        var from = source;
        if (from == null || reloading || reading.isBusy()) {
            return;
        }
        wanted.removeIf(page -> list.holds(page) || (long) page * PagedList.PAGE >= list.size());
        var page = wanted.peekFirst();
        if (page == null) {
            return;
        }
        var request = request(page);
        again = this::loadNext;
        reading.run(() -> from.page(request), read -> arrived(page, read), this::failed);
    }

    private PageRequest request(int page) {
        var last = (list.size() - 1) / PagedList.PAGE;
        if (page == last) {
            return new PageRequest(order.get(), new Position.End(), list.size() - last * PagedList.PAGE);
        }
        var before = list.page(page - 1);
        if (before != null && before.last() != null) {
            return new PageRequest(order.get(), new Position.After(before.last()), PagedList.PAGE);
        }
        var after = list.page(page + 1);
        if (after != null && after.first() != null) {
            return new PageRequest(order.get(), new Position.Before(after.first()), PagedList.PAGE);
        }
        return page == 0
                ? PageRequest.start(order.get(), PagedList.PAGE)
                : new PageRequest(order.get(), new Position.At((long) page * PagedList.PAGE, list.size()),
                        PagedList.PAGE);
    }

    private void arrived(int page, Page<R> read) {
        problem.set(null);
        wanted.remove(page);
        list.put(page, new PagedList.Kept<>(read.rows(), read.first(), read.last()));
        var end = page * PagedList.PAGE + read.rows().size();
        if (end < Math.min((page + 1) * PagedList.PAGE, list.size())) {
            list.resize(end);
            recount();
        }
        loadNext();
    }

    /** What a fresh start or a refresh read. */
    private record Fresh<R extends Row>(Page<R> page, int first, long count) {}

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
        var first = fromStart || list.isEmpty() ? 0 : Math.max(0, lastWanted - 1);
        var wish = order.get();
        reading.run(() -> read(from, wish, first), fresh -> started(fresh, fromStart), this::failed);
    }

    /** Two pages, so that what is on screen is whole wherever a page ends. */
    private static <R extends Row> Fresh<R> read(Rows<R> from, Order order, int first) {
        var size = 2 * PagedList.PAGE;
        if (first > 0) {
            var count = from.count();
            var index = (long) first * PagedList.PAGE;
            if (index < count) {
                return new Fresh<>(from.page(new PageRequest(order, new Position.At(index, count), size)), first,
                        count);
            }
        }
        var page = from.page(PageRequest.start(order, size));
        return new Fresh<>(page, 0, page.rows().size() < size ? page.rows().size() : -1);
    }

    private void started(Fresh<R> fresh, boolean fromStart) {
        reloading = false;
        problem.set(null);
        newer.set(0);
        readAt = fresh.page().readAt();
        var rows = fresh.page().rows();
        var cut = Math.min(PagedList.PAGE, rows.size());
        var pages = new HashMap<Integer, PagedList.Kept<R>>();
        pages.put(fresh.first(), new PagedList.Kept<>(rows.subList(0, cut), fresh.page().first(),
                cut == rows.size() ? fresh.page().last() : null));
        if (cut < rows.size()) {
            pages.put(fresh.first() + 1,
                    new PagedList.Kept<>(rows.subList(cut, rows.size()), null, fresh.page().last()));
        }
        var known = fresh.count() >= 0 ? fresh.count() : fromStart ? rows.size() : Math.max(list.size(), rows.size());
        list.swap(pages, (int) Math.min(known, Integer.MAX_VALUE));
        lastWanted = Math.min(lastWanted, list.size() / PagedList.PAGE);
        if (fresh.count() >= 0) {
            count.set(fresh.count());
        } else {
            recount();
        }
        state.set(list.isEmpty() ? State.EMPTY : State.READY);
        keepSelection();
        if (fromStart) {
            lastWanted = 0;
            starts.set(starts.get() + 1);
        }
    }

    private void keepSelection() {
        var row = selected.get();
        var index = row == null ? -1 : list.find(row.id());
        if (index >= 0) {
            selected.set(list.get(index));
        }
    }

    private void recount() {
        var from = source;
        if (from != null) {
            counting.run(from::count, this::counted, this::failed);
        }
    }

    private void counted(long rows) {
        count.set(rows);
        list.resize((int) Math.min(rows, Integer.MAX_VALUE));
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
        if (from != null && since != null && !polling.isBusy()) {
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
