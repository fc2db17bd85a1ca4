package dev.rackside.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.rackside.client.ClientDraft;
import dev.rackside.client.ClientService;
import dev.rackside.db.Ids;
import dev.rackside.db.TestDatabase;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.InvalidDraft;
import dev.rackside.fault.Problem;
import dev.rackside.fault.Violation;
import dev.rackside.row.Choice;
import dev.rackside.row.Dependent;
import dev.rackside.row.EditConflict;
import dev.rackside.row.Facet;
import dev.rackside.row.Order;
import dev.rackside.row.PageRequest;
import dev.rackside.row.Position;
import dev.rackside.text.Coded;
import dev.rackside.ticket.TicketService;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionServiceTest {

    private static final Instant NINE = Instant.parse("2026-11-20T09:00:00.123456Z");

    private static TestDatabase test;
    private static SessionService sessions;
    private static UUID agave;
    private static UUID copper;

    @BeforeAll
    static void open() {
        test = TestDatabase.migrated("sessions",
                List.of(ClientService.ENTITIES, SessionService.ENTITIES, TicketService.ENTITIES));
        sessions = new SessionService(test.database());
        agave = client("Agave Orthopedics");
        copper = client("Copper Construction");
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @BeforeEach
    void empty() {
        test.outside("DELETE FROM sessions");
    }

    @Test
    void sessionComesBackAsItWasWritten() {
        var draft = new SessionDraft("UPS alarm", agave, LocalDate.of(2026, 11, 20), NINE,
                NINE.plus(Duration.ofMinutes(100)), Coded.of(SessionStatus.COMPLETED), "ana.beltrán", true,
                new BigDecimal("1.67"), "Battery **swapped**", "Ask again in spring");
        var created = sessions.create(draft);
        assertThat(sessions.load(created.id())).isEqualTo(created);
        assertThat(created.draft()).isEqualTo(draft);
        assertThat(sessions.clientOf(created.id())).contains(new Choice(agave, "Agave Orthopedics"));
        var row = sessions.row(created.id()).orElseThrow();
        assertThat(row.duration()).isEqualTo(Duration.ofMinutes(100));
        assertThat(row.clientName()).isEqualTo("Agave Orthopedics");
        assertThat(row.tickets()).isZero();
    }

    @Test
    void sessionsTicketsAreCountedAndNamed() {
        var id = sessions.create(draft("UPS alarm", agave)).id();
        test.outside("INSERT INTO ticket_links (id, session_id, integration_type, ticket_id, ticket_status) VALUES ('"
                + Ids.next() + "', '" + id + "', 'autotask', 'T1', 'New')");
        assertThat(sessions.row(id).orElseThrow().tickets()).isEqualTo(1);
        assertThat(sessions.tickets(id)).extracting(SessionTicket::ticketId, SessionTicket::status)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("T1", "New"));
        assertThat(sessions.dependents(id)).contains(new Dependent("ticket_links", 1, true));
    }

    @Test
    void workItemsNameTheirMachinesOfBothColumns() {
        var id = sessions.create(draft("UPS alarm", agave)).id();
        var one = Ids.next();
        var two = Ids.next();
        test.outside("DELETE FROM infrastructure",
                "INSERT INTO infrastructure (id, client_id, hostname, asset_type) VALUES ('" + one + "', '" + agave
                        + "', 'AGAVE-DC01', 'other'), ('" + two + "', '" + agave + "', 'AGAVE-DC02', 'other')",
                "INSERT INTO work_items (id, session_id, category, title, infrastructure_id, infrastructure_ids) VALUES"
                        + " ('" + Ids.next() + "', '" + id + "', 'security', 'both', '" + one + "', '[\"" + two
                        + "\"]'),"
                        + " ('" + Ids.next() + "', '" + id + "', 'security', 'odd', '" + one + "', 'AGAVE-DC02'),"
                        + " ('" + Ids.next() + "', '" + id + "', 'security', 'gone', NULL, '[\"" + agave + "\"]')");
        var items = sessions.workItems(id);
        assertThat(item(items, "both").machines()).extracting(Choice::label)
                .containsExactlyInAnyOrder("AGAVE-DC01", "AGAVE-DC02");
        assertThat(item(items, "both").oddMachines()).isNull();
        assertThat(item(items, "odd").oddMachines()).isEqualTo("AGAVE-DC02");
        assertThat(item(items, "gone").oddMachines()).isEqualTo(agave.toString());
    }

    @Test
    void choicesAreNarrowedToTheClientAndFoundByDay() {
        sessions.create(draft("UPS alarm", agave));
        sessions.create(draft("Mailbox", copper));
        assertThat(sessions.choices(null, "", 10)).extracting(Choice::label)
                .containsExactly("2026-11-20  Mailbox", "2026-11-20  UPS alarm");
        assertThat(sessions.choices(agave, "", 10)).extracting(Choice::label).containsExactly("2026-11-20  UPS alarm");
        assertThat(sessions.choices(null, "mail", 10)).hasSize(1);
        assertThat(sessions.choices(null, "2026-11-2", 1)).hasSize(1);
    }

    @Test
    void listIsNarrowedAndFacetsCountUnderTheOthers() {
        sessions.create(draft("UPS alarm", agave));
        sessions.create(draft("Mailbox", copper));
        assertThat(titles(new SessionFilter(null, Set.of(agave), Set.of(), Set.of(), null))).containsExactly(
                "UPS alarm");
        assertThat(titles(new SessionFilter(null, Set.of(), Set.of("completed"), Set.of(), null))).isEmpty();
        assertThat(titles(new SessionFilter(null, Set.of(), Set.of(), Set.of("jun"), false))).hasSize(2);
        var facets = sessions.facets(new SessionFilter(null, Set.of(agave), Set.of(), Set.of(), null));
        assertThat(facets.clients()).extracting(Facet::label, Facet::count).containsExactlyInAnyOrder(
                org.assertj.core.groups.Tuple.tuple("Agave Orthopedics", 1L),
                org.assertj.core.groups.Tuple.tuple("Copper Construction", 1L));
        assertThat(facets.statuses()).containsExactly(new Facet("in_progress", "In progress", 1));
        assertThat(facets.technicians()).containsExactly(new Facet("jun", "jun", 1));
        assertThat(facets.billable()).containsExactly(new Facet("false", "Not billable", 1));
    }

    @Test
    void searchFindsWhatLikeFinds() {
        var titles = List.of("+AGAVE-APP09* restarted", "C++ (x86) runtime", "Router 10.4.0.1", "dc demoted",
                "100 % full", "snake_case", "O'Hara's mailbox", "nothing of it");
        titles.forEach(title -> sessions.create(draft(title, agave)));
        for (var wanted : List.of("+AGAVE-APP09*", "C++ (", "10.4.", "dc", "%", "_", "'", "agave-app09", "ROUTER")) {
            assertThat(titles(new SessionFilter(wanted, Set.of(), Set.of(), Set.of(), null))).as(wanted)
                    .containsExactlyInAnyOrderElementsOf(titles.stream().filter(title -> title
                            .toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT))).toList());
        }
    }

    @Test
    void everyOrderPagesForthAndBackWithMissingValues() {
        for (var number = 0; number < 7; number++) {
            var client = number % 2 == 0 ? agave : null;
            var id = sessions.create(draft("Session " + number % 3, client)).id();
            if (number % 3 != 0) {
                test.outside("UPDATE sessions SET start_time = NULL, billable_hours = " + number
                        + ", technician = NULL WHERE id = '" + id + "'");
            }
        }
        for (var column : List.of("date", "title", "client", "technician", "status", "duration", "hours", "tickets")) {
            for (var descending : List.of(false, true)) {
                var order = new Order(column, descending);
                var whole = sessions.list(SessionFilter.ALL).page(PageRequest.start(order, 100)).rows().stream()
                        .map(SessionRow::id).toList();
                assertThat(whole).hasSize(7).doesNotHaveDuplicates();
                assertThat(paged(order, true)).as(column).isEqualTo(whole);
                assertThat(paged(order, false)).as(column).isEqualTo(whole);
            }
        }
    }

    @Test
    void anEndBeforeTheStartIsRefusedHereToo() {
        var draft = new SessionDraft(" ", agave, null, NINE, NINE.minusSeconds(1), Coded.of(SessionStatus.class, "odd"),
                null, true, new BigDecimal("10000"), null, null);
        assertThatThrownBy(() -> sessions.create(draft)).asInstanceOf(type(InvalidDraft.class))
                .extracting(InvalidDraft::violations).asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .extracting(violation -> ((Violation) violation).field())
                .containsExactlyInAnyOrder("title", "date", "end", "status", "billableHours");
    }

    @Test
    void twoWhoEditOneSessionDoNotOverwriteEachOther() {
        var loaded = sessions.create(draft("UPS alarm", agave));
        var other = new SessionService(test.database());
        other.save(other.load(loaded.id()), loaded.draft().titled("UPS replaced"));
        assertThatThrownBy(() -> sessions.save(loaded, loaded.draft().titled("UPS silent")))
                .asInstanceOf(type(EditConflict.class))
                .satisfies(conflict -> assertThat(((SessionDraft) conflict.current().draft()).title())
                        .isEqualTo("UPS replaced"));
    }

    @Test
    void anotherProgramsEditIsNoticedAlsoWhereOnlyCaseChanged() {
        for (var change : List.of("session_title = 'UPS ALARM'", "end_time = '2026-11-20 12:00:00'",
                "billable_hours = 3", "is_billable = 1")) {
            var loaded = sessions.create(draft("UPS alarm", agave));
            test.outside("UPDATE sessions SET " + change + " WHERE id = '" + loaded.id() + "'");
            assertThatThrownBy(() -> sessions.save(loaded, loaded.draft().titled("mine"))).as(change)
                    .isInstanceOf(EditConflict.class);
        }
    }

    @Test
    void everyColumnCanBeEdited() {
        var loaded = sessions.create(draft("UPS alarm", agave));
        var edited = new SessionDraft("Other", copper, LocalDate.of(2026, 1, 2), NINE.plusSeconds(1),
                NINE.plusSeconds(90), Coded.of(SessionStatus.BLOCKED), "ana", true, new BigDecimal("9999.99"), "s",
                "n");
        var saved = sessions.save(loaded, edited);
        assertThat(saved.draft()).isEqualTo(edited);
        assertThat(sessions.save(saved, loaded.draft()).draft()).isEqualTo(loaded.draft());
    }

    @Test
    void aSessionDeletedMeanwhileIsGone() {
        var loaded = sessions.create(draft("UPS alarm", agave));
        sessions.delete(loaded.id());
        assertThatThrownBy(() -> sessions.save(loaded, loaded.draft().titled("mine")))
                .asInstanceOf(type(Problem.class)).extracting(Problem::code).isEqualTo(ErrorCode.ROW_GONE);
    }

    @Test
    void oddRowsOfAnotherProgramAreListedAndMendable() {
        test.outside("ALTER TABLE sessions DROP CONSTRAINT ck_sessions_status, DROP CONSTRAINT ck_sessions_title,"
                + " MODIFY session_title VARCHAR(500) NULL, MODIFY session_date DATE NULL,"
                + " MODIFY status VARCHAR(50) NULL, MODIFY is_billable TINYINT(1) NULL");
        try {
            var id = Ids.next();
            test.outside("INSERT INTO sessions (id, is_billable) VALUES ('" + id + "', NULL)",
                    "INSERT INTO sessions (id, session_title, status, start_time, end_time) VALUES ('" + Ids.next()
                            + "', '', 'COMPLETED', '2026-01-02 10:00:00', '2026-01-01 10:00:00')");
            var rows = sessions.list(SessionFilter.ALL).page(PageRequest.start(SessionService.DEFAULT_ORDER, 10))
                    .rows();
            assertThat(rows).hasSize(2).anyMatch(SessionRow::endsBeforeItStarts);
            assertThat(rows).anyMatch(row -> row.status().odd() && row.status().known() == SessionStatus.COMPLETED);
            assertThat(sessions.facets(SessionFilter.ALL).statuses()).hasSize(1);
            assertThat(sessions.choices(null, "", 10)).isNotNull();
            var loaded = sessions.load(id);
            assertThat(loaded.draft().title()).isNull();
            assertThat(sessions.save(loaded, draft("Mended", agave)).draft()).isEqualTo(draft("Mended", agave));
        } finally {
            test.outside("DELETE FROM sessions");
        }
    }

    private static List<UUID> paged(Order order, boolean forward) {
        var rows = sessions.list(SessionFilter.ALL);
        var all = new ArrayList<UUID>();
        Position position = forward ? new Position.Start() : new Position.End();
        while (true) {
            var page = rows.page(new PageRequest(order, position, 3));
            if (page.rows().isEmpty()) {
                return all;
            }
            all.addAll(forward ? all.size() : 0, page.rows().stream().map(SessionRow::id).toList());
            var cursor = java.util.Objects.requireNonNull(forward ? page.last() : page.first());
            position = forward ? new Position.After(cursor) : new Position.Before(cursor);
        }
    }

    private static List<@Nullable String> titles(SessionFilter filter) {
        return sessions.list(filter).page(PageRequest.start(SessionService.DEFAULT_ORDER, 100)).rows().stream()
                .<@Nullable String>map(SessionRow::title).toList();
    }

    private static WorkItemRow item(List<WorkItemRow> items, String title) {
        return items.stream().filter(item -> title.equals(item.title())).findFirst().orElseThrow();
    }

    private static SessionDraft draft(String title, @Nullable UUID client) {
        return new SessionDraft(title, client, LocalDate.of(2026, 11, 20), NINE, NINE.plus(Duration.ofHours(1)),
                Coded.of(SessionStatus.IN_PROGRESS), "jun", false, null, null, null);
    }

    private static UUID client(String name) {
        return new ClientService(test.database()).create(new ClientDraft(name,
                Coded.of(dev.rackside.client.ClientType.MSP_CLIENT), null, null, null, null, true)).id();
    }
}
