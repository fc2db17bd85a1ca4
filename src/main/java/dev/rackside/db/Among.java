package dev.rackside.db;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The condition of being one of some rows. The list is filled up to one of a few lengths with ids that are in it
 * already, so that queries differ in a few texts only and none is translated anew each time.
 */
final class Among {

    private static final int SHORTEST = 16;
    private static final int FACTOR = 4;

    private Among() {
    }

    static Condition these(Condition condition, List<UUID> ids) {
        if (ids.isEmpty()) {
            return condition.with("1 = 0", Map.of());
        }
        var length = SHORTEST;
        while (length < ids.size()) {
            length *= FACTOR;
        }
        var bound = new HashMap<String, Object>();
        for (var i = 0; i < length; i++) {
            bound.put("id" + i, ids.get(Math.min(i, ids.size() - 1)));
        }
        return condition.with("r.id in (" + IntStream.range(0, length).mapToObj(i -> ":id" + i)
                .collect(Collectors.joining(", ")) + ")", bound);
    }
}
