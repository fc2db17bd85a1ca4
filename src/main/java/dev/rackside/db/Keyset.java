package dev.rackside.db;

import dev.rackside.row.Cursor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The condition and the order by which a list continues beyond a row. MariaDB sorts NULL before every value. */
final class Keyset {

    private Keyset() {
    }

    static String orderBy(SortColumn<?> column, boolean descending) {
        var hql = new StringBuilder(" order by ");
        for (var key : column.keys()) {
            hql.append(key.hql()).append(descending ? " desc, " : ", ");
        }
        return hql.append("r.id").append(descending ? " desc" : "").toString();
    }

    /**
     * The rows that follow the cursor: those beyond it in the first value, or equal there and beyond it in the second,
     * and so on to the id.
     */
    static Condition beyond(Condition condition, SortColumn<?> column, Cursor cursor, boolean descending) {
        Map<String, Object> bound = new HashMap<>();
        List<String> alternatives = new ArrayList<>();
        var equalSoFar = "";
        for (var i = 0; i < column.keys().size(); i++) {
            var hql = column.keys().get(i).hql();
            var parameter = ":cursor" + i;
            var value = cursor.values().get(i);
            var isNull = value == null;
            if (value != null) {
                bound.put("cursor" + i, value);
            }
            for (var next : beyond(hql, parameter, isNull, descending)) {
                alternatives.add(equalSoFar + next);
            }
            equalSoFar += (isNull ? hql + " is null" : hql + " = " + parameter) + " and ";
        }
        var id = cursor.values().getLast();
        if (id != null) {
            bound.put("cursorId", id);
        }
        alternatives.add(equalSoFar + "r.id " + (descending ? "<" : ">") + " :cursorId");
        return condition.with(String.join(" or ", alternatives), bound);
    }

    private static List<String> beyond(String hql, String parameter, boolean isNull, boolean descending) {
        if (isNull) {
            return descending ? List.of() : List.of(hql + " is not null");
        }
        return descending
                ? List.of(hql + " < " + parameter, hql + " is null")
                : List.of(hql + " > " + parameter);
    }
}
