package dev.rackside.db;

import dev.rackside.row.Cursor;
import java.util.HashMap;
import java.util.Map;

/** The condition and the order by which a list continues beyond a row. MariaDB sorts NULL before every value. */
final class Keyset {

    private Keyset() {
    }

    static String orderBy(String column, boolean descending) {
        var direction = descending ? " desc" : "";
        return " order by " + column + direction + ", r.id" + direction;
    }

    /** The rows that follow the cursor in an order by {@code column} and id. */
    static Condition beyond(Condition condition, String column, Cursor cursor, boolean descending) {
        var value = cursor.values().getFirst();
        Map<String, Object> bound = new HashMap<>();
        var id = cursor.values().getLast();
        if (id != null) {
            bound.put("cursorId", id);
        }
        if (value != null) {
            bound.put("cursorValue", value);
        }
        return condition.with(beyond(column, value == null, descending), bound);
    }

    private static String beyond(String column, boolean atNull, boolean descending) {
        var sameValueNextId = (atNull ? column + " is null" : column + " = :cursorValue") + " and r.id "
                + (descending ? "<" : ">") + " :cursorId";
        if (atNull) {
            return descending ? sameValueNextId : "(" + sameValueNextId + ") or " + column + " is not null";
        }
        return descending
                ? column + " < :cursorValue or (" + sameValueNextId + ") or " + column + " is null"
                : column + " > :cursorValue or (" + sameValueNextId + ")";
    }
}
