package dev.rackside.backup;

import dev.rackside.fault.Rules;
import dev.rackside.fault.Violation;
import dev.rackside.text.Coded;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The record of a backup that was taken elsewhere, as a form edits it, with its rules.
 *
 * @param details the verification details as they stand in the database; a form edits the remark in them
 */
public record BackupDraft(Coded<BackupType> type, String filePath, @Nullable Long sizeBytes,
        @Nullable Instant startedAt, @Nullable Instant completedAt, String method, @Nullable String host,
        @Nullable String databaseName, Coded<VerificationStatus> verification, @Nullable String details) {

    /** What a TIMESTAMP of every supported server holds. */
    private static final Instant EARLIEST = Instant.ofEpochSecond(1);
    private static final Instant LATEST = Instant.ofEpochSecond(Integer.MAX_VALUE);

    /** What the record of a backup of this database starts from. */
    public static BackupDraft blank() {
        return new BackupDraft(Coded.of(BackupType.MANUAL), "", null, null, null, "mysqldump", null, null,
                Coded.of(VerificationStatus.NOT_VERIFIED), null);
    }

    /** The rules that a new record breaks; none when it may be saved. */
    public List<Violation> violations() {
        return violations(blank());
    }

    /**
     * The rules that an edit breaks; none when it may be saved.
     *
     * @param before the record as loaded: what another program said of the verification may stay as it is
     */
    public List<Violation> violations(BackupDraft before) {
        return new Rules()
                .that(type.known() != null, "type", "rule.unknown-value", String.valueOf(type.text()))
                .required("filePath", filePath)
                .atMost("filePath", filePath, 500)
                .required("sizeBytes", sizeBytes)
                .that(sizeBytes == null || sizeBytes >= 0, "sizeBytes", "backup.rule.size")
                .required("startedAt", startedAt)
                .that(inRange(startedAt), "startedAt", "backup.rule.time-range")
                .that(inRange(completedAt), "completedAt", "backup.rule.time-range")
                .that(startedAt == null || completedAt == null || !completedAt.isBefore(startedAt), "completedAt",
                        "backup.rule.ends-before-start")
                .required("method", method)
                .atMost("method", method, 50)
                .atMost("host", host, 255)
                .atMost("databaseName", databaseName, 100)
                .that(verification.known() != null, "verification", "rule.unknown-value",
                        String.valueOf(verification.text()))
                .that(verification.known() != VerificationStatus.PASSED || verification.equals(before.verification()),
                        "verification", "backup.rule.passed-by-hand")
                .that(Objects.equals(details, before.details()) || VerificationReport.storable(details), "details",
                        "backup.rule.details")
                .fitsText("details", details)
                .violations();
    }

    private static boolean inRange(@Nullable Instant moment) {
        return moment == null || (!moment.isBefore(EARLIEST) && !moment.isAfter(LATEST));
    }

    BackupDraft recordedBy(String person) {
        return new BackupDraft(type, filePath, sizeBytes, startedAt, completedAt, method, host, databaseName,
                verification, VerificationReport.withRecorder(details, person));
    }
}
