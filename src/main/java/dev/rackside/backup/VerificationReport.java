package dev.rackside.backup;

import dev.rackside.text.Coded;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What {@code backup_log.verification_details} says, as far as it can be read. Rackside's own is an object with
 * {@code level, method, checked_at, server_version, duration_ms, tables [{name, rows_expected, rows_found,
 * checksum_equal}], differences [], remark, recorded_by}; other programs write what they like. Nothing in it is
 * required, and nothing that stands there is an error.
 *
 * @param raw the column's own text, null where there is none
 * @param readable false where there is a text and it isn't a JSON object
 * @param level the level that was reached, or with a failed verification the one that did not hold
 * @param levelText the level's own text where it isn't a known one
 * @param method how it was verified: {@code rackside}, {@code gzip -t}
 * @param tables those that differ first, else in the report's order
 * @param differences in the verifier's words
 * @param remark what a person noted
 */
public record VerificationReport(@Nullable String raw, boolean readable, @Nullable VerificationLevel level,
        @Nullable String levelText, @Nullable String method, @Nullable Instant checkedAt,
        @Nullable String serverVersion, @Nullable Duration duration, List<TableCheck> tables,
        List<String> differences, @Nullable String remark, @Nullable String recordedBy) {

    /** Who verified, as Rackside notes it. */
    public static final String OWN_METHOD = "rackside";

    private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    /**
     * One table compared.
     *
     * @param checksumEqual null where checksums weren't compared
     */
    public record TableCheck(String name, @Nullable Long rowsExpected, @Nullable Long rowsFound,
            @Nullable Boolean checksumEqual) {

        /** Whether the restored table isn't the one that was dumped. */
        public boolean differs() {
            return Boolean.FALSE.equals(checksumEqual)
                    || (rowsExpected != null && rowsFound != null && !rowsExpected.equals(rowsFound));
        }
    }

    /** Reads the column's text; never throws. */
    public static VerificationReport of(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return empty(text, true);
        }
        var object = object(text);
        if (object == null) {
            return empty(text, false);
        }
        var level = Coded.of(VerificationLevel.class, words(object, "level"));
        return new VerificationReport(text, true, level.known(), level.known() == null ? level.text() : null,
                words(object, "method"), moment(words(object, "checked_at")), words(object, "server_version"),
                millis(number(object, "duration_ms")), tables(object.get("tables")), texts(object.get("differences")),
                words(object, "remark"), words(object, "recorded_by"));
    }

    private static VerificationReport empty(@Nullable String text, boolean readable) {
        return new VerificationReport(text, readable, null, null, null, null, null, null, List.of(), List.of(), null,
                null);
    }

    /** Whether Rackside itself wrote it. */
    public boolean own() {
        return OWN_METHOD.equals(method) || (method == null && level != null);
    }

    /** Whether nothing at all is said. */
    public boolean isEmpty() {
        return raw == null || raw.isBlank();
    }

    /** How many rows its tables have by the manifest, or as they were found; null where nobody counted them. */
    public @Nullable Long rows() {
        var counted = tables.stream().map(table -> table.rowsExpected() == null
                ? table.rowsFound()
                : table.rowsExpected()).toList();
        return counted.isEmpty() || counted.contains(null)
                ? null
                : Long.valueOf(counted.stream().mapToLong(Long::longValue).sum());
    }

    /** What a person sees and edits as the remark; a text that isn't JSON counts as one. */
    public String remarkText() {
        return readable ? remark == null ? "" : remark : raw == null ? "" : raw;
    }

    /** The details with another remark, everything else as it was; null where nothing is left to say. */
    public static @Nullable String withRemark(@Nullable String details, String text) {
        return with(details, "remark", text);
    }

    /** The details with the name of the person who entered the record. */
    static @Nullable String withRecorder(@Nullable String details, String person) {
        return with(details, "recorded_by", person);
    }

    /**
     * The details with a note that retention let the file go; a text that isn't JSON stays as it is.
     *
     * @param removed false where it was missing already
     */
    static @Nullable String withPruned(@Nullable String details, Instant at, String by, boolean removed) {
        if (!storable(details)) {
            return details;
        }
        var found = details == null ? null : object(details);
        var object = found == null ? JSON.createObjectNode() : found;
        object.putObject("pruned").put("at", at.toString()).put("by", by).put("file", removed ? "removed" : "missing");
        return JSON.writeValueAsString(object);
    }

    /** The details with a note of who said that so much less is right; a text that isn't JSON stays as it is. */
    static @Nullable String withConfirmed(@Nullable String details, Instant at, String by, @Nullable String less) {
        if (!storable(details)) {
            return details;
        }
        var found = details == null ? null : object(details);
        var object = found == null ? JSON.createObjectNode() : found;
        object.putObject("confirmed").put("at", at.toString()).put("by", by).put("less", less);
        return JSON.writeValueAsString(object);
    }

    private static @Nullable String with(@Nullable String details, String key, String text) {
        var found = details == null || details.isBlank() ? null : object(details);
        var object = found == null ? JSON.createObjectNode() : found;
        if (text.isBlank()) {
            object.remove(key);
        } else {
            object.put(key, text.strip());
        }
        return object.isEmpty() ? null : JSON.writeValueAsString(object);
    }

    /** Whether a text may stand in the column: nothing, or a JSON object. */
    static boolean storable(@Nullable String details) {
        return details == null || object(details) != null;
    }

    private static @Nullable ObjectNode object(String text) {
        try {
            return JSON.readTree(text) instanceof ObjectNode object ? object : null;
        } catch (JacksonException _) {
            return null;
        }
    }

    private static @Nullable String words(JsonNode object, String key) {
        var node = object.get(key);
        return node == null || node.isNull() || node.isContainer() ? null : node.asString();
    }

    private static @Nullable Long number(JsonNode object, String key) {
        var node = object.get(key);
        return node != null && node.isIntegralNumber() && node.canConvertToLong()
                ? Long.valueOf(node.longValue())
                : null;
    }

    private static @Nullable Duration millis(@Nullable Long millis) {
        return millis == null || millis < 0 ? null : Duration.ofMillis(millis);
    }

    private static @Nullable Instant moment(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static List<TableCheck> tables(@Nullable JsonNode list) {
        var checks = new ArrayList<TableCheck>();
        if (list != null && list.isArray()) {
            for (var node : list) {
                var name = words(node, "name");
                if (name != null) {
                    var equal = node.get("checksum_equal");
                    checks.add(new TableCheck(name, number(node, "rows_expected"), number(node, "rows_found"),
                            (equal != null && equal.isBoolean()) ? Boolean.valueOf(equal.booleanValue()) : null));
                }
            }
        }
        checks.sort(Comparator.comparing(check -> !check.differs()));
        return List.copyOf(checks);
    }

    private static List<String> texts(@Nullable JsonNode list) {
        var texts = new ArrayList<String>();
        if (list != null && list.isArray()) {
            for (var node : list) {
                texts.add(node.isString() ? node.stringValue() : node.toString());
            }
        }
        return List.copyOf(texts);
    }
}
