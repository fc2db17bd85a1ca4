package dev.rackside.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.rackside.client.ClientDraft;
import dev.rackside.client.ClientService;
import dev.rackside.client.ClientType;
import dev.rackside.db.Ids;
import dev.rackside.db.TestDatabase;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.InvalidDraft;
import dev.rackside.fault.Problem;
import dev.rackside.row.EditConflict;
import dev.rackside.row.Facet;
import dev.rackside.row.Order;
import dev.rackside.row.PageRequest;
import dev.rackside.row.Position;
import dev.rackside.session.SessionDraft;
import dev.rackside.session.SessionService;
import dev.rackside.text.Coded;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TicketServiceTest {

    private static TestDatabase test;
    private static TicketService tickets;
    private static UUID agave;
    private static UUID copper;
    private static UUID atAgave;
    private static UUID atCopper;

    @BeforeAll
    static void open() {
        test = TestDatabase.migrated("tickets",
                List.of(ClientService.ENTITIES, SessionService.ENTITIES, TicketService.ENTITIES));
        tickets = new TicketService(test.database(), () -> "mara.ellis");
        agave = client("Agave Orthopedics");
        copper = client("Copper Construction");
        atAgave = session("UPS alarm", agave);
        atCopper = session("Mailbox", copper);
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @BeforeEach
    void empty() {
        test.outside("DELETE FROM ticket_links");
    }

    @Test
    void linkedTicketShowsWhoLinkedItAndItsSession() {
        var draft = new TicketDraft(agave, atAgave, Coded.of(TicketSystem.SYNCRO_MSP), "5077567", "77567",
                "New starter", "https://msp.syncromsp.com/tickets/5077567", "New", Coded.of(TicketState.OPEN),
                Coded.of(LinkType.RESOLVES), "See _notes_");
        var linked = tickets.link(draft);
        assertThat(tickets.load(linked.id())).isEqualTo(linked);
        assertThat(linked.draft()).isEqualTo(draft);
        var row = tickets.row(linked.id()).orElseThrow();
        assertThat(row.linkedBy()).isEqualTo("mara.ellis");
        assertThat(row.clientName()).isEqualTo("Agave Orthopedics");
        assertThat(row.sessionTitle()).isEqualTo("UPS alarm");
        assertThat(row.linkedAt()).isNotNull();
        assertThat(row.stateDerived()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"Closed,closed", "resolved,closed", "Complete,closed", "Invoiced,closed", "Waiting on Customer,waiting",
            "waiting for parts,waiting", "New,open", "In Progress,open", "Unresolved riddle,unknown", ",unknown"})
    void aStateThatIsMissingFollowsTheVendorsWordsAndIsNotWritten(@Nullable String words, String state) {
        var id = outside("T1", words);
        var row = tickets.row(id).orElseThrow();
        assertThat(row.state().text()).isEqualTo(state);
        assertThat(row.stateDerived()).isEqualTo(!state.equals("unknown"));
        assertThat(tickets.load(id).draft().state().text()).isEqualTo("unknown");
        assertThat(tickets.facets(TicketFilter.ALL).states()).extracting(Facet::value).containsExactly(state);
        assertThat(numbers(filter(null, Set.of(state)))).hasSize(1);
    }

    @Test
    void rowsWithoutAnyStateAreShownToo() {
        test.outside("ALTER TABLE ticket_links MODIFY ticket_state VARCHAR(20) NULL DEFAULT NULL,"
                + " DROP CONSTRAINT ck_ticket_links_type, MODIFY link_type VARCHAR(50) NULL,"
                + " MODIFY integration_type VARCHAR(100) NULL, DROP CONSTRAINT ck_ticket_links_system");
        var id = outside("T1", "Closed");
        test.outside("UPDATE ticket_links SET link_type = NULL, integration_type = 'HALO'");
        var row = tickets.row(id).orElseThrow();
        assertThat(row.state().known()).isEqualTo(TicketState.CLOSED);
        assertThat(row.stateDerived()).isTrue();
        assertThat(row.system().odd()).isTrue();
        assertThat(tickets.facets(TicketFilter.ALL).systems()).containsExactly(new Facet("HALO", "HALO", 1));
        var loaded = tickets.load(id);
        assertThat(loaded.draft().state().text()).isNull();
        var mended = new TicketDraft(agave, atAgave, Coded.of(TicketSystem.AUTOTASK), "T1", null, null, null, "Closed",
                loaded.draft().state(), Coded.of(LinkType.RELATED), null);
        assertThat(tickets.save(loaded, mended).draft()).isEqualTo(mended);
    }

    @Test
    void theSameTicketIsLinkedToASessionOncePerType() {
        tickets.link(draft(atAgave, agave, "T1", LinkType.RELATED));
        tickets.link(draft(atAgave, agave, "T1", LinkType.RESOLVES));
        tickets.link(draft(atCopper, copper, "T1", LinkType.RELATED));
        assertThatThrownBy(() -> tickets.link(draft(atAgave, agave, "t1", LinkType.RELATED)))
                .satisfies(refused("ticketId", "ticket.rule.linked-already"));
    }

    @Test
    void aDoubleIsRefusedWithoutAUniqueKeyTooAndAnOldOneStaysEditable() {
        test.outside("ALTER TABLE ticket_links ADD KEY IF NOT EXISTS other (session_id), DROP KEY uq_ticket_links");
        try {
            var first = tickets.link(draft(atAgave, agave, "T1", LinkType.RELATED));
            assertThatThrownBy(() -> tickets.link(draft(atAgave, agave, "T1", LinkType.RELATED)))
                    .satisfies(refused("ticketId", "ticket.rule.linked-already"));
            var other = tickets.link(draft(atAgave, agave, "T2", LinkType.RELATED));
            assertThatThrownBy(() -> tickets.save(other, first.draft()))
                    .satisfies(refused("ticketId", "ticket.rule.linked-already"));
            test.outside("UPDATE ticket_links SET ticket_id = 'T1'");
            var doubled = tickets.load(other.id());
            assertThat(tickets.save(doubled, noted(doubled.draft(), "kept")).draft().note()).isEqualTo("kept");
        } finally {
            test.outside("DELETE FROM ticket_links", "ALTER TABLE ticket_links ADD UNIQUE KEY uq_ticket_links"
                    + " (session_id, integration_type, ticket_id, link_type)");
        }
    }

    @Test
    void aSessionOfAnotherClientIsRefused() {
        assertThatThrownBy(() -> tickets.link(draft(atAgave, copper, "T1", LinkType.RELATED)))
                .satisfies(refused("sessionId", "ticket.rule.session-of-another"));
        assertThatThrownBy(() -> tickets.link(draft(Ids.next(), copper, "T1", LinkType.RELATED)))
                .satisfies(refused("sessionId", "ticket.rule.session-gone"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "javascript:alert(1)", "https://mara:secret@example.com/t/1",
            "\\\\host\\share", "example.com/t/1", "https:///t", "data:text/html,x", "ms-msdt:/id", "not an address"})
    void anAddressThatABrowserShouldNotOpenIsRefused(String url) {
        var draft = new TicketDraft(agave, atAgave, Coded.of(TicketSystem.AUTOTASK), "T1", null, null, url, null,
                Coded.of(TicketState.UNKNOWN), Coded.of(LinkType.RELATED), null);
        assertThatThrownBy(() -> tickets.link(draft)).satisfies(refused("url", "ticket.rule.address"));
    }

    @Test
    void listIsNarrowedToASessionAClientAndByItsFacets() {
        tickets.link(draft(atAgave, agave, "T1", LinkType.RELATED));
        tickets.link(draft(atCopper, copper, "T2", LinkType.DOCUMENTS));
        assertThat(numbers(new TicketFilter(null, atAgave, Set.of(), Set.of(), Set.of(), Set.of(), Set.of())))
                .containsExactly("T1");
        assertThat(numbers(new TicketFilter(null, null, Set.of(copper), Set.of(), Set.of(), Set.of(), Set.of())))
                .containsExactly("T2");
        assertThat(numbers(new TicketFilter(null, null, Set.of(), Set.of("autotask"), Set.of("unknown"),
                Set.of("documents"), Set.of("mara.ellis")))).containsExactly("T2");
        var facets = tickets.facets(
                new TicketFilter(null, null, Set.of(copper), Set.of(), Set.of(), Set.of(), Set.of()));
        assertThat(facets.clients()).hasSize(2);
        assertThat(facets.linkTypes()).containsExactly(new Facet("documents", "Documents", 1));
        assertThat(facets.linkedBy()).containsExactly(new Facet("mara.ellis", "mara.ellis", 1));
    }

    @Test
    void searchFindsWhatLikeFinds() {
        var ids = List.of("+AGAVE-APP09*", "C++ (2)", "10.4.7", "dc-9", "100%", "a_b", "O'Hara", "plain");
        ids.forEach(id -> tickets.link(draft(atAgave, agave, id, LinkType.RELATED)));
        for (var wanted : List.of("+AGAVE-APP09*", "C++ (", "10.4.", "dc", "%", "_", "'", "PLAIN")) {
            assertThat(numbers(filter(wanted, Set.of()))).as(wanted).containsExactlyInAnyOrderElementsOf(ids.stream()
                    .filter(id -> id.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT))).toList());
        }
    }

    @Test
    void everyOrderPagesForthAndBackWithMissingValues() {
        var words = new String[]{"New", null, "Closed", "Waiting"};
        for (var number = 0; number < 8; number++) {
            outside("T" + number, words[number % 4]);
        }
        tickets.link(draft(atAgave, agave, "T9", LinkType.RELATED));
        for (var column : List.of("linked", "system", "number", "subject", "client", "session", "status", "state",
                "link", "by")) {
            for (var descending : List.of(false, true)) {
                var order = new Order(column, descending);
                var whole = tickets.list(TicketFilter.ALL).page(PageRequest.start(order, 100)).rows().stream()
                        .map(TicketRow::id).toList();
                assertThat(whole).hasSize(9).doesNotHaveDuplicates();
                assertThat(paged(order, true)).as(column).isEqualTo(whole);
                assertThat(paged(order, false)).as(column).isEqualTo(whole);
            }
        }
    }

    @Test
    void twoWhoEditOneLinkDoNotOverwriteEachOther() {
        var loaded = tickets.link(draft(atAgave, agave, "T1", LinkType.RELATED));
        var other = new TicketService(test.database(), () -> "jun");
        other.save(other.load(loaded.id()), noted(loaded.draft(), "theirs"));
        assertThatThrownBy(() -> tickets.save(loaded, noted(loaded.draft(), "mine")))
                .asInstanceOf(type(EditConflict.class))
                .satisfies(conflict -> assertThat(((TicketDraft) conflict.current().draft()).note())
                        .isEqualTo("theirs"));
    }

    @Test
    void anotherProgramsEditIsNoticedAlsoWhereOnlyCaseChanged() {
        var loaded = tickets.link(draft(atAgave, agave, "t1", LinkType.RELATED));
        test.outside("UPDATE ticket_links SET ticket_id = 'T1'");
        assertThatThrownBy(() -> tickets.save(loaded, noted(loaded.draft(), "mine"))).isInstanceOf(EditConflict.class);
    }

    @Test
    void aLinkDeletedMeanwhileIsGone() {
        var loaded = tickets.link(draft(atAgave, agave, "T1", LinkType.RELATED));
        tickets.delete(loaded.id());
        assertThatThrownBy(() -> tickets.save(loaded, noted(loaded.draft(), "mine")))
                .asInstanceOf(type(Problem.class)).extracting(Problem::code).isEqualTo(ErrorCode.ROW_GONE);
    }

    private static UUID outside(String ticketId, @Nullable String words) {
        var id = Ids.next();
        test.outside("INSERT INTO ticket_links (id, session_id, integration_type, ticket_id, ticket_status, link_type)"
                + " VALUES ('" + id + "', '" + atAgave + "', 'autotask', '" + ticketId + "', "
                + (words == null ? "NULL" : "'" + words + "'") + ", 'related')");
        return id;
    }

    private static List<UUID> paged(Order order, boolean forward) {
        var rows = tickets.list(TicketFilter.ALL);
        var all = new ArrayList<UUID>();
        Position position = forward ? new Position.Start() : new Position.End();
        while (true) {
            var page = rows.page(new PageRequest(order, position, 2));
            if (page.rows().isEmpty()) {
                return all;
            }
            all.addAll(forward ? all.size() : 0, page.rows().stream().map(TicketRow::id).toList());
            var cursor = java.util.Objects.requireNonNull(forward ? page.last() : page.first());
            position = forward ? new Position.After(cursor) : new Position.Before(cursor);
        }
    }

    private static List<@Nullable String> numbers(TicketFilter filter) {
        return tickets.list(filter).page(PageRequest.start(TicketService.DEFAULT_ORDER, 100)).rows().stream()
                .<@Nullable String>map(TicketRow::ticketId).toList();
    }

    private static TicketFilter filter(@Nullable String text, Set<String> states) {
        return new TicketFilter(text, null, Set.of(), Set.of(), states, Set.of(), Set.of());
    }

    private static Consumer<Throwable> refused(String field, String key) {
        return thrown -> assertThat(((InvalidDraft) thrown).violations())
                .anyMatch(violation -> violation.field().equals(field) && violation.key().equals(key));
    }

    private static TicketDraft draft(UUID session, UUID client, String ticketId, LinkType type) {
        return new TicketDraft(client, session, Coded.of(TicketSystem.AUTOTASK), ticketId, null, null, null, null,
                Coded.of(TicketState.UNKNOWN), Coded.of(type), null);
    }

    private static TicketDraft noted(TicketDraft draft, String note) {
        return new TicketDraft(draft.clientId(), draft.sessionId(), draft.system(), draft.ticketId(), draft.number(),
                draft.subject(), draft.url(), draft.status(), draft.state(), draft.linkType(), note);
    }

    private static UUID session(String title, UUID client) {
        return new SessionService(test.database()).create(SessionDraft.blank(client, "jun", LocalDate.of(2026, 11, 20),
                Instant.parse("2026-11-20T09:00:00Z")).titled(title)).id();
    }

    private static UUID client(String name) {
        return new ClientService(test.database()).create(new ClientDraft(name, Coded.of(ClientType.MSP_CLIENT), null,
                null, null, null, true)).id();
    }
}
