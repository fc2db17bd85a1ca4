package dev.rackside.failure;

import dev.rackside.db.Named;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.row.Choice;
import dev.rackside.text.Messages;
import java.util.List;
import java.util.UUID;
import org.hibernate.StatelessSession;

/** Brings together what is known about one failure pattern. */
final class FailureReading {

    private static final int MOST_INSIGHTS = 50;

    private FailureReading() {
    }

    static FailureDetail detail(StatelessSession session, UUID id) {
        var patterns = new FailurePatterns_(session);
        var pattern = patterns.byId(id)
                .orElseThrow(() -> new Problem(ErrorCode.ROW_GONE, Messages.get("failure.this")));
        return new FailureDetail(pattern.versioned(),
                Named.of(session, "select c.name from Client c where c.id = :id", pattern.clientId),
                Named.of(session, "select m.hostname from Machine m where m.id = :id", pattern.machineId),
                insights(session, id), patterns.insights(id), pattern.createdAt, pattern.updatedAt);
    }

    /** Insights are a room that hangs on this one, so their table is read by its name. */
    private static List<Choice> insights(StatelessSession session, UUID id) {
        return session.createNativeQuery("""
                select id, coalesce(insight_title, '') from environmental_insights where source_pattern_id = :id
                order by insight_title, id""", Object[].class)
                .setParameter("id", id.toString()).setMaxResults(MOST_INSIGHTS).getResultList().stream()
                .map(row -> new Choice(UUID.fromString(row[0].toString()), row[1].toString())).toList();
    }
}
