package dev.rackside.credential;

import dev.rackside.integration.Body;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one probe of a connection's test found.
 *
 * @param name what was tried
 * @param found in the words of whoever tested; masked like everything of theirs
 */
public record Probe(String name, String found) {

    /** The probes of a test; none where its details are no JSON object, and are shown as they stand. */
    static List<Probe> of(Body details) {
        if (details.kind() != Body.Kind.JSON) {
            return List.of();
        }
        var json = parsed(details.text());
        return json == null || !json.isObject()
                ? List.of()
                : json.properties().stream().map(each -> new Probe(each.getKey(), words(each.getValue()))).toList();
    }

    private static @Nullable JsonNode parsed(String text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException _) {
            return null;
        }
    }

    /** A value alone says itself; what is within it stands in one line. */
    private static String words(JsonNode value) {
        if (value.isObject()) {
            return value.properties().stream().map(each -> each.getKey() + ": " + words(each.getValue()))
                    .collect(Collectors.joining(", "));
        }
        return value.isArray()
                ? value.valueStream().map(Probe::words).collect(Collectors.joining(", "))
                : value.asString("");
    }
}
