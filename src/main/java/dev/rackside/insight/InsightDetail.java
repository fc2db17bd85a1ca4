package dev.rackside.insight;

import dev.rackside.failure.FailureSummary;
import dev.rackside.row.Choice;
import dev.rackside.row.Row;
import dev.rackside.row.Versioned;
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
 * @param known what the evidence says
 * @param verifications who said "still true", the newest first
 */
public record InsightDetail(Versioned<InsightDraft> insight, Facts facts, @Nullable Choice client,
        @Nullable Choice machine, @Nullable FailureSummary pattern, EvidenceSummary known,
        List<Verification> verifications) implements Row {

    @Override
    public UUID id() {
        return insight.id();
    }

    public InsightDraft draft() {
        return insight.draft();
    }

    /** The grade that the evidence supports. */
    public SupportedGrade supported() {
        return known.supported();
    }

    /** The newest observations. */
    public List<EvidenceRow> evidence() {
        return known.newest();
    }

    /** Whether a person gave another grade than the evidence supports. Without evidence there is nothing to say. */
    public boolean gradesDiffer() {
        var given = draft().confidence().known();
        return supported().count() > 0 && given != null && given != supported().grade();
    }

    /**
     * What the form doesn't edit.
     *
     * @param stale never verified, or longer ago than its category's half-life
     */
    public record Facts(int verificationCount, @Nullable Instant lastVerified, boolean stale,
            @Nullable Instant createdAt, @Nullable Instant updatedAt) {}

    /** Somebody said that it is still true. */
    public record Verification(UUID id, @Nullable String by, Instant at, @Nullable String note) {}
}
