package dev.rackside.fx;

import dev.rackside.fault.Problem;
import dev.rackside.row.Count;
import dev.rackside.row.Order;
import dev.rackside.row.Page;
import dev.rackside.row.PageRequest;
import dev.rackside.row.Row;
import dev.rackside.row.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
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
    /** So many are counted at first where counting takes long, and ten times as many when one comes near the end. */
    private static final long COUNTED = 10_000;

    private final Background background;
    private final Slot reading;
    private final Slot counting;
    private final Slot glancing;
    private final Slot polling;
    private final Alarm poll;
    private final PagedList<R> list = new PagedList<>();
    private final Wanted wanted = new Wanted();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyObjectWrapper<Order> order = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper slow = new ReadOnlyBooleanWrapper();
    private final ReadOnlyLongWrapper count = new ReadOnlyLongWrapper(-1);
    private final ReadOnlyStringWrapper countText = new ReadOnlyStringWrapper("");
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
    private long counted = COUNTED;
    private boolean glanced;

    /** Shows nothing yet; the order holds until the person chooses another. */
    public PagedRows(Background background, Order order) {
        this.background = background;
        this.order.set(order);
        reading = background.slot();
        counting = background.slot();
        glancing = background.slot();
        polling = background.slot();
        reading.busy().addListener((_, _, busy) -> watch(busy));
        poll = background.every(POLL, this::poll);
    }

    /** Shows another list, or the same under another filter, from its first row on. */
    public void source(Rows<R> rows) {
        source = rows;
        counted = COUNTED;
        say(-1, false);
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
        glancing.cancel();
        polling.cancel();
    }

    /** The place is on screen: its page is loaded unless the person scrolls on before that. */
    public void want(int index) {
        var page = index / PagedList.PAGE;
        if (list.goesOn() && index >= list.size() - PagedList.PAGE && !reloading && !counting.isBusy()) {
            counted *= 10;
            recount();
        }
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
        var known = list.goesOn() ? Long.MAX_VALUE : list.size();
        glanced = false;
        glancing.cancel();
        reading.run(() -> Fresh.read(from, wish, first, known), fresh -> started(fresh, fromStart), this::failed);
        if (fromStart && reading.isBusy()) {
            glancing.run(() -> from.glance(PageRequest.start(wish, PagedList.PAGE)), this::glanced,
                    expected -> LOG.info("No rows at a glance: {}", expected.getMessage()));
        }
    }

    /** Some of the rows are there before all are found: better than none, while it still says that it searches. */
    private void glanced(List<R> rows) {
        if (reloading && !rows.isEmpty()) {
            glanced = true;
            list.swap(Map.of(0, new PagedList.Kept<>(rows, null, null)), rows.size());
            state.set(State.READY);
            say(rows.size(), true);
            keepSelection();
            wanted.toStart();
            starts.set(starts.get() + 1);
        }
    }

    private void started(Fresh<R> fresh, boolean fromStart) {
        reloading = false;
        glancing.cancel();
        longest = Integer.MAX_VALUE;
        pending = -1;
        problem.set(null);
        newer.set(0);
        readAt = fresh.read().readAt();
        var there = fresh.read().rows().size();
        var known = fresh.count() >= 0 ? fresh.count() : fromStart ? there : Math.max(list.size(), there);
        list.goesOn(false);
        list.swap(fresh.pages(), (int) Math.min(known, Integer.MAX_VALUE));
        state.set(list.isEmpty() ? State.EMPTY : State.READY);
        keepSelection();
        if (fresh.count() >= 0) {
            say(fresh.count(), false);
        } else {
            recount();
        }
        if (fromStart && !glanced) {
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
            var most = counted;
            counting.run(() -> from.count(most), this::counted, this::failed);
        }
    }

    /** Where the rows ended counts more than the count, which may be older. */
    private void counted(Count found) {
        var rows = Math.min(found.rows(), longest);
        list.goesOn(found.more() && rows < longest);
        list.resize((int) rows);
        say(rows, list.goesOn());
        state.set(list.isEmpty() ? State.EMPTY : State.READY);
    }

    private void say(long rows, boolean more) {
        count.set(rows);
        countText.set(rows < 0 ? "" : Counted.text(rows, more));
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

    /** How many rows there are, as far as counted; -1 until then. */
    public ReadOnlyLongProperty count() {
        return count.getReadOnlyProperty();
    }

    /** How many rows there are in words: {@code 10,000+} where counting all would take too long; empty until counted. */
    public ReadOnlyStringProperty countText() {
        return countText.getReadOnlyProperty();
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
