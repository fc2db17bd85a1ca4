package dev.rackside.session;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The machines of a work item: its own reference and another program's list in JSON, which may hold anything.
 *
 * @param ids each once, in the order they stand there
 * @param odd the list's own text where it isn't a list of ids; else null
 */
record Machines(Set<UUID> ids, @Nullable String odd) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static Machines of(@Nullable UUID one, @Nullable String list) {
        var ids = new LinkedHashSet<UUID>();
        if (one != null) {
            ids.add(one);
        }
        if (list == null || list.isBlank()) {
            return new Machines(ids, null);
        }
        var read = read(list);
        if (read == null) {
            return new Machines(ids, list);
        }
        ids.addAll(read);
        return new Machines(ids, null);
    }

    private static @Nullable List<UUID> read(String list) {
        try {
            var array = JSON.readTree(list);
            if (array.isNull()) {
                return List.of();
            }
            if (!array.isArray()) {
                return null;
            }
            var ids = new ArrayList<UUID>();
            for (var element : array) {
                ids.add(UUID.fromString(element.asString()));
            }
            return ids;
        } catch (JacksonException | IllegalArgumentException _) {
            return null;
        }
    }
}
