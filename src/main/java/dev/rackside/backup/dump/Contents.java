package dev.rackside.backup.dump;

import dev.rackside.backup.Reason;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a database holds, by name, each with a hash of its definition. A table's next automatic number isn't part of
 * it: it goes on while a dump is taken.
 *
 * @param characterSet the database's own
 * @param collation the database's own; routines remember it
 */
public record Contents(String characterSet, String collation, SortedMap<Item, String> definitions) {

    private static final Pattern NEXT_NUMBER = Pattern.compile(" AUTO_INCREMENT=\\d+");

    /**
     * Reads them through a connection to the database.
     *
     * @throws DumpFailure RIGHTS_MISSING, OBJECT_BROKEN with the name of what the account can't read
     */
    public static Contents read(Connection connection) throws SQLException {
        return read(connection, () -> {
        });
    }

    /**
     * As {@link #read(Connection)}.
     *
     * @param before is called before each object, and ends the reading by what it throws: many objects take long
     */
    static Contents read(Connection connection, Runnable before) throws SQLException {
        var definitions = new TreeMap<Item, String>();
        var own = Sql.row(connection, "SELECT @@character_set_database, @@collation_database, DATABASE()");
        for (var item : items(connection)) {
            before.run();
            var definition = definition(connection, item);
            // Where the definer isn't there or has no rights, the server writes out which database it means.
            definitions.put(item, hash(item.kind().equals(Item.VIEW)
                    ? definition.replace(Sql.quoted(own.get(2)) + ".", "")
                    : definition));
        }
        return new Contents(own.get(0), own.get(1), definitions);
    }

    /** The names of all that is there. */
    public static List<Item> items(Connection connection) throws SQLException {
        var items = new ArrayList<Item>();
        for (var row : Sql.rows(connection, """
                SELECT table_type, table_name FROM information_schema.tables WHERE table_schema = DATABASE()
                UNION ALL SELECT routine_type, routine_name FROM information_schema.routines
                    WHERE routine_schema = DATABASE()
                UNION ALL SELECT 'TRIGGER', trigger_name FROM information_schema.triggers
                    WHERE trigger_schema = DATABASE()
                UNION ALL SELECT 'EVENT', event_name FROM information_schema.events
                    WHERE event_schema = DATABASE()""")) {
            items.add(new Item(kind(row.get(0)), row.get(1)));
        }
        return items;
    }

    private static String kind(String type) {
        return switch (type) {
            case "BASE TABLE", "SYSTEM VERSIONED" -> Item.TABLE;
            default -> type.toLowerCase(Locale.ROOT);
        };
    }

    /** Whether there are tables that keep their history. */
    static boolean versioned(Connection connection) throws SQLException {
        return !Sql.rows(connection, """
                SELECT table_name FROM information_schema.tables
                WHERE table_schema = DATABASE() AND table_type = 'SYSTEM VERSIONED' LIMIT 1""").isEmpty();
    }

    private static String definition(Connection connection, Item item) throws SQLException {
        List<String> row;
        try {
            row = Sql.row(connection, "SHOW CREATE " + item.kind() + " " + Sql.quoted(item.name()));
        } catch (SQLException e) {
            throw Sql.named(e, item);
        }
        // Where the account may not see a routine's text, the server gives none instead of refusing.
        if (row.get(column(item)).isEmpty()) {
            throw new DumpFailure(Reason.RIGHTS_MISSING, item.toString());
        }
        return switch (item.kind()) {
            case Item.TABLE, Item.SEQUENCE -> NEXT_NUMBER.matcher(row.get(1)).replaceAll("");
            case Item.TRIGGER -> String.join("\n", row.subList(1, 6));
            default -> String.join("\n", row.subList(1, row.size()));
        };
    }

    /** Where the statement stands in what SHOW CREATE gives. */
    private static int column(Item item) {
        return switch (item.kind()) {
            case Item.TABLE, Item.SEQUENCE, Item.VIEW -> 1;
            case Item.EVENT -> 3;
            default -> 2;
        };
    }

    private static String hash(String definition) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(definition.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
