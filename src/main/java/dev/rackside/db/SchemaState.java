package dev.rackside.db;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a database's tables stand to what this program knows.
 *
 * @param found the version of the tables; 0 where Rackside has never migrated them
 * @param known the version that this program knows
 * @param minClient the version that a program must know in order to write; 0 where it isn't recorded
 * @param interrupted whether a migration failed half way and waits to be resumed
 */
public record SchemaState(Kind kind, int found, int known, int minClient, boolean interrupted) {

    /** What the database is. */
    public enum Kind {
        /** No table at all. */
        EMPTY,
        /** Just as this program needs it. */
        CURRENT,
        /** To be migrated before it can be worked with. */
        OLDER,
        /** Migrated by a newer program. */
        NEWER,
        /** Another program's tables of this domain, not adopted yet. */
        FOREIGN,
        /** Tables of something else. */
        UNRELATED
    }

    /** Names that hardly anything but a program of this domain gives to a table. */
    private static final Set<String> DOMAIN = Set.of("environmental_insights", "external_integrations",
            "integration_credentials", "ticket_links", "backup_log", "work_items", "infrastructure",
            "failure_patterns");

    /** Reads the state of the connection's database; changes nothing. */
    public static SchemaState read(Connection connection) throws SQLException {
        var tables = new HashSet<>(ShapeReader.query(connection,
                "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()",
                row -> row.getString(1)));
        if (!tables.contains(Migrations.HISTORY)) {
            var kind = tables.isEmpty() ? Kind.EMPTY : disjoint(tables) ? Kind.UNRELATED : Kind.FOREIGN;
            return new SchemaState(kind, 0, Migrations.KNOWN, 0, false);
        }
        return migrated(connection, tables.contains("schema_info"));
    }

    private static boolean disjoint(Set<String> tables) {
        return tables.stream().noneMatch(DOMAIN::contains);
    }

    private static SchemaState migrated(Connection connection, boolean informed) throws SQLException {
        var history = ShapeReader.query(connection, """
                SELECT COALESCE(MAX(IF(success, CAST(version AS UNSIGNED), 0)), 0),
                    COALESCE(MAX(CAST(version AS UNSIGNED)), 0), COALESCE(SUM(NOT success), 0)
                FROM rackside_schema_history WHERE version IS NOT NULL""",
                row -> List.of(row.getInt(1), row.getInt(2), row.getInt(3))).getFirst();
        var minClient = !informed
                ? 0
                : ShapeReader.query(connection, "SELECT MAX(min_client) FROM schema_info",
                        row -> row.getInt(1)).getFirst();
        int found = history.get(0);
        var interrupted = history.get(2) > 0;
        var kind = history.get(1) > Migrations.KNOWN
                ? Kind.NEWER
                : found < Migrations.KNOWN || interrupted ? Kind.OLDER : Kind.CURRENT;
        return new SchemaState(kind, found, Migrations.KNOWN, minClient, interrupted);
    }

    /** Whether this program can show the database's rows: newer tables only ever gain columns. */
    public boolean mayRead() {
        return kind == Kind.CURRENT || kind == Kind.NEWER;
    }

    /** Whether this program may write to the database. */
    public boolean mayWrite() {
        return kind == Kind.CURRENT || (kind == Kind.NEWER && known >= minClient && minClient > 0);
    }

    /**
     * What a person is told who opens the database as it is; empty where there is nothing to tell.
     *
     * @param database the database's name
     */
    public Optional<Problem> problem(String database) {
        return switch (kind) {
            case CURRENT -> Optional.empty();
            case EMPTY, OLDER -> Optional.of(new Problem(ErrorCode.SCHEMA_OLDER, found, known));
            case NEWER -> Optional.of(new Problem(ErrorCode.SCHEMA_NEWER, found, known));
            case FOREIGN, UNRELATED -> Optional.of(new Problem(ErrorCode.SCHEMA_FOREIGN, database));
        };
    }
}
