package dev.rackside.integration;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Makes texts presentable that strangers wrote: what looks like a secret is masked, JSON is pretty-printed. */
public final class Bodies {

    /** Stands in place of a secret. */
    public static final String MASK = Masking.MASK;

    private Bodies() {
    }

    /**
     * @param text the beginning of what stands in the row, more than {@link Body#MOST_BYTES} where there is more
     * @param bytes how long the whole is
     */
    public static Body of(@Nullable String text, long bytes) {
        return of(text, bytes, false);
    }

    /** The same with the keys of JSON in the order of their names: what differs in their order alone is the same. */
    static Body sorted(@Nullable String text, long bytes) {
        return of(text, bytes, true);
    }

    private static Body of(@Nullable String text, long bytes, boolean sorted) {
        if (text == null || text.isBlank()) {
            return new Body(Body.Kind.NONE, "", bytes, false, 0);
        }
        var begun = beginning(text);
        var cut = begun.length() < text.length();
        var pretty = cut ? null : MaskedJson.pretty(begun, sorted);
        if (pretty != null) {
            return new Body(Body.Kind.JSON, Neutral.text(pretty.text()), bytes, false, pretty.count());
        }
        var masked = Masking.text(begun);
        return new Body(Body.Kind.TEXT, Neutral.text(masked.text()), bytes, cut, masked.count());
    }

    /** One line or a short text with masks, as it stands otherwise. */
    public static String masked(String text) {
        return Masking.text(text).text();
    }

    /** Whether a text is a JSON object, with no name twice in it. */
    public static boolean isObject(String text) {
        return MaskedJson.isObject(text);
    }

    /** As many whole characters as fit. */
    private static String beginning(String text) {
        if (text.length() <= Body.MOST_BYTES / 4) {
            return text;
        }
        var input = CharBuffer.wrap(text);
        StandardCharsets.UTF_8.newEncoder().encode(input, ByteBuffer.allocate(Body.MOST_BYTES), true);
        return text.substring(0, input.position());
    }
}
