package dev.rackside.backup;

import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which backup is to be taken, and for whom.
 *
 * @param schedule the schedule that it is taken by; null where a person or a migration wants it
 * @param slotAt when it was due by its schedule; null where it was by none
 * @param target the folder of the backup; null for the workshop's own
 */
public record TakeOrder(BackupType type, @Nullable UUID schedule, @Nullable Instant slotAt, @Nullable Path target) {

    public TakeOrder(BackupType type) {
        this(type, null, null, null);
    }
}
