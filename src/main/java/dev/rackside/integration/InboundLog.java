package dev.rackside.integration;

import dev.rackside.db.Ids;
import dev.rackside.text.Coded;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** What came in from outside systems, beside our own calls: one row in the log for each thing that one told of. */
public final class InboundLog {

    private static final String KEEP = """
            insert into external_integrations (id, integration_type, external_id, action, direction, response_data,
                outcome, created_by, created_at)
            values (:id, :system, :external, 'fetched', 'inbound', :content, 'succeeded', :who, :at)""";
    private static final String ABOUT = """
            select id, created_at, response_data from external_integrations
            where external_id = :external and integration_type = :system and direction = 'inbound'
            order by created_at desc, id desc""";

    private InboundLog() {
    }

    /**
     * Something that came in.
     *
     * @param content JSON with the thing as {@code body}; null where another program kept none
     */
    public record Kept(UUID id, Instant at, @Nullable String content) {}

    /**
     * Keeps what a system told, secrets masked, in the transaction of whatever is made of it.
     *
     * @param externalId the system's own id of what it told of
     */
    public static void keep(StatelessSession session, ExchangeSystem system, String externalId, Fields told, String who,
            Instant at) {
        session.createNativeMutationQuery(KEEP).setParameter("id", Ids.next().toString())
                .setParameter("system", Coded.code(system)).setParameter("external", externalId)
                .setParameter("content", ExchangeLog.answered(told.json(), UnaryOperator.identity()))
                .setParameter("who", who).setParameter("at", at).executeUpdate();
    }

    /** What came in about one thing, the newest first. */
    public static List<Kept> about(StatelessSession session, ExchangeSystem system, String externalId, int atMost) {
        return session.createNativeQuery(ABOUT, Object[].class).setParameter("external", externalId)
                .setParameter("system", Coded.code(system)).addScalar("id", String.class)
                .addScalar("created_at", Instant.class).addScalar("response_data", String.class).setMaxResults(atMost)
                .getResultList().stream().map(row -> new Kept(UUID.fromString((String) row[0]), (Instant) row[1],
                        (String) row[2]))
                .toList();
    }
}
