package dev.rackside.backup.proof;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of the backups of a time, and by whom. Written as JSON, its members in this order; all durations in
 * milliseconds.
 *
 * @param kind always {@link #KIND}
 * @param program the Rackside that made it
 * @param backups all that were begun in that time, the oldest first
 */
public record RestoreProof(int format, String kind, Instant madeAt, String program, Scope scope, Instant from,
        Instant until, Figures figures, List<Backup> backups, Signer signer) {

    public static final int FORMAT = 1;
    public static final String KIND = "rackside proof of restore";

    /** What the backups are of. */
    public record Scope(String workspace, String database, String host) {}

    /**
     * The figures that auditors ask for.
     *
     * @param proved how many were restored and compared whole
     * @param notProved how many were neither that nor failed
     * @param rpoMillis the longest time of the period without a proved backup behind it; null where none was proved
     * @param newestProved when the newest proved backup was begun; null where there is none
     * @param newestProvedAgeMillis its age at the end of the period, or when this was made if that was earlier
     * @param rtoMillis the longest restore that was measured; null where none was
     * @param rtoMedianMillis the median of those that were
     */
    public record Figures(int taken, int proved, int notProved, int failed, @Nullable Long rpoMillis,
            @Nullable Instant newestProved, @Nullable Long newestProvedAgeMillis, @Nullable Long rtoMillis,
            @Nullable Long rtoMedianMillis) {}

    /**
     * One backup.
     *
     * @param file its name, without its folder
     * @param grade how far it can be relied on: proved, restored, readable, intact, not_verified, failed …
     * @param level up to which it was looked at
     * @param reason why it isn't proved
     * @param restoredBy the server that it was restored into
     */
    public record Backup(UUID id, @Nullable String type, @Nullable Instant startedAt, @Nullable Instant completedAt,
            String file, @Nullable Long bytes, @Nullable String sha256, boolean encrypted, @Nullable String outcome,
            String grade, @Nullable String level, @Nullable String reason, @Nullable String takenBy,
            @Nullable String workstation, @Nullable String tool, @Nullable Instant provedAt,
            @Nullable String restoredBy, @Nullable Long restoreMillis, int tables, @Nullable Long rows,
            int differences) {}

    /** Whose signature stands under it; keys in hexadecimal digits. */
    public record Signer(UUID technician, int keyVersion, String name, String ed25519, String x25519,
            String fingerprint, String words) {}
}
