package dev.rackside.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.client.ClientDraft;
import dev.rackside.client.ClientService;
import dev.rackside.client.ClientType;
import dev.rackside.db.TestDatabase;
import dev.rackside.fault.Violation;
import dev.rackside.row.Bulk;
import dev.rackside.row.BulkChange;
import dev.rackside.row.BulkChange.Put;
import dev.rackside.row.BulkPlan;
import dev.rackside.session.SessionDraft;
import dev.rackside.session.SessionService;
import dev.rackside.session.SessionStatus;
import dev.rackside.text.Coded;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Many sessions, and many links to them. */
class TicketBulkTest {

    private static final Instant NINE = Instant.parse("2026-11-20T09:00:00.123456Z");

    private static TestDatabase test;
    private static SessionService sessions;
    private static TicketService tickets;
    private static UUID agave;
    private static UUID copper;

    @BeforeAll
    static void open() {
        test = TestDatabase.migrated("ticketbulk",
                List.of(ClientService.ENTITIES, SessionService.ENTITIES, TicketService.ENTITIES));
        sessions = new SessionService(test.database());
        tickets = new TicketService(test.database(), () -> "mara.ellis");
        agave = client("Agave Orthopedics");
        copper = client("Copper Construction");
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @Test
    void sessionsWithMomentsDaysAndHoursAreWrittenAndTakenBack() {
        var first = session(agave);
        var second = session(null);
        var before = List.of(sessions.load(first).draft(), sessions.load(second).draft());
        var change = BulkChange.NOTHING.and(new Put("status", Coded.of(SessionStatus.COMPLETED)))
                .and(new Put("clientId", copper));

        var done = sessions.bulk().write(sessions.bulk().plan(List.of(first, second), change), Bulk.Watch.NOBODY);

        assertThat(done.left()).isEmpty();
        assertThat(sessions.load(first).draft().status().known()).isEqualTo(SessionStatus.COMPLETED);
        assertThat(sessions.load(second).draft().clientId()).isEqualTo(copper);
        assertThat(sessions.bulk().takeBack(done, Bulk.Watch.NOBODY).written()).hasSize(2);
        assertThat(List.of(sessions.load(first).draft(), sessions.load(second).draft())).isEqualTo(before);
    }

    @Test
    void aSessionThatBreaksARuleIsRefusedAsItsFormWouldRefuseIt() {
        var odd = session(agave);
        test.outside("UPDATE sessions SET end_time = start_time - INTERVAL 1 HOUR WHERE id = '" + odd + "'");
        var plan = sessions.bulk().plan(List.of(odd),
                BulkChange.NOTHING.and(new Put("status", Coded.of(SessionStatus.BLOCKED))));
        assertThat(plan.items()).singleElement().extracting(BulkPlan.Item::refused)
                .isEqualTo(Violation.of("end", "session.rule.end-before-start"));
    }

    @Test
    void aLinkStaysWithTheClientOfItsSession() {
        var ofAgave = link(agave, session(agave), "1");
        var ofNobody = link(null, session(null), "2");
        var withoutSession = link(agave, null, "3");
        var all = List.of(ofAgave, ofNobody, withoutSession);

        var moved = tickets.bulk().plan(all, BulkChange.NOTHING.and(new Put("clientId", copper)));
        assertThat(moved.items()).extracting(BulkPlan.Item::refused)
                .containsExactly(Violation.of("sessionId", "ticket.rule.session-of-another"), null, null);
        var left = tickets.bulk().plan(all, BulkChange.NOTHING.and(new Put("clientId", null)));
        assertThat(left.items()).extracting(BulkPlan.Item::refused).containsExactly(null,
                Violation.of("", "bulk.why.already-so"),
                Violation.of("sessionId", "ticket.rule.session-or-client"));

        var closed = tickets.bulk().write(tickets.bulk().plan(all,
                BulkChange.NOTHING.and(new Put("state", Coded.of(TicketState.CLOSED)))), Bulk.Watch.NOBODY);
        assertThat(closed.written()).hasSize(3);
        assertThat(tickets.load(ofNobody).draft().state().known()).isEqualTo(TicketState.CLOSED);
        tickets.bulk().takeBack(closed, Bulk.Watch.NOBODY);
        assertThat(tickets.load(ofNobody).draft().state().known()).isEqualTo(TicketState.OPEN);
    }

    private static UUID session(@Nullable UUID client) {
        return sessions.create(new SessionDraft("UPS alarm", client, LocalDate.of(2026, 11, 20), NINE,
                NINE.plusSeconds(3600), Coded.of(SessionStatus.IN_PROGRESS), "jun", true, new BigDecimal("1.50"),
                "summary", null)).id();
    }

    private static UUID link(@Nullable UUID client, @Nullable UUID session, String ticket) {
        return tickets.link(new TicketDraft(client, session, Coded.of(TicketSystem.AUTOTASK), ticket, null, null, null,
                null, Coded.of(TicketState.OPEN), Coded.of(LinkType.RELATED), null)).id();
    }

    private static UUID client(String name) {
        return new ClientService(test.database()).create(
                new ClientDraft(name, Coded.of(ClientType.MSP_CLIENT), null, null, null, null, true)).id();
    }
}
