package dev.rackside.backup.dump;

import java.util.Comparator;

/**
 * Something of a database that has a name.
 *
 * @param kind table, sequence, view, procedure, function, package, package body, trigger or event
 */
public record Item(String kind, String name) implements Comparable<Item> {

    public static final String TABLE = "table";
    public static final String SEQUENCE = "sequence";
    public static final String VIEW = "view";
    public static final String TRIGGER = "trigger";
    public static final String EVENT = "event";

    private static final Comparator<Item> ORDER = Comparator.comparing(Item::kind).thenComparing(Item::name);

    @Override
    public int compareTo(Item other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return kind + " " + name;
    }
}
