package dev.rackside.db;

import dev.rackside.row.Cursor;
import dev.rackside.row.Order;
import dev.rackside.row.Page;
import dev.rackside.row.PageRequest;
import dev.rackside.row.Position;
import dev.rackside.row.Row;
import dev.rackside.row.Rows;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** A {@link Listing} under a condition, read along its order. */
final class ListedRows<R extends Row> implements Rows<R> {

    private final Listing<R> listing;
    private final Database database;
    private final Condition condition;
    private final int patienceSeconds;

    /**
     * @param patienceSeconds after how long the server gives up a page with a
     *     {@link jakarta.persistence.QueryTimeoutException}; 0 for never
     */
    ListedRows(Listing<R> listing, Database database, Condition condition, int patienceSeconds) {
        this.listing = listing;
        this.database = database;
        this.condition = condition;
        this.patienceSeconds = patienceSeconds;
    }

    @Override
    public Page<R> page(PageRequest request) {
        return database.read(session -> {
            var read = rows(session, request);
            var rows = read.rows();
            var column = listing.column(request.order());
            return rows.isEmpty()
                    ? new Page<R>(rows, null, null, Database.serverClock(session))
                    : new Page<>(rows, cursor(column, rows.getFirst()), cursor(column, rows.getLast()), read.at());
        });
    }

    /** Rows and the server's clock; without rows the clock is none. */
    private record Read<R>(List<R> rows, Instant at) {}

    private Read<R> rows(StatelessSession session, PageRequest request) {
        return switch (request.position()) {
            case Position.Start _ -> read(session, request, null, true);
            case Position.End _ -> read(session, request, null, false);
            case Position.After(var cursor) -> read(session, request, cursor, true);
            case Position.Before(var cursor) -> read(session, request, cursor, false);
            case Position.At(var index, var count) -> at(session, request, index, count);
        };
    }

    private Read<R> at(StatelessSession session, PageRequest request, long index, long count) {
        if (index <= 0) {
            return read(session, request, null, true);
        }
        var fromStart = index <= count / 2;
        var skip = fromStart ? index - 1 : Math.max(0, count - index);
        var before = keysAt(session, request.order(), skip, fromStart);
        return read(session, request, before, before != null);
    }

    /** The sort values of one row, found over the order's index alone; null where the list is shorter. */
    private @Nullable Cursor keysAt(StatelessSession session, Order order, long skip, boolean forward) {
        var column = listing.column(order);
        var hql = "select " + column.select() + " from " + listing.from + (column.joined() ? listing.joins : "")
                + condition.where() + Keyset.orderBy(column, order.descending() == forward);
        var keys = condition.bind(session.createSelectionQuery(hql, Object[].class)).setTimeout(patienceSeconds)
                .setFirstResult(Math.toIntExact(skip)).setMaxResults(1).getSingleResultOrNull();
        return keys == null ? null : new Cursor(Arrays.asList(keys));
    }

    private Read<R> read(StatelessSession session, PageRequest request, @Nullable Cursor cursor, boolean forward) {
        var order = request.order();
        var column = listing.column(order);
        var descending = order.descending() == forward;
        var narrowed = cursor == null ? condition : Keyset.beyond(condition, column, cursor, descending);
        var found = narrowed.bind(query(session, listing, narrowed, column, descending)).setTimeout(patienceSeconds)
                .setMaxResults(request.size()).getResultList();
        var rows = found.stream().map(line -> listing.type.cast(line[0])).toList();
        return new Read<>(forward ? rows : rows.reversed(),
                found.isEmpty() ? Instant.EPOCH : clock((String) found.getFirst()[1]));
    }

    /** Asks for rows; without a condition's values, and nothing is asked of the server yet. */
    static <R extends Row> SelectionQuery<Object[]> query(StatelessSession session, Listing<R> listing,
            Condition narrowed, SortColumn<R> column, boolean descending) {
        // The server's clock comes with the rows, since each trip to the server counts; as text, since it is read once.
        return session.createSelectionQuery("select new " + listing.type.getName() + "(" + listing.select
                + "), cast(instant as String) from " + listing.from + listing.joins + narrowed.where()
                + Keyset.orderBy(column, descending), Object[].class);
    }

    private static Instant clock(String text) {
        return LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    }

    private Cursor cursor(SortColumn<R> column, R row) {
        var values = new ArrayList<@Nullable Object>();
        column.keys().forEach(key -> values.add(key.value().apply(row)));
        values.add(row.id());
        return new Cursor(values);
    }

    @Override
    public long count() {
        return counted(condition);
    }

    @Override
    public long newerThan(Instant readAt) {
        return listing.changedAt.isEmpty()
                ? 0
                : counted(condition.with(listing.changedAt + " > :readAt", Map.of("readAt", readAt)));
    }

    private long counted(Condition narrowed) {
        return database.read(session -> narrowed.bind(session
                .createSelectionQuery("select count(*) from " + listing.from + narrowed.where(), Long.class))
                .getSingleResult());
    }
}
