package dev.rackside.backup.restoring;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.text.Messages;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;

/** Names of what a restore makes. */
public final class Names {

    /** The longest name of a database or a table. */
    private static final int LONGEST = 64;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    private static final Set<String> SERVERS_OWN = Set.of("mysql", "sys", "information_schema", "performance_schema");

    private Names() {
    }

    /** A name that tells what it is: {@code rackside_restored_20261129}. */
    public static String suggested(String of, LocalDate day) {
        var behind = "_restored_" + DAY.format(day);
        var plain = of.replaceAll("[^A-Za-z0-9_]", "_");
        return plain.substring(0, Math.min(plain.length(), LONGEST - behind.length())) + behind;
    }

    /** @throws Problem RESTORE_NAME_REFUSED where it isn't plain, or is the server's own */
    static void refuseOdd(String name) {
        if (!name.matches("[A-Za-z0-9_]{1," + LONGEST + "}") || name.matches("\\d+")) {
            throw refused(name, "backup.restore.name.odd");
        }
        if (SERVERS_OWN.contains(name.toLowerCase(Locale.ROOT))) {
            throw refused(name, "backup.restore.name.servers");
        }
    }

    /** A word of the server's, as a character set or a collation has it. */
    static String word(String name) {
        if (!name.matches("\\w+")) {
            throw new Problem(ErrorCode.VALUE_REFUSED, name);
        }
        return name;
    }

    static Problem refused(String name, String because) {
        return new Problem(ErrorCode.RESTORE_NAME_REFUSED, name, Messages.get(because));
    }
}
