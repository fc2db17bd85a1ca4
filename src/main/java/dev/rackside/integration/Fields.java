package dev.rackside.integration;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * JSON of an outside system, read liberally: names in any case, numbers where texts are meant and the other way round.
 * What isn't there is nothing, at any depth; nothing here throws.
 */
public final class Fields {

    private static final Fields NOTHING = new Fields(MissingNode.getInstance());

    private final JsonNode node;

    Fields(JsonNode node) {
        this.node = node;
    }

    /** JSON that is no answer: settings of a credential. Of nothing where the text is no JSON. */
    public static Fields of(@Nullable String json) {
        var node = json == null ? null : Json.parsed(json);
        return node == null ? NOTHING : new Fields(node);
    }

    /** The value of a name; of the very name where there is one, else of the first that differs in case alone. */
    public Fields at(String name) {
        var exact = node.get(name);
        if (exact != null) {
            return new Fields(exact);
        }
        return node.properties().stream().filter(each -> each.getKey().equalsIgnoreCase(name)).findFirst()
                .map(each -> new Fields(each.getValue())).orElse(NOTHING);
    }

    /** Whether there is a value, even an empty one. */
    public boolean there() {
        return !node.isMissingNode() && !node.isNull();
    }

    public boolean isArray() {
        return node.isArray();
    }

    public boolean isObject() {
        return node.isObject();
    }

    /** A text, a number or a yes or no as text, without blanks around it; null where there is none, or it is empty. */
    public @Nullable String text() {
        var text = node.isString() || node.isNumber() || node.isBoolean() ? node.asString().strip() : "";
        return text.isEmpty() ? null : text;
    }

    public @Nullable String text(String name) {
        return at(name).text();
    }

    public String text(String name, String otherwise) {
        var text = text(name);
        return text == null ? otherwise : text;
    }

    /** True, "true", "yes" and 1 are. */
    public boolean flag(String name) {
        var text = text(name);
        return text != null && List.of("true", "yes", "1").contains(text.toLowerCase(Locale.ROOT));
    }

    public @Nullable Long number(String name) {
        var text = text(name);
        try {
            return text == null ? null : Long.valueOf(text);
        } catch (NumberFormatException _) {
            return null;
        }
    }

    /** A moment as ISO writes it; without a zone it counts as UTC. */
    public @Nullable Instant moment(String name) {
        var text = text(name);
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException _) {
            try {
                return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
            } catch (DateTimeParseException _) {
                return null;
            }
        }
    }

    /** The elements of an array; none where it is none. */
    public List<Fields> items() {
        var items = new ArrayList<Fields>(node.size());
        if (node.isArray()) {
            node.forEach(each -> items.add(new Fields(each)));
        }
        return items;
    }

    public List<Fields> items(String name) {
        return at(name).items();
    }

    /** Names with their values, in their order; none where it is no object. */
    public List<Map.Entry<String, Fields>> entries() {
        return node.properties().stream().map(each -> Map.entry(each.getKey(), new Fields(each.getValue()))).toList();
    }

    JsonNode json() {
        return node;
    }

    /** Nothing of what it holds. */
    @Override
    public String toString() {
        return node.getNodeType().name();
    }
}
