package dev.rackside.backup;

import dev.rackside.row.Row;
import dev.rackside.text.Coded;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A backup as the list shows it. What another program left out is null.
 *
 * @param duration completed − started; negative where the row says that it ended before it began
 * @param sizeBytes of the file
 */
public record BackupRow(UUID id, Coded<BackupType> type, @Nullable Instant startedAt, @Nullable Instant completedAt,
        @Nullable Duration duration, @Nullable Long sizeBytes, @Nullable String method, Coded<BackupOutcome> outcome,
        Grade grade, @Nullable String reasonCode, @Nullable String host, @Nullable String databaseName,
        @Nullable String filePath, @Nullable Instant updatedAt) implements Row {

    /** As the list's query makes it. */
    public BackupRow(UUID id, @Nullable String type, @Nullable Instant startedAt, @Nullable Instant completedAt,
            @Nullable Long durationMillis, @Nullable Long sizeBytes, @Nullable String method, @Nullable String outcome,
            Integer grade, @Nullable String reasonCode, @Nullable String host, @Nullable String databaseName,
            @Nullable String filePath, @Nullable Instant updatedAt) {
        this(id, Coded.of(BackupType.class, type), startedAt, completedAt,
                durationMillis == null ? null : Duration.ofMillis(durationMillis), sizeBytes, method,
                Coded.of(BackupOutcome.class, outcome), Grade.ranked(grade), reasonCode, host, databaseName, filePath,
                updatedAt);
    }

    /** Whether this is no backup to rely on: the run or its verification failed. */
    public boolean bad() {
        return outcome.known() == BackupOutcome.FAILED || outcome.known() == BackupOutcome.ABANDONED
                || grade == Grade.FAILED;
    }

    /** Whether it holds so much less than the one before that it waits for a person who says that this is right. */
    public boolean suspect() {
        return Reason.SHRUNK.code().equals(reasonCode);
    }

    @Nullable
    Long durationMillis() {
        return duration == null ? null : Long.valueOf(duration.toMillis());
    }
}
