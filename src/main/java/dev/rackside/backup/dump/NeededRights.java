package dev.rackside.backup.dump;

import dev.rackside.backup.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether an account sees everything of a database. The server hides what an account has no right to: a trigger, a
 * routine or a whole table is then simply not listed, and a dump without it ends well. So the rights must be there on
 * the whole database; nothing can be hidden then.
 */
public final class NeededRights {

    private static final List<String> NEEDED = List.of("SELECT", "SHOW VIEW", "TRIGGER", "EVENT", "LOCK TABLES");
    /** Any of these lets an account see that a routine is there; its text is asked for one by one. */
    private static final Set<String> ROUTINES = Set.of("SHOW CREATE ROUTINE", "EXECUTE", "ALTER ROUTINE",
            "CREATE ROUTINE");
    private static final String ALL = "ALL PRIVILEGES";
    private static final Pattern GRANT = Pattern.compile("GRANT (.+?) ON (\\*|`(?:[^`]|``)+`)\\.(\\S+) TO .*",
            Pattern.DOTALL);

    private NeededRights() {
    }

    /** @throws DumpFailure RIGHTS_MISSING with the rights, and what can't be read for lack of them */
    static void check(Connection connection) throws SQLException {
        var held = held(connection);
        if (held.contains(ALL)) {
            return;
        }
        var missing = new ArrayList<>(NEEDED.stream().filter(right -> !held.contains(right)).toList());
        // Whoever may read the server's own tables sees every routine in them.
        if (held.stream().noneMatch(ROUTINES::contains)) {
            missing.add("SHOW CREATE ROUTINE");
        }
        if (!missing.isEmpty()) {
            throw new DumpFailure(Reason.RIGHTS_MISSING, String.join(", ", missing) + named(connection, missing));
        }
    }

    /** The rights that the account has on the whole of the connection's database, or on all of them. */
    public static Set<String> held(Connection connection) throws SQLException {
        var database = Sql.row(connection, "SELECT DATABASE()").getFirst();
        var held = new LinkedHashSet<String>();
        for (var line : Sql.rows(connection, "SHOW GRANTS")) {
            var grant = GRANT.matcher(line.getFirst());
            if (grant.matches() && "*".equals(grant.group(3)) && covers(grant.group(2), database)) {
                Arrays.stream(grant.group(1).split(", ", -1)).forEach(held::add);
            }
        }
        return held;
    }

    /** A grant's database is a pattern: % and _ stand for anything, unless a backslash is before them. */
    static boolean covers(String granted, String database) {
        if ("*".equals(granted)) {
            return true;
        }
        var pattern = new StringBuilder();
        var name = granted.substring(1, granted.length() - 1).replace("``", "`");
        for (var i = 0; i < name.length(); i++) {
            var character = name.charAt(i);
            if (character == '\\' && i + 1 < name.length()) {
                pattern.append(Pattern.quote(String.valueOf(name.charAt(++i))));
            } else if (character == '%') {
                pattern.append(".*");
            } else {
                pattern.append(character == '_' ? "." : Pattern.quote(String.valueOf(character)));
            }
        }
        return Pattern.compile(pattern.toString(), Pattern.DOTALL | Pattern.CASE_INSENSITIVE).matcher(database)
                .matches();
    }

    private static String named(Connection connection, List<String> missing) throws SQLException {
        var names = new ArrayList<String>();
        for (var item : Contents.items(connection)) {
            var hidden = switch (item.kind()) {
                case Item.TABLE -> missing.contains("SELECT") && !readable(connection, item);
                case Item.VIEW -> missing.contains("SHOW VIEW");
                default -> false;
            };
            if (hidden) {
                names.add(item.toString());
            }
        }
        return names.isEmpty() ? "" : ": " + String.join(", ", names);
    }

    private static boolean readable(Connection connection, Item table) {
        try {
            return Sql.rows(connection, "SELECT * FROM " + Sql.quoted(table.name()) + " LIMIT 0").isEmpty();
        } catch (SQLException _) {
            return false;
        }
    }
}
