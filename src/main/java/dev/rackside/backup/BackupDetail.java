package dev.rackside.backup;

import dev.rackside.text.Coded;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one backup.
 *
 * @param report what its verification says
 * @param verification the status as it stands in the row
 * @param schedule the name of the schedule that asked for it, null where none did
 * @param editable false for a run of Rackside's own: what it recorded isn't changed by hand
 */
public record BackupDetail(BackupRow row, VerificationReport report, Coded<VerificationStatus> verification,
        @Nullable String toolVersion, @Nullable String sha256, @Nullable Boolean encrypted, @Nullable String failure,
        @Nullable String takenBy, @Nullable String workstation, @Nullable String schedule, @Nullable Instant slotAt,
        @Nullable Instant createdAt, @Nullable Instant updatedAt, boolean editable) {}
