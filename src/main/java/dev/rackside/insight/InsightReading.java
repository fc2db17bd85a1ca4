package dev.rackside.insight;

import dev.rackside.db.Database;
import dev.rackside.db.Named;
import dev.rackside.failure.FailureService;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.insight.InsightDetail.Facts;
import dev.rackside.row.Choice;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import jakarta.data.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Brings together what is known about one insight. */
final class InsightReading {

    /** Older evidence than that has no weight left, and nobody reads so far. */
    private static final Limit MOST_WEIGHED = Limit.of(10_000);
    private static final Limit MOST_SHOWN = Limit.of(50);
    private static final int FIRST_EVIDENCE = 8;

    /** Machines and sessions are other rooms', so javac can't check this query as it does the repository's. */
    private static final String NEWEST = "select " + EvidenceService.COLUMNS + " from InsightExample r "
            + EvidenceService.JOINS + " where r.insightId = :insightId order by r.observedAt desc, r.id desc";

    private InsightReading() {
    }

    static InsightDetail detail(StatelessSession session, UUID id) {
        var insights = new Insights_(session);
        var insight = insights.byId(id)
                .orElseThrow(() -> new Problem(ErrorCode.ROW_GONE, Messages.get("insight.this")));
        var now = Database.serverClock(session);
        var pattern = insight.sourcePatternId;
        return new InsightDetail(insight.versioned(), facts(insight, halfLife(insight), now),
                Named.of(session, "select c.name from Client c where c.id = :id", insight.clientId),
                machine(session, insight),
                pattern == null ? null : FailureService.summary(session, pattern).orElse(null),
                evidence(session, insight, now), insights.verifications(id, MOST_SHOWN));
    }

    static EvidenceSummary evidence(StatelessSession session, Insight insight, Instant now) {
        var observations = new Insights_(session).outcomes(insight.id, MOST_WEIGHED).stream()
                .map(row -> new SupportedGrade.Observation(Coded.of(Outcome.class, row.outcome()).known(),
                        row.observedAt()))
                .toList();
        var newest = session.createSelectionQuery(NEWEST, EvidenceRow.class).setParameter("insightId", insight.id)
                .setMaxResults(FIRST_EVIDENCE).getResultList();
        return new EvidenceSummary(SupportedGrade.of(observations, halfLife(insight), now), observations, newest, now);
    }

    private static int halfLife(Insight insight) {
        return InsightCategory.halfLifeDays(Coded.of(InsightCategory.class, insight.category));
    }

    static @Nullable Choice machine(StatelessSession session, Insight insight) {
        return Named.of(session, "select m.hostname from Machine m where m.id = :id", insight.machineId);
    }

    private static Facts facts(Insight insight, int halfLifeDays, Instant now) {
        var verified = insight.lastVerified;
        var stale = verified == null || verified.isBefore(now.minus(Duration.ofDays(halfLifeDays)));
        var count = insight.verificationCount;
        return new Facts(count == null ? 0 : count, verified, stale, insight.createdAt, insight.updatedAt);
    }
}
