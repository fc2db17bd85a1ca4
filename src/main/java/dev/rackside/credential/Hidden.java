package dev.rackside.credential;

import dev.rackside.integration.Bodies;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What no secret should stand in, and where other programs put one all the same: shown, and edited, with a mask in its
 * place. What holds a mask is never written back.
 */
final class Hidden {

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://");
    private static final Pattern EXTRA = Pattern.compile("[?#](?=.)", Pattern.DOTALL);

    private Hidden() {
    }

    /** An address without what could sign in by it: all before an {@code @}, and all behind a {@code ?} or {@code #}. */
    static @Nullable String address(@Nullable String stored) {
        if (stored == null) {
            return null;
        }
        var scheme = SCHEME.matcher(stored);
        var begin = scheme.lookingAt() ? scheme.end() : 0;
        var at = stored.lastIndexOf('@');
        var head = at < begin ? stored : stored.substring(0, begin) + Bodies.MASK + stored.substring(at);
        var extra = EXTRA.matcher(head);
        return Bodies.masked(extra.find() ? head.substring(0, extra.start() + 1) + Bodies.MASK : head);
    }

    /** Settings as they stand in the row where they hold no secret, else pretty-printed with masks. */
    static @Nullable String settings(@Nullable String stored) {
        if (stored == null || stored.isBlank()) {
            return stored;
        }
        var body = Bodies.of(stored, stored.length());
        return body.masked() == 0 ? stored : body.text();
    }

    /** Whether a mask stands in a text. */
    static boolean in(@Nullable String text) {
        return text != null && text.contains(Bodies.MASK);
    }
}
