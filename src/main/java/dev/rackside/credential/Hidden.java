package dev.rackside.credential;

import dev.rackside.integration.Bodies;
import org.jspecify.annotations.Nullable;

/**
 * What no secret should stand in, and where other programs put one all the same: shown, and edited, with a mask in its
 * place. What holds a mask is never written back.
 */
final class Hidden {

    private Hidden() {
    }

    /** An address without what signs in by it. */
    static @Nullable String address(@Nullable String stored) {
        return stored == null ? null : Bodies.masked(stored);
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
