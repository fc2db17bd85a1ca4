package dev.rackside.ticket.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.client.ClientDraft;
import dev.rackside.client.ClientService;
import dev.rackside.client.ClientType;
import dev.rackside.db.TestDatabase;
import dev.rackside.fx.Background;
import dev.rackside.fx.PagedRows;
import dev.rackside.row.Choice;
import dev.rackside.row.Facet;
import dev.rackside.session.SessionDraft;
import dev.rackside.session.SessionService;
import dev.rackside.text.Coded;
import dev.rackside.ticket.LinkType;
import dev.rackside.ticket.TicketDraft;
import dev.rackside.ticket.TicketFilter;
import dev.rackside.ticket.TicketRow;
import dev.rackside.ticket.TicketService;
import dev.rackside.ticket.TicketState;
import dev.rackside.ticket.TicketSystem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Without a toolkit: everything happens at once in the calling thread. */
class TicketListViewModelTest {

    private static TestDatabase test;
    private static TicketDoors doors;
    private static Choice agave;
    private static Choice copper;
    private static UUID atAgave;

    private final SimpleObjectProperty<@Nullable Choice> scope = new SimpleObjectProperty<>();
    private TicketListViewModel model;

    @BeforeAll
    static void open() {
        test = TestDatabase.migrated("ticketmodel",
                List.of(ClientService.ENTITIES, SessionService.ENTITIES, TicketService.ENTITIES));
        doors = Doors.offline(test);
        agave = client("Agave Orthopedics");
        copper = client("Copper Construction");
        atAgave = session("UPS alarm", agave);
        link(atAgave, agave, "A1");
        link(session("Mailbox", agave), agave, "A2");
        link(session("Firewall", copper), copper, "C1");
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @BeforeEach
    void make() {
        model = new TicketListViewModel(Background.direct(), doors, scope);
    }

    @Test
    void nothingIsReadBeforeTheScreenIsShown() {
        assertThat(model.rows().items()).isEmpty();
        model.shown();
        assertThat(ids()).containsExactlyInAnyOrder("A1", "A2", "C1");
        assertThat(model.facets().get().clients()).extracting(Facet::count).containsExactly(2L, 1L);
    }

    @Test
    void theWindowsClientNarrowsTheList() {
        model.shown();
        scope.set(copper);
        assertThat(ids()).containsExactly("C1");
        scope.set(null);
        assertThat(ids()).hasSize(3);
    }

    @Test
    void aSessionsTicketsAreShownUntilTheChipIsTakenAway() {
        scope.set(copper);
        model.shown();
        model.onlySession(atAgave);
        assertThat(ids()).containsExactly("A1");
        var only = model.only().get();
        assertThat(only).isNotNull();
        assertThat(only.choice().label()).isEqualTo("2026-11-20  UPS alarm");
        model.showOnly(null);
        assertThat(ids()).containsExactly("C1");
    }

    @Test
    void aClientsTicketsAreShownUntilTheWindowIsNarrowedOtherwise() {
        model.shown();
        model.onlyClient(agave.id());
        assertThat(ids()).containsExactlyInAnyOrder("A1", "A2");
        scope.set(copper);
        assertThat(model.only().get()).isNull();
        assertThat(ids()).containsExactly("C1");
    }

    @Test
    void aFilterThatNothingMatchesLeavesAnEmptyList() {
        model.shown();
        model.narrow(new TicketFilter("nobody", null, Set.of(), Set.of(), Set.of(), Set.of(), Set.of()));
        assertThat(model.rows().state().get()).isEqualTo(PagedRows.State.EMPTY);
        model.narrow(TicketFilter.ALL);
        assertThat(ids()).hasSize(3);
    }

    @Test
    void aLinkOutsideTheFilterCanBeRevealed() {
        model.shown();
        model.narrow(new TicketFilter("C1", null, Set.of(), Set.of(), Set.of(), Set.of(), Set.of()));
        var other = doors.tickets().list(TicketFilter.ALL).page(dev.rackside.row.PageRequest
                .start(TicketService.DEFAULT_ORDER, 10)).rows().stream().filter(row -> "A2".equals(row.ticketId()))
                .findFirst().orElseThrow();
        model.reveal(other.id());
        assertThat(model.rows().selected().get()).isEqualTo(other);
    }

    private List<@Nullable String> ids() {
        return model.rows().items().stream().<@Nullable String>map(TicketListViewModelTest::id).toList();
    }

    private static @Nullable String id(@Nullable TicketRow row) {
        return row == null ? null : row.ticketId();
    }

    private static void link(UUID session, Choice client, String ticketId) {
        doors.tickets().link(new TicketDraft(client.id(), session, Coded.of(TicketSystem.AUTOTASK), ticketId, null,
                null, null, null, Coded.of(TicketState.OPEN), Coded.of(LinkType.RELATED), null));
    }

    private static UUID session(String title, Choice client) {
        return doors.sessions().create(SessionDraft.blank(client.id(), "jun", LocalDate.of(2026, 11, 20),
                Instant.parse("2026-11-20T09:00:00Z")).titled(title)).id();
    }

    private static Choice client(String name) {
        return new Choice(new ClientService(test.database()).create(new ClientDraft(name,
                Coded.of(ClientType.MSP_CLIENT), null, null, null, null, true)).id(), name);
    }
}
