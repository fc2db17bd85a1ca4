package dev.rackside.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.text.Coded;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GradeTest {

    @Test
    void onlyAComparisonThatPassedProves() {
        assertThat(grade("passed", "succeeded", VerificationLevel.COMPARE)).isEqualTo(Grade.PROVED);
        assertThat(grade("passed", null, VerificationLevel.COMPARE)).isEqualTo(Grade.PROVED);
        assertThat(grade("passed", "succeeded", VerificationLevel.RESTORE)).isEqualTo(Grade.PASSED_ELSEWHERE);
        assertThat(grade("passed", null, null)).isEqualTo(Grade.PASSED_ELSEWHERE);
    }

    @Test
    void aRunThatEndedBadlyIsNotProvedWhateverItSays() {
        for (var outcome : new String[]{"running", "failed", "abandoned"}) {
            assertThat(grade("passed", outcome, VerificationLevel.COMPARE)).isEqualTo(Grade.UNCLEAR);
        }
    }

    @Test
    void whatWasNotTriedShowsTheLevelReached() {
        assertThat(grade("not_verified", "succeeded", null)).isEqualTo(Grade.NOT_VERIFIED);
        assertThat(grade("not_verified", "succeeded", VerificationLevel.HASH)).isEqualTo(Grade.INTACT);
        assertThat(grade("not_verified", "succeeded", VerificationLevel.PARSE)).isEqualTo(Grade.READABLE);
        assertThat(grade("not_verified", "succeeded", VerificationLevel.RESTORE)).isEqualTo(Grade.RESTORED);
        assertThat(grade(null, null, null)).isEqualTo(Grade.NOT_VERIFIED);
    }

    @Test
    void whatDidNotHoldIsFailedAtAnyLevel() {
        assertThat(grade("failed", "succeeded", VerificationLevel.COMPARE)).isEqualTo(Grade.FAILED);
        assertThat(grade("FAILED", null, null)).isEqualTo(Grade.FAILED);
    }

    @Test
    void whatCannotBeIsUnclear() {
        assertThat(grade("not_verified", "succeeded", VerificationLevel.COMPARE)).isEqualTo(Grade.UNCLEAR);
        assertThat(grade("checked", null, VerificationLevel.COMPARE)).isEqualTo(Grade.UNCLEAR);
        assertThat(grade("", null, null)).isEqualTo(Grade.UNCLEAR);
    }

    private static Grade grade(@Nullable String status, @Nullable String outcome, @Nullable VerificationLevel level) {
        return Grade.of(Coded.of(VerificationStatus.class, status), Coded.of(BackupOutcome.class, outcome), level);
    }
}
