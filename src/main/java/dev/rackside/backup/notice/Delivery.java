package dev.rackside.backup.notice;

import dev.rackside.backup.BackupAlert;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a notice, as its row says.
 *
 * @param workstation that sends it, or tried last
 * @param nextAttempt when it is tried again; null where it isn't
 * @param failure why it wasn't delivered the last time; null where nothing failed
 */
public record Delivery(UUID id, BackupAlert alert, Channel channel, State state, String workstation, int attempts,
        Instant created, @Nullable Instant sent, @Nullable Instant nextAttempt, @Nullable String failure) {

    /** How far it is. */
    public enum State {
        SENDING, SENT, FAILED
    }
}
