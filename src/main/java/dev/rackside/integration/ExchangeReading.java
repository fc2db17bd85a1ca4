package dev.rackside.integration;

import dev.rackside.db.Named;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.row.Choice;
import dev.rackside.text.Messages;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Brings together what is known about one exchange. */
final class ExchangeReading {

    private static final String BODIES = """
            select octet_length(request_data), convert(left(request_data, :most) using utf8mb4),
                octet_length(response_data), convert(left(response_data, :most) using utf8mb4)
            from external_integrations where id = :id""";

    /** What did the same comes first, so that two answers of one kind are compared. */
    private static final String BEFORE = """
            select earlier.id from external_integrations this join external_integrations earlier
                on earlier.integration_type = this.integration_type and earlier.external_id = this.external_id
                and (earlier.created_at, earlier.id) < (this.created_at, this.id)
            where this.id = :id and this.external_id <> ''
            order by (earlier.action <=> this.action and earlier.direction <=> this.direction) desc,
                earlier.created_at desc, earlier.id desc limit 1""";

    private ExchangeReading() {
    }

    /** What stands in the database; it is made presentable outside of the transaction. */
    record Read(Exchange exchange, @Nullable String client, @Nullable Choice session, @Nullable Choice workItem,
            @Nullable UUID workItemSession, Stored request, Stored response) {

        ExchangeRow row() {
            return new ExchangeRow(exchange.id, exchange.createdAt, exchange.system, exchange.action,
                    exchange.direction, exchange.outcome, exchange.httpStatus, exchange.durationMs,
                    exchange.externalId, exchange.sessionId, client, exchange.createdBy);
        }

        ExchangeDetail shown() {
            var url = exchange.externalUrl;
            var address = url == null || url.isBlank() ? null : Masking.text(url.strip());
            return new ExchangeDetail(row(), session, workItem, workItemSession,
                    address == null ? null : Neutral.text(address.text()), address != null && address.count() == 0,
                    Bodies.of(request.begun(), request.bytes()), Bodies.of(response.begun(), response.bytes()));
        }
    }

    /** The beginning of a body, and how long the whole is. */
    record Stored(@Nullable String begun, long bytes) {

        Body sorted() {
            return Bodies.sorted(begun, bytes);
        }

        static Stored of(@Nullable Object begun, @Nullable Object octets) {
            return new Stored((String) begun, octets instanceof Number number ? number.longValue() : 0);
        }
    }

    static Read read(StatelessSession session, UUID id) {
        var exchange = new Exchanges_(session).byId(id)
                .orElseThrow(() -> new Problem(ErrorCode.ROW_GONE, Messages.get("exchange.this")));
        var bodies = session.createNativeQuery(BODIES, Object[].class).setParameter("most", Body.MOST_BYTES + 1)
                .setParameter("id", id.toString()).getSingleResult();
        var client = exchange.sessionId == null
                ? null
                : session.createSelectionQuery("select c.name from WorkSession s join Client c on c.id = s.clientId "
                        + "where s.id = :id", String.class).setParameter("id", exchange.sessionId).getResultList()
                        .stream().findFirst().orElse(null);
        return new Read(exchange, client,
                Named.of(session, "select s.title from WorkSession s where s.id = :id", exchange.sessionId),
                Named.of(session, "select w.title from WorkItem w where w.id = :id", exchange.workItemId),
                sessionOf(session, exchange.workItemId), Stored.of(bodies[1], bodies[0]),
                Stored.of(bodies[3], bodies[2]));
    }

    static Optional<UUID> before(StatelessSession session, UUID id) {
        return session.createNativeQuery(BEFORE, String.class).setParameter("id", id.toString()).getResultList()
                .stream().findFirst().map(UUID::fromString);
    }

    private static @Nullable UUID sessionOf(StatelessSession session, @Nullable UUID workItem) {
        return workItem == null
                ? null
                : session.createSelectionQuery("select w.sessionId from WorkItem w where w.id = :id", UUID.class)
                        .setParameter("id", workItem).getResultList().stream().findFirst().orElse(null);
    }
}
