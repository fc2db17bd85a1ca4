package dev.rackside.insight;

import dev.rackside.db.Database;
import dev.rackside.db.Named;
import dev.rackside.failure.FailureService;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.insight.InsightDetail.Evidence;
import dev.rackside.insight.InsightDetail.Facts;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import jakarta.data.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.StatelessSession;

/** Brings together what is known about one insight. */
final class InsightReading {

    /** Older evidence than that has no weight left, and nobody reads so far. */
    private static final Limit MOST_WEIGHED = Limit.of(10_000);
    private static final Limit MOST_SHOWN = Limit.of(50);

    /** Machines are another room's, so javac can't check this query as it does the repository's. */
    private static final String EVIDENCE = """
            select e.id, e.outcome, e.whatWasTried, e.expected, e.observed, e.source, e.recordedBy, e.observedAt, \
            m.hostname from InsightExample e left join Machine m on m.id = e.machineId \
            where e.insightId = :insightId order by e.observedAt desc, e.id""";

    private InsightReading() {
    }

    static InsightDetail detail(StatelessSession session, UUID id) {
        var insights = new Insights_(session);
        var insight = insights.byId(id)
                .orElseThrow(() -> new Problem(ErrorCode.ROW_GONE, Messages.get("insight.this")));
        var loaded = insight.versioned();
        var halfLife = InsightCategory.halfLifeDays(loaded.draft().category());
        var now = Database.serverClock(session);
        var observations = insights.outcomes(id, MOST_WEIGHED).stream()
                .map(row -> new SupportedGrade.Observation(Coded.of(Outcome.class, row.outcome()).known(),
                        row.observedAt()))
                .toList();
        var pattern = insight.sourcePatternId;
        return new InsightDetail(loaded, facts(insight, halfLife, now),
                Named.of(session, "select c.name from Client c where c.id = :id", insight.clientId),
                Named.of(session, "select m.hostname from Machine m where m.id = :id", insight.machineId),
                pattern == null ? null : FailureService.summary(session, pattern).orElse(null),
                SupportedGrade.of(observations, halfLife, now), evidence(session, id),
                insights.verifications(id, MOST_SHOWN));
    }

    private static List<Evidence> evidence(StatelessSession session, UUID insightId) {
        return session.createSelectionQuery(EVIDENCE, Evidence.class).setParameter("insightId", insightId)
                .setMaxResults(MOST_SHOWN.maxResults()).getResultList();
    }

    private static Facts facts(Insight insight, int halfLifeDays, Instant now) {
        var verified = insight.lastVerified;
        var stale = verified == null || verified.isBefore(now.minus(Duration.ofDays(halfLifeDays)));
        var count = insight.verificationCount;
        return new Facts(count == null ? 0 : count, verified, stale, insight.createdAt, insight.updatedAt);
    }
}
