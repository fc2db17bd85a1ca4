package dev.rackside.db;

import com.google.errorprone.annotations.CompileTimeConstant;
import dev.rackside.row.Cursor;
import dev.rackside.row.Facet;
import dev.rackside.row.Order;
import dev.rackside.row.Page;
import dev.rackside.row.PageRequest;
import dev.rackside.row.Position;
import dev.rackside.row.Row;
import dev.rackside.row.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * A list read by keyset: each page continues after the sort values of the row before it, so the millionth row costs
 * what the first does. The words of the query are constants of the program; a {@link Condition} brings the values.
 */
public final class Listing<R extends Row> {

    private static final int MOST_FACETS = 1_000;

    private final Class<R> type;
    private final String from;
    private final Map<String, SortColumn<R>> columns = new LinkedHashMap<>();
    private String joins = "";
    private String select = "";
    private String changedAt = "";

    private Listing(Class<R> type, String from) {
        this.type = type;
        this.from = from;
    }

    /** @param from the listed entity and its alias {@code r}: {@code "Insight r"} */
    public static <R extends Row> Listing<R> of(Class<R> type, @CompileTimeConstant String from) {
        return new Listing<>(type, from);
    }

    /** The left joins that only the shown columns need; they play no part in counting. */
    public Listing<R> joins(@CompileTimeConstant String hql) {
        joins = " " + hql;
        return this;
    }

    /** The values of the row record's constructor, in its order. */
    public Listing<R> select(@CompileTimeConstant String hql) {
        select = hql;
        return this;
    }

    /** The instant by which newer rows are told. */
    public Listing<R> changedAt(@CompileTimeConstant String hql) {
        changedAt = hql;
        return this;
    }

    /** Adds a column by which the list can be ordered. */
    public Listing<R> orderedBy(@CompileTimeConstant String name, SortColumn<R> column) {
        columns.put(name, column);
        return this;
    }

    /** The list under a condition. */
    public Rows<R> rows(Database database, Condition condition) {
        return new Filtered(database, condition);
    }

    /**
     * Counts the rows under a condition by a value, most first.
     *
     * @param value the HQL to group by
     * @param label turns a value into what a person reads
     */
    public List<Facet> facet(StatelessSession session, @CompileTimeConstant String value, Condition condition,
            UnaryOperator<String> label) {
        return facetOf(session, value, "", condition, label);
    }

    /**
     * Counts the rows under a condition by a value of rows that are joined to them.
     *
     * @param join the inner join that brings the value: {@code join MachineTag t on t.machineId = r.id}
     */
    public List<Facet> facet(StatelessSession session, @CompileTimeConstant String value,
            @CompileTimeConstant String join, Condition condition, UnaryOperator<String> label) {
        return facetOf(session, value, " " + join, condition, label);
    }

    /** The ids of some rows under a condition, in no order; to look whether there are few of them. */
    public List<UUID> ids(StatelessSession session, Condition condition, int atMost) {
        return condition.bind(session.createSelectionQuery("select r.id from " + from + condition.where(), UUID.class))
                .setMaxResults(atMost).getResultList();
    }

    private List<Facet> facetOf(StatelessSession session, String value, String join, Condition condition,
            UnaryOperator<String> label) {
        var hql = "select cast(" + value + " as String), count(*) from " + from + join + condition.where()
                + " group by cast(" + value + " as String) order by count(*) desc, cast(" + value + " as String)";
        return condition.bind(session.createSelectionQuery(hql, Object[].class))
                .getResultList().stream()
                .filter(group -> group[0] != null)
                .map(group -> new Facet((String) group[0], label.apply((String) group[0]), (Long) group[1]))
                .toList();
    }

