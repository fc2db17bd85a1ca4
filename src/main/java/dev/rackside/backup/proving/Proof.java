package dev.rackside.backup.proving;

import dev.rackside.backup.Reason;
import dev.rackside.backup.VerificationLevel;
import dev.rackside.backup.VerificationReport.TableCheck;
import dev.rackside.backup.VerificationStatus;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a backup was found to hold.
 *
 * @param level the level that was reached, or with a failure the one that did not hold; null where not even the first
 *     could be tried
 * @param status passed for a whole comparison alone
 * @param reason why it isn't passed; null where nothing stood in the way
 * @param words what was found, in the words of whoever found it
 * @param serverVersion of the server that it was restored into, null where it was not
 * @param restoreTime how long the restore took; null where there was none
 */
public record Proof(@Nullable VerificationLevel level, VerificationStatus status, @Nullable Reason reason,
        String words, List<TableCheck> tables, List<String> differences, @Nullable String serverVersion,
        @Nullable Duration restoreTime) {

    static Proof held(VerificationLevel level) {
        return new Proof(level, VerificationStatus.NOT_VERIFIED, null, "", List.of(), List.of(), null, null);
    }

    static Proof failed(VerificationLevel level, Reason reason, String words) {
        return new Proof(level, VerificationStatus.FAILED, reason, words, List.of(), List.of(words), null, null);
    }

    static Proof unknown(@Nullable VerificationLevel level, Reason reason, String words) {
        return new Proof(level, VerificationStatus.NOT_VERIFIED, reason, words, List.of(), List.of(), null, null);
    }

    /** Whether it held up to a level, and nothing stood in the way. */
    public boolean reached(VerificationLevel asked) {
        return status != VerificationStatus.FAILED && reason == null && level != null && level.compareTo(asked) >= 0
                && (asked != VerificationLevel.COMPARE || status == VerificationStatus.PASSED);
    }
}
