package dev.rackside.backup.restoring;

import dev.rackside.backup.dump.Contents;
import dev.rackside.backup.dump.Item;
import dev.rackside.backup.dump.Sql;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Takes all objects out of a database, and leaves the database with its rights. */
final class Clearing {

    /** How long somebody's transaction is waited for. */
    private static final int PATIENCE_SECONDS = 10;
    /** Once things are gone one waits longer: who comes now would only be in the way. */
    private static final int LONG_PATIENCE_SECONDS = 120;
    private static final int LOCK_TIMEOUT = 1205;
    private static final List<String> ORDER = List.of(Item.EVENT, Item.TRIGGER, "procedure", "function",
            "package body", "package", Item.VIEW, Item.TABLE, Item.SEQUENCE);

    private Clearing() {
    }

    /** @throws Problem DATABASE_BUSY where somebody's transaction keeps a table; nothing is changed then */
    static void refuseBusy(Connection connection) throws SQLException {
        var tables = Contents.items(connection).stream().filter(item -> item.kind().equals(Item.TABLE))
                .map(item -> Sql.quoted(item.name()) + " WRITE").collect(Collectors.joining(", "));
        if (tables.isEmpty()) {
            return;
        }
        Sql.execute(connection, "SET SESSION lock_wait_timeout = " + PATIENCE_SECONDS);
        try {
            Sql.execute(connection, "LOCK TABLES " + tables);
            Sql.execute(connection, "UNLOCK TABLES");
        } catch (SQLException e) {
            if (e.getErrorCode() == LOCK_TIMEOUT) {
                throw new Problem(ErrorCode.DATABASE_BUSY, e);
            }
            throw e;
        }
    }

    static void clear(Connection connection) throws SQLException {
        Sql.execute(connection, "SET SESSION lock_wait_timeout = " + LONG_PATIENCE_SECONDS);
        Sql.execute(connection, "SET SESSION foreign_key_checks = 0");
        var items = Contents.items(connection).stream()
                .sorted(Comparator.comparingInt((Item item) -> ORDER.indexOf(item.kind()))).toList();
        for (var item : items) {
            Sql.execute(connection, "DROP " + item.kind().toUpperCase(Locale.ROOT) + " IF EXISTS "
                    + Sql.quoted(item.name()));
        }
    }
}
