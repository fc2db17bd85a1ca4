package dev.rackside.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.fault.Violation;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BackupDraftTest {

    private static final Instant START = Instant.parse("2026-11-20T02:00:00Z");

    @Test
    void aWholeRecordBreaksNoRule() {
        assertThat(draft("/b/a.sql.gz", 0L, START, START).violations()).isEmpty();
        assertThat(draft("/b/a.sql.gz", 10L, START, null).violations()).isEmpty();
    }

    @Test
    void aBlankRecordLacksPathSizeAndStart() {
        assertThat(fields(BackupDraft.blank().violations())).containsExactly("filePath", "sizeBytes", "startedAt");
    }

    @Test
    void pathSizeAndTimesHaveLimits() {
        assertThat(fields(draft("x".repeat(500), 1L, START, null).violations())).isEmpty();
        assertThat(fields(draft("x".repeat(501), 1L, START, null).violations())).containsExactly("filePath");
        assertThat(fields(draft("x", -1L, START, null).violations())).containsExactly("sizeBytes");
        assertThat(fields(draft("x", 1L, START, START.minusSeconds(1)).violations())).containsExactly("completedAt");
        assertThat(fields(draft("x", 1L, Instant.parse("2039-01-01T00:00:00Z"), null).violations()))
                .containsExactly("startedAt");
    }

    @Test
    void nobodyPassesABackupByHand() {
        var passed = with(draft("x", 1L, START, null), Coded.of(VerificationStatus.PASSED), null);
        assertThat(fields(passed.violations())).containsExactly("verification");
        assertThat(passed.violations(passed)).isEmpty();
    }

    @Test
    void unknownWordsMustBeMended() {
        var odd = with(draft("x", 1L, START, null), Coded.of(VerificationStatus.class, "checked"), null);
        assertThat(fields(odd.violations(odd))).containsExactly("verification");
    }

    @Test
    void detailsThatAreNotJsonMayStayButNotCome() {
        var odd = with(draft("x", 1L, START, null), Coded.of(VerificationStatus.NOT_VERIFIED), "looked fine");
        assertThat(odd.violations(odd)).isEmpty();
        assertThat(fields(odd.violations())).containsExactly("details");
    }

    @Test
    void everyRuleHasItsWords() {
        var all = new BackupDraft(Coded.of(BackupType.class, "hourly"), "", -1L, START, START.minusSeconds(9), "",
                "h".repeat(256), "d".repeat(101), Coded.of(VerificationStatus.PASSED), "not json").violations();
        assertThat(all).extracting(Violation::key).allMatch(Messages::has);
        assertThat(fields(all)).containsExactly("type", "filePath", "sizeBytes", "completedAt", "method", "host",
                "databaseName", "verification", "details");
    }

    private static BackupDraft draft(String path, Long size, Instant started, @Nullable Instant completed) {
        return new BackupDraft(Coded.of(BackupType.MANUAL), path, size, started, completed, "mysqldump", null, null,
                Coded.of(VerificationStatus.NOT_VERIFIED), null);
    }

    private static BackupDraft with(BackupDraft draft, Coded<VerificationStatus> verification,
            @Nullable String details) {
        return new BackupDraft(draft.type(), draft.filePath(), draft.sizeBytes(), draft.startedAt(),
                draft.completedAt(), draft.method(), draft.host(), draft.databaseName(), verification, details);
    }

    private static List<String> fields(List<Violation> violations) {
        return violations.stream().map(Violation::field).toList();
    }
}
