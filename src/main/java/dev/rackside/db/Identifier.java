package dev.rackside.db;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names of tables and columns that were read from information_schema, as SQL takes them. */
final class Identifier {

    private Identifier() {
    }

    /** The name in backquotes, whatever characters it has. */
    static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    static String quoted(Collection<String> names) {
        return names.stream().map(Identifier::quoted).collect(Collectors.joining(", "));
    }
}