    /**
     * Counts the rows under a condition by a row they refer to, most first. A reference to a row that is gone is
     * labelled by itself. Of very many the first are enough.
     *
     * @param value the HQL of the reference
     * @param label the HQL of the joined row's name
     */
    public List<Facet> joinedFacet(StatelessSession session, @CompileTimeConstant String value,
            @CompileTimeConstant String label, Condition condition) {
        var hql = "select cast(" + value + " as String), max(" + label + "), count(*) from " + from + joins
                + condition.where() + " group by cast(" + value + " as String) order by count(*) desc, max(" + label
                + "), cast(" + value + " as String)";
        return condition.bind(session.createSelectionQuery(hql, Object[].class)).setMaxResults(MOST_FACETS)
                .getResultList().stream()
                .filter(group -> group[0] != null)
                .map(group -> new Facet((String) group[0], (String) (group[1] == null ? group[0] : group[1]),
                        (Long) group[2]))
                .toList();
    }

    private SortColumn<R> column(Order order) {
        var column = columns.get(order.column());
        if (column == null) {
            throw new IllegalArgumentException("Not a column to order by: " + order.column());
        }
        return column;
    }

    private final class Filtered implements Rows<R> {

        private final Database database;
        private final Condition condition;

        Filtered(Database database, Condition condition) {
            this.database = database;
            this.condition = condition;
        }

        @Override
        public Page<R> page(PageRequest request) {
            return database.read(session -> {
                var readAt = Database.serverClock(session);
                var rows = rows(session, request);
                var column = column(request.order());
                return rows.isEmpty()
                        ? new Page<R>(rows, null, null, readAt)
                        : new Page<>(rows, cursor(column, rows.getFirst()), cursor(column, rows.getLast()), readAt);
            });
        }

        private List<R> rows(StatelessSession session, PageRequest request) {
            return switch (request.position()) {
                case Position.Start _ -> read(session, request, null, true);
                case Position.End _ -> read(session, request, null, false);
                case Position.After(var cursor) -> read(session, request, cursor, true);
                case Position.Before(var cursor) -> read(session, request, cursor, false);
                case Position.At(var index, var count) -> at(session, request, index, count);
            };
        }

        private List<R> at(StatelessSession session, PageRequest request, long index, long count) {
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
            var column = column(order);
            var hql = "select " + column.select() + " from " + from + (column.joined() ? joins : "")
                    + condition.where() + Keyset.orderBy(column, order.descending() == forward);
            var keys = condition.bind(session.createSelectionQuery(hql, Object[].class))
                    .setFirstResult(Math.toIntExact(skip)).setMaxResults(1).getSingleResultOrNull();
            return keys == null ? null : new Cursor(java.util.Arrays.asList(keys));
        }

        private List<R> read(StatelessSession session, PageRequest request, @Nullable Cursor cursor, boolean forward) {
            var order = request.order();
            var column = column(order);
            var descending = order.descending() == forward;
            var narrowed = cursor == null ? condition : Keyset.beyond(condition, column, cursor, descending);
            var hql = "select " + select + " from " + from + joins + narrowed.where()
                    + Keyset.orderBy(column, descending);
            var rows = narrowed.bind(session.createSelectionQuery(hql, type)).setMaxResults(request.size())
                    .getResultList();
            return forward ? rows : rows.reversed();
        }

        private Cursor cursor(SortColumn<R> column, R row) {
            var values = new ArrayList<@Nullable Object>();
            column.keys().forEach(key -> values.add(key.value().apply(row)));
            values.add(row.id());
            return new Cursor(values);
        }

        @Override
        public long count() {
            return database.read(session -> condition
                    .bind(session.createSelectionQuery("select count(*) from " + from + condition.where(), Long.class))
                    .getSingleResult());
        }

        @Override
        public long newerThan(Instant readAt) {
            if (changedAt.isEmpty()) {
                return 0;
            }
            var newer = condition.with(changedAt + " > :readAt", Map.of("readAt", readAt));
            return database.read(session -> newer
                    .bind(session.createSelectionQuery("select count(*) from " + from + newer.where(), Long.class))
                    .getSingleResult());
        }
    }
}
