package dev.rackside.db;

import com.google.errorprone.annotations.CompileTimeConstant;
import dev.rackside.row.Facet;
import dev.rackside.row.Order;
import dev.rackside.row.Row;
import dev.rackside.row.Rows;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hibernate.StatelessSession;

/**
 * A list read by keyset: each page continues after the sort values of the row before it, so the millionth row costs
 * what the first does. The words of the query are constants of the program; a {@link Condition} brings the values.
 */
public final class Listing<R extends Row> {

    private static final int MOST_FACETS = 1_000;

    final Class<R> type;
    final String from;
    private final Map<String, SortColumn<R>> columns = new LinkedHashMap<>();
    String joins = "";
    String select = "";
    String changedAt = "";
    String words = "";

    private Listing(Class<R> type, String from) {
        this.type = type;
        this.from = from;
    }

    /** @param from the listed entity and its alias {@code r}: {@code "Insight r"} */
    public static <R extends Row> Listing<R> of(Class<R> type, @CompileTimeConstant String from) {
        return new Listing<>(type, from);
    }

    /**
     * The index of words that finds some of the rows at once.
     *
     * @param sql selects ids: {@code select id from t where match(a, b) against (:words in boolean mode)}
     */
    public Listing<R> glancing(@CompileTimeConstant String sql) {
        words = sql;
        return this;
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

    /** Lets the words of the first page be understood, so that they are when it is asked for. */
    void prepare(StatelessSession session, Order order) {
        ListedRows.query(session, this, new Condition(), column(order), order.descending());
    }

    /** The list under a condition. */
    public Rows<R> rows(Database database, Condition condition) {
        return condition.searched()
                ? new SearchedRows<>(this, database, condition)
                : new ListedRows<>(this, database, condition, 0);
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

    /** As {@link #facet}; rows without a value count under the empty text. */
    public List<Facet> facetOrNone(StatelessSession session, @CompileTimeConstant String value, Condition condition) {
        var hql = "select " + value + ", count(*) from " + from + condition.whole().where() + " group by " + value;
        var counts = new HashMap<String, Long>();
        condition.whole().bind(session.createSelectionQuery(hql, Object[].class)).getResultList().forEach(
                group -> counts.merge(group[0] == null ? "" : group[0].toString(), (Long) group[1], Long::sum));
        return Facet.ordered(counts, false);
    }

    /**
     * The values of the rows that are meant, line by line: to count them by several values at once, where looking for
     * the rows is what takes the time.
     *
     * @param values HQL with commas between
     */
    public List<Object[]> values(StatelessSession session, @CompileTimeConstant String values, Condition condition,
            int most) {
        return condition.whole().bind(session.createSelectionQuery(
                "select " + values + " from " + from + condition.whole().where(), Object[].class))
                .setMaxResults(most).getResultList();
    }

    /** The names of some rows by their ids. */
    public static Map<String, String> names(StatelessSession session, @CompileTimeConstant String names,
            Collection<?> ids) {
        return namesOf(session, names, ids);
    }

    private static Map<String, String> namesOf(StatelessSession session, String names, Collection<?> ids) {
        var known = new HashMap<String, String>();
        if (!ids.isEmpty()) {
            session.createSelectionQuery(names, Object[].class).setParameterList("ids", ids).getResultList()
                    .forEach(row -> known.put(row[0].toString(), String.valueOf(row[1])));
        }
        return known;
    }

    /** The ids of some rows under a condition, in no order; to look whether there are few of them. */
    public List<UUID> ids(StatelessSession session, Condition condition, int atMost) {
        return condition.bind(session.createSelectionQuery("select r.id from " + from + condition.where(), UUID.class))
                .setMaxResults(atMost).getResultList();
    }

    /** Some whole rows under a condition, in no order, within the caller's transaction. */
    public List<R> some(StatelessSession session, Condition condition, int atMost) {
        return condition.bind(session.createSelectionQuery(
                "select new " + type.getName() + "(" + select + ") from " + from + joins + condition.where(), type))
                .setMaxResults(atMost).getResultList();
    }

    private List<Facet> facetOf(StatelessSession session, String value, String join, Condition condition,
            UnaryOperator<String> label) {
        // By the value itself, so that its index alone answers.
        var hql = "select " + value + ", count(*) from " + from + join + condition.whole().where() + " group by "
                + value;
        return condition.whole().bind(session.createSelectionQuery(hql, Object[].class))
                .getResultList().stream()
                .filter(group -> group[0] != null)
                .map(group -> new Facet(group[0].toString(), label.apply(group[0].toString()), (Long) group[1]))
                .sorted(Comparator.comparingLong(Facet::count).reversed().thenComparing(Facet::value))
                .toList();
    }

    /**
     * Counts the rows under a condition by a reference, most first; of very many the first are enough. Rows without one
     * count under the empty text. The names are read afterwards, for those few.
     *
     * @param value the HQL of the reference: {@code r.machineId}
     * @param names its name by id, for some ids: {@code select m.id, m.hostname from Machine m where m.id in (:ids)}
     */
    public List<Facet> namedFacet(StatelessSession session, @CompileTimeConstant String value,
            @CompileTimeConstant String names, Condition condition) {
        return namedFacet(session, value, "", names, condition);
    }

    /** As above, by a value of rows that are joined to the list's. */
    public List<Facet> namedFacet(StatelessSession session, @CompileTimeConstant String value,
            @CompileTimeConstant String join, @CompileTimeConstant String names, Condition condition) {
        var hql = "select " + value + ", count(*) from " + from + " " + join + condition.whole().where() + " group by "
                + value + " order by count(*) desc";
        var groups = condition.whole().bind(session.createSelectionQuery(hql, Object[].class))
                .setMaxResults(MOST_FACETS).getResultList();
        return named(session, groups, names);
    }

    /** @param groups a reference, which may be null, and its count each */
    private static List<Facet> named(StatelessSession session, List<Object[]> groups, String names) {
        var known = namesOf(session, names, groups.stream().map(group -> group[0]).filter(Objects::nonNull).toList());
        return groups.stream().map(group -> {
            var id = group[0] == null ? "" : group[0].toString();
            return new Facet(id, known.getOrDefault(id, id), (Long) group[1]);
        }).sorted(Comparator.comparingLong(Facet::count).reversed().thenComparing(Facet::label)).toList();
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

    SortColumn<R> column(Order order) {
        var column = columns.get(order.column());
        if (column == null) {
            throw new IllegalArgumentException("Not a column to order by: " + order.column());
        }
        return column;
    }
}
