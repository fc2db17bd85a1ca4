package dev.rackside.insight.ui;

import dev.rackside.fx.Badge;
import dev.rackside.fx.LaneTimeline;
import dev.rackside.fx.Timeline.Moment;
import dev.rackside.insight.EvidenceSummary;
import dev.rackside.insight.Outcome;
import dev.rackside.text.Messages;
import java.util.Objects;
import java.util.stream.Stream;

/** The evidence over time at a glance: a lane for each outcome. */
final class EvidenceTimeline {

    private EvidenceTimeline() {
    }

    /** An outcome that this program doesn't know counts as inconclusive. */
    static LaneTimeline of(EvidenceSummary evidence) {
        var supported = evidence.supported();
        return new LaneTimeline(Stream.of(Outcome.values()).map(EvidenceTimeline::lane).toList(),
                evidence.observations().stream()
                        .map(seen -> new Moment<>(
                                lane(Objects.requireNonNullElse(seen.outcome(), Outcome.INCONCLUSIVE)),
                                seen.observedAt()))
                        .toList(),
                evidence.readAt(), from -> Messages.get("insight.timeline.spoken", from, supported.held(),
                        supported.contradicted(), supported.inconclusive()));
    }

    private static Badge lane(Outcome outcome) {
        return badge(outcome, InsightWords.outcome(outcome));
    }

    static Badge badge(Outcome outcome, String word) {
        return switch (outcome) {
            case HELD -> Badge.good(word);
            case CONTRADICTED -> Badge.bad(word);
            case INCONCLUSIVE -> Badge.rest(word);
        };
    }
}
