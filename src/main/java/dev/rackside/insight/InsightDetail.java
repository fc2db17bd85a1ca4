package dev.rackside.insight;

import dev.rackside.failure.FailureSummary;
import dev.rackside.row.Choice;
import dev.rackside.row.Row;
import dev.rackside.row.Versioned;
import dev.rackside.text.Coded;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one insight.
 *
 * @param client its client; null where it has none. One that is gone is labelled with its id
 * @param machine its machine, likewise
 * @param pattern what it was learned from; null where there is none
 * @param supported the grade that the evidence supports
 * @param evidence the newest observations
 * @param verifications who said "still true", the newest first
 */
public record InsightDetail(Versioned<InsightDraft> insight, Facts facts, @Nullable Choice client,
        @Nullable Choice machine, @Nullable FailureSummary pattern, SupportedGrade supported, List<Evidence> evidence,
        List<Verification> verifications) implements Row {

    @Override
    public UUID id() {
        return insight.id();
    }

    public InsightDraft draft() {
        return insight.draft();
    }

    /** Whether a person gave another grade than the evidence supports. Without evidence there is nothing to say. */
    public boolean gradesDiffer() {
        var given = draft().confidence().known();
        return supported.count() > 0 && given != null && given != supported.grade();
    }

    /**
     * What the form doesn't edit.
     *
     * @param stale never verified, or longer ago than its category's half-life
     */
    public record Facts(int verificationCount, @Nullable Instant lastVerified, boolean stale,
            @Nullable Instant createdAt, @Nullable Instant updatedAt) {}

    /**
     * One observation.
     *
     * @param machine the host name of the machine it was made on
     */
    public record Evidence(UUID id, Coded<Outcome> outcome, String whatWasTried, @Nullable String expected,
            @Nullable String observed, String source, @Nullable String recordedBy, Instant observedAt,
            @Nullable String machine) {

        /** As the query makes it. */
        public Evidence(UUID id, String outcome, String whatWasTried, @Nullable String expected,
                @Nullable String observed, String source, @Nullable String recordedBy, Instant observedAt,
                @Nullable String machine) {
            this(id, Coded.of(Outcome.class, outcome), whatWasTried, expected, observed, source, recordedBy,
                    observedAt, machine);
        }
    }

    /** Somebody said that it is still true. */
    public record Verification(UUID id, @Nullable String by, Instant at, @Nullable String note) {}
}
