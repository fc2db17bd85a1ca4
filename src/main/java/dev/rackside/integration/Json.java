package dev.rackside.integration;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** The one reader of strangers' JSON: strict in its form, with an end to depth and length. */
final class Json {

    /** A name twice in one object is refused, so that no value is lost by looking. */
    static final JsonMapper MAPPER = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES).build();

    private Json() {
    }

    /** Null where it is no JSON, or nothing. */
    static @Nullable JsonNode parsed(String text) {
        try {
            return there(MAPPER.readTree(text));
        } catch (JacksonException _) {
            return null;
        }
    }

    /** The same of bytes, in whichever of Unicode's encodings. */
    static @Nullable JsonNode parsed(byte[] bytes) {
        try {
            return there(MAPPER.readTree(bytes));
        } catch (JacksonException _) {
            return null;
        }
    }

    private static @Nullable JsonNode there(@Nullable JsonNode json) {
        return json == null || json.isMissingNode() ? null : json;
    }
}
