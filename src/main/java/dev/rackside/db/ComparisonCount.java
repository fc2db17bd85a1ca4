package dev.rackside.db;

import dev.rackside.row.Comparison;
import java.util.ArrayList;
import java.util.List;

/** Adds up how one table compares. */
final class ComparisonCount {

    /** So many differences of a table are named; all are counted. */
    private static final int NAMED = 20;

    private final String name;
    private final List<String> named = new ArrayList<>();
    private long rows;
    private long equal;
    private long different;
    private long missing;
    private long extra;

    ComparisonCount(String name) {
        this.name = name;
    }

    void equal() {
        rows++;
        equal++;
    }

    void different(String key, List<String> columns) {
        rows++;
        different++;
        name(key + ": " + String.join(", ", columns));
    }

    void missing(String key) {
        rows++;
        missing++;
        name("− " + key);
    }

    void extra(String key) {
        extra++;
        name("+ " + key);
    }

    private void name(String difference) {
        if (named.size() < NAMED) {
            named.add(difference);
        }
    }

    Comparison.Table table() {
        return new Comparison.Table(name, rows, equal + different + extra, equal, different, missing, extra, named);
    }
}
