package dev.rackside.insight;

import dev.rackside.row.Choice;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a new observation starts from.
 *
 * @param title the insight's
 * @param clientId whose machines and sessions may be named; null for any
 * @param machine the insight's own machine, which the draft names
 */
public record EvidenceStart(UUID insightId, @Nullable String title, @Nullable UUID clientId,
        @Nullable Choice machine, EvidenceDraft draft) {}
