package dev.rackside.failure;

import dev.rackside.fault.Rules;
import dev.rackside.fault.Violation;
import dev.rackside.text.Coded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A failure pattern as a form edits it, with the rules that the form shows and the service checks. That a machine
 * belongs to the pattern's client only the service knows.
 *
 * @param clientId null: met anywhere
 * @param machineId null: met on any machine
 * @param signature recognises it in a command or an error; may be a regular expression
 * @param firstSeen null on a new one: now, by the server's clock
 * @param lastSeen null on a new one: now, by the server's clock
 * @param active whether it is looked out for; null where another program left it out
 */
public record FailureDraft(@Nullable UUID clientId, @Nullable UUID machineId, Coded<PatternType> type,
        @Nullable String signature, @Nullable String errorPattern, @Nullable String rootCause,
        @Nullable String solution, @Nullable String alternatives, Coded<Severity> severity,
        @Nullable Integer occurrences, @Nullable Instant firstSeen, @Nullable Instant lastSeen,
        @Nullable Boolean active) {

    private static final int SIGNATURE_LIMIT = 500;
    private static final int MOST_OCCURRENCES = 1_000_000_000;

    /** What a new pattern starts from. Its type is for a person to say. */
    public static FailureDraft blank(@Nullable UUID clientId) {
        return new FailureDraft(clientId, null, Coded.of(PatternType.class, null), null, null, null, null, null,
                Coded.of(Severity.MINOR), 1, null, null, true);
    }

    /** A new pattern like this one, met once so far. */
    public FailureDraft copy() {
        return new FailureDraft(clientId, machineId, type, signature, errorPattern, rootCause, solution, alternatives,
                severity, 1, null, null, true);
    }

    /** The rules that the draft breaks; none when it may be saved. */
    public List<Violation> violations() {
        return new Rules()
                .required("signature", signature)
                .atMost("signature", signature, SIGNATURE_LIMIT)
                .required("type", type.text())
                .that(type.text() == null || type.known() != null, "type", "rule.unknown-value",
                        String.valueOf(type.text()))
                .required("severity", severity.text())
                .that(severity.text() == null || severity.known() != null, "severity", "rule.unknown-value",
                        String.valueOf(severity.text()))
                .fitsText("errorPattern", errorPattern)
                .fitsText("rootCause", rootCause)
                .fitsText("solution", solution)
                .fitsText("alternatives", alternatives)
                .required("occurrences", occurrences)
                .between("occurrences", occurrences, 0, MOST_OCCURRENCES)
                .storable("firstSeen", firstSeen)
                .storable("lastSeen", lastSeen)
                .that(firstSeen == null || lastSeen == null || !lastSeen.isBefore(firstSeen), "lastSeen",
                        "failure.rule.last-before-first")
                .that(active != null, "active", "rule.required")
                .violations();
    }

    /**
     * The rules that an edit breaks: what broke one before, and was left as it stood, may stay. A moment that is known
     * can be changed, not taken away.
     *
     * @param before as it was loaded; null for a new pattern
     */
    public List<Violation> violationsSince(@Nullable FailureDraft before) {
        if (before == null) {
            return violations();
        }
        var broken = new Rules()
                .that(firstSeen != null || before.firstSeen == null, "firstSeen", "rule.required")
                .that(lastSeen != null || before.lastSeen == null, "lastSeen", "rule.required").violations();
        var all = new ArrayList<>(broken);
        violations().stream().filter(each -> !before.violations().contains(each)).forEach(all::add);
        return List.copyOf(all);
    }
}
