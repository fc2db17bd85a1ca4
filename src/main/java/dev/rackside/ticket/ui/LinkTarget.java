package dev.rackside.ticket.ui;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket is to be linked to, as the screen that was open tells.
 *
 * @param session null where none is chosen
 * @param client whose it is; null where nobody knows, and where the session tells
 */
public record LinkTarget(@Nullable UUID session, @Nullable UUID client) {

    public static final LinkTarget NONE = new LinkTarget(null, null);
}
