package dev.rackside.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What of a database can be copied to another one: the tables and columns that both have.
 *
 * @param tables in no order that matters
 * @param tablesLeftOut tables of the source that the target lacks, or that have no primary key
 * @param columnsLeftOut columns of the source that the target's table lacks, as {@code table.column}
 */
public record CopyPlan(List<Table> tables, List<String> tablesLeftOut, List<String> columnsLeftOut) {

    /** Each database's own record of its version and of who may write. */
    private static final Set<String> OWN = Set.of(Migrations.HISTORY, "schema_info");

    public CopyPlan {
        tables = List.copyOf(tables);
        tablesLeftOut = List.copyOf(tablesLeftOut);
        columnsLeftOut = List.copyOf(columnsLeftOut);
    }

    /**
     * A table to copy.
     *
     * @param columns those that both sides have and that can be written
     * @param key the target's primary key
     * @param texts the columns whose values have a character set
     */
    public record Table(String name, List<String> columns, List<String> key, Set<String> texts) {

        public Table {
            columns = List.copyOf(columns);
            key = List.copyOf(key);
            texts = Set.copyOf(texts);
        }

        /** Where in {@link #columns} the parts of the key are. */
        int[] keyPlaces() {
            return key.stream().mapToInt(columns::indexOf).toArray();
        }
    }

    private record Column(String table, String name, boolean text, boolean generated, boolean key) {}

    /** Looks at both databases; changes nothing. */
    public static CopyPlan of(Connection source, Connection target) throws SQLException {
        var here = columns(source);
        var there = columns(target);
        var tables = new ArrayList<Table>();
        var tablesLeftOut = new ArrayList<String>();
        var columnsLeftOut = new ArrayList<String>();
        here.forEach((name, own) -> {
            var other = there.get(name);
            var key = other == null
                    ? List.<String>of()
                    : other.values().stream().filter(Column::key).map(Column::name).toList();
            if (OWN.contains(name)) {
                return;
            }
            if (other == null || key.isEmpty() || !own.keySet().containsAll(key)) {
                tablesLeftOut.add(name);
                return;
            }
            own.keySet().stream().filter(column -> !other.containsKey(column))
                    .forEach(column -> columnsLeftOut.add(name + "." + column));
            var both = other.values().stream().filter(column -> !column.generated() && own.containsKey(column.name()))
                    .map(Column::name).toList();
            var texts = own.values().stream().filter(Column::text).map(Column::name)
                    .collect(Collectors.toSet());
            tables.add(new Table(name, both, key, texts));
        });
        return new CopyPlan(tables, tablesLeftOut, columnsLeftOut);
    }

    /** By table, in the order in which they stand there. */
    private static Map<String, Map<String, Column>> columns(Connection connection) throws SQLException {
        var tables = new TreeMap<String, Map<String, Column>>();
        ShapeReader.query(connection, """
                SELECT c.table_name, c.column_name, c.character_set_name IS NOT NULL,
                    COALESCE(c.generation_expression, '') <> '', c.column_key = 'PRI'
                FROM information_schema.columns AS c
                JOIN information_schema.tables AS t ON t.table_schema = c.table_schema
                    AND t.table_name = c.table_name
                WHERE c.table_schema = DATABASE() AND t.table_type = 'BASE TABLE'
                ORDER BY c.table_name, c.ordinal_position""",
                row -> new Column(row.getString(1), row.getString(2), row.getBoolean(3), row.getBoolean(4),
                        row.getBoolean(5)))
                .forEach(column -> tables.computeIfAbsent(column.table(), _ -> new LinkedHashMap<>())
                        .put(column.name(), column));
        return tables;
    }
}
