package dev.rackside.integration;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** JSON with what looks like a secret masked, wherever it stands: by its name, by its form, in JSON within a text. */
final class MaskedJson {

    private static final Separators SEPARATORS = PrettyPrinter.DEFAULT_SEPARATORS
            .withObjectNameValueSpacing(Separators.Spacing.AFTER);
    private static final Set<String> NAMES = Set.of("name", "key", "header", "field", "param");
    private static final List<String> VALUES = List.of("value", "values", "val", "content", "data", "text");
    private static final int DEEPEST = 3;

    private final int depth;
    private final UnaryOperator<String> redaction;
    private int count;

    private MaskedJson(int depth, UnaryOperator<String> redaction) {
        this.depth = depth;
        this.redaction = redaction;
    }

    /** Indents alone can make a body hundreds of times as long; then it is shown as it stands. */
    private static final int LONGEST = 8 * Body.MOST_BYTES;

    /**
     * The same, pretty-printed and masked; null where it is no JSON, or far too long that way.
     *
     * @param sorted whether the keys of each object come in the order of their names, and not in that of the text
     */
    static Masking.@Nullable Masked pretty(String text, boolean sorted) {
        var json = Json.parsed(text);
        if (json == null) {
            return null;
        }
        var masking = new MaskedJson(0, UnaryOperator.identity());
        var masked = masking.node(json, false);
        masked = sorted ? sorted(masked) : masked;
        var indenter = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter(SEPARATORS).withObjectIndenter(indenter).withArrayIndenter(indenter);
        var written = new Limited();
        try {
            Json.MAPPER.writer().with(printer).writeValue(written, masked);
        } catch (TooLong _) {
            return null;
        }
        return new Masking.Masked(written.toString(), masking.count);
    }

    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            var byName = new TreeMap<String, JsonNode>();
            object.properties().forEach(property -> byName.put(property.getKey(), sorted(property.getValue())));
            var ordered = Json.MAPPER.createObjectNode();
            byName.forEach(ordered::set);
            return ordered;
        }
        if (node instanceof ArrayNode array) {
            var same = Json.MAPPER.createArrayNode();
            array.forEach(each -> same.add(sorted(each)));
            return same;
        }
        return node;
    }

    /**
     * The same as it is to be written into the log.
     *
     * @param redaction masks the very values that are known to be secret
     */
    static JsonNode redacted(JsonNode json, UnaryOperator<String> redaction) {
        return new MaskedJson(0, redaction).node(json, false);
    }

    private static final class TooLong extends RuntimeException {
        TooLong() {
            super(null, null, false, false);
        }
    }

    private static final class Limited extends StringWriter {
        @Override
        public void write(char[] text, int from, int length) {
            super.write(text, from, length);
            if (getBuffer().length() > LONGEST) {
                throw new TooLong();
            }
        }
    }

    static boolean isObject(String text) {
        var json = Json.parsed(text);
        return json != null && json.isObject();
    }

    private JsonNode node(JsonNode node, boolean secret) {
        return switch (node) {
            case ObjectNode object -> object(object, secret);
            case ArrayNode array -> array(array, secret);
            case StringNode text -> text(text, secret);
            default -> node.isNumber() && (secret || known(node.asString())) ? hidden() : node;
        };
    }

    private boolean known(String text) {
        return !redaction.apply(text).equals(text);
    }

    private JsonNode hidden() {
        count++;
        return StringNode.valueOf(Masking.MASK);
    }

    private JsonNode object(ObjectNode object, boolean secret) {
        var named = namesSecret(object);
        var masked = Json.MAPPER.createObjectNode();
        object.properties().forEach(property -> {
            var name = property.getKey();
            var hide = secret || SecretNames.secret(name) || (named && VALUES.contains(name.toLowerCase(Locale.ROOT)));
            masked.set(redaction.apply(name), node(property.getValue(), hide));
        });
        return masked;
    }

    /** {@code {"name": "Authorization", "value": "…"}}. */
    private static boolean namesSecret(ObjectNode object) {
        return object.properties().stream().anyMatch(property -> NAMES.contains(
                property.getKey().toLowerCase(Locale.ROOT)) && property.getValue().isString()
                && SecretNames.secret(property.getValue().stringValue()));
    }

    private JsonNode array(ArrayNode array, boolean secret) {
        var pair = array.size() == 2 && array.get(0).isString() && SecretNames.secret(array.get(0).stringValue());
        var masked = Json.MAPPER.createArrayNode();
        for (var index = 0; index < array.size(); index++) {
            masked.add(node(array.get(index), secret || (pair && index == 1)));
        }
        return masked;
    }

    private JsonNode text(StringNode node, boolean secret) {
        var text = redaction.apply(node.stringValue());
        if (text.isEmpty()) {
            return node;
        }
        if (secret) {
            return hidden();
        }
        var inner = depth < DEEPEST && (text.startsWith("{") || text.startsWith("[")) ? Json.parsed(text) : null;
        if (inner != null) {
            var within = new MaskedJson(depth + 1, redaction);
            var masked = within.node(inner, false);
            count += within.count;
            return within.count == 0 && text.equals(node.stringValue())
                    ? node
                    : StringNode.valueOf(Json.MAPPER.writeValueAsString(masked));
        }
        var masked = Masking.text(text);
        count += masked.count();
        return masked.text().equals(node.stringValue()) ? node : StringNode.valueOf(masked.text());
    }
}
