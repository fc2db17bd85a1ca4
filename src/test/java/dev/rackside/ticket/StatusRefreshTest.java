package dev.rackside.ticket;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rackside.access.AccessService;
import dev.rackside.client.ClientService;
import dev.rackside.credential.CredentialService;
import dev.rackside.credential.SealedCredentials;
import dev.rackside.db.TestDatabase;
import dev.rackside.demo.VendorStub;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.integration.ExchangeService;
import dev.rackside.integration.Outside;
import dev.rackside.session.SessionService;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How linked tickets stand is looked up where they live. */
class StatusRefreshTest {

    private static final Map<Vendor, VendorStub> STUBS = new EnumMap<>(Vendor.class);
    private static final StatusRefresh.Watch TO_THE_END = new StatusRefresh.Watch() {
        @Override
        public void at(int done, int of) {
            // Nobody looks on.
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    private static TestDatabase test;
    private static SealedCredentials credentials;
    private static Outside outside;
    private static TicketService tickets;
    private static StatusRefresh refresh;
    private static UUID client;

    @BeforeAll
    static void start(@TempDir Path folder) {
        test = TestDatabase.migrated("statuses",
                List.of(CredentialService.ENTITIES, AccessService.ENTITIES, ExchangeService.ENTITIES,
                        ClientService.ENTITIES, SessionService.ENTITIES, TicketService.ENTITIES));
        credentials = new SealedCredentials(test, folder);
        outside = new Outside(test.database(), () -> "kim");
        tickets = new TicketService(test.database(), () -> "kim");
        for (var vendor : Vendor.values()) {
            var stub = vendor.stub();
            stub.start();
            STUBS.put(vendor, stub);
            vendor.credential(credentials, stub);
        }
        var remote = new RemoteTickets(credentials.signIns(),
                Stream.of(Vendor.values()).map(vendor -> vendor.gateway(outside)).toList());
        refresh = new StatusRefresh(test.database(), remote);
        client = UUID.randomUUID();
        test.outside("insert into clients (id, name, type) values ('" + client + "', 'Brightwater', 'msp_client')");
    }

    @AfterAll
    static void stop() {
        STUBS.values().forEach(VendorStub::close);
        outside.close();
        credentials.close();
        test.close();
    }

    @BeforeEach
    void again() {
        STUBS.forEach((vendor, stub) -> {
            stub.start();
            stub.clear();
            stub.add(vendor.tickets());
        });
        test.outside("delete from external_integrations", "delete from ticket_links");
    }

    private static VendorStub stub(Vendor vendor) {
        return Objects.requireNonNull(STUBS.get(vendor));
    }

    private static UUID link(Vendor vendor, String id, String status, TicketState state) {
        return tickets.link(new RemoteTicket(vendor.system(), id, null,
                stub(vendor).ticket(id).map(ticket -> RemoteTicket.cut(ticket.subject(), 500)).orElse("gone"), status,
                state, null, null, null, null).linked(client, null, LinkType.RELATED, null)).id();
    }

    private static String of(UUID link, String column) {
        return String.valueOf(test.ask("select " + column + " from ticket_links where id = '" + link + "'"));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsOtherwiseIsWrittenAndTold(Vendor vendor) {
        var same = link(vendor, "5000", vendor.status(0), TicketState.OPEN);
        var closed = link(vendor, "5003", vendor.status(0), TicketState.OPEN);
        var reopened = link(vendor, "5001", vendor.status(3), TicketState.CLOSED);
        var gone = link(vendor, "999999", vendor.status(0), TicketState.OPEN);

        var report = refresh.run(List.of(same, closed, reopened, gone), TO_THE_END);

        assertThat(report.checked()).isEqualTo(4);
        assertThat(report.problem()).isNull();
        assertThat(report.changes()).extracting(StatusChange::link, StatusChange::kind).containsExactlyInAnyOrder(
                org.assertj.core.groups.Tuple.tuple(closed, StatusChange.Kind.CLOSED),
                org.assertj.core.groups.Tuple.tuple(reopened, StatusChange.Kind.REOPENED),
                org.assertj.core.groups.Tuple.tuple(gone, StatusChange.Kind.GONE));
        assertThat(of(closed, "ticket_status")).isEqualTo(vendor.status(3));
        assertThat(of(closed, "ticket_state")).isEqualTo("closed");
        assertThat(of(reopened, "ticket_state")).isEqualTo("open");
        assertThat(of(gone, "ticket_status")).isEqualTo("Not there any more");
        assertThat(of(same, "status_checked_at is not null")).isEqualTo("1");
        assertThat(of(same, "row_version")).as("nothing to meet for whoever edits it").isEqualTo("0");
        assertThat(of(closed, "row_version")).isEqualTo("1");
    }

    @Test
    void oneCallAsksForManyWhereTheSystemAllowsIt() {
        var links = new ArrayList<UUID>();
        for (var at = 0; at < 60; at++) {
            links.add(link(Vendor.AUTOTASK, String.valueOf(5000 + at), "New", TicketState.OPEN));
            links.add(link(Vendor.CONNECTWISE, String.valueOf(5000 + at), "New (not responded)", TicketState.OPEN));
        }

        assertThat(refresh.run(links, TO_THE_END).checked()).isEqualTo(120);

        assertThat(test.ask("select count(*) from external_integrations where request_data like '%Tickets/query%'"))
                .isEqualTo("1");
        assertThat(test.ask("select count(*) from external_integrations where request_data like '%service/tickets%'"))
                .isEqualTo("1");
    }

    @Test
    void aTicketThatIsLinkedTwiceIsAskedForOnce() {
        var one = link(Vendor.SYNCRO, "5003", "New", TicketState.OPEN);
        var other = link(Vendor.SYNCRO, "5003", "New", TicketState.OPEN);

        var report = refresh.run(List.of(one, other), TO_THE_END);

        assertThat(report.changes()).hasSize(2);
        assertThat(test.ask("select count(*) from external_integrations")).isEqualTo("1");
    }

    @Test
    void whatIsStaleAndNotClosedIsLookedAfter() {
        var never = link(Vendor.SYNCRO, "5000", "New", TicketState.OPEN);
        var fresh = link(Vendor.SYNCRO, "5001", "New", TicketState.OPEN);
        var old = link(Vendor.SYNCRO, "5002", "New", TicketState.OPEN);
        link(Vendor.SYNCRO, "5003", "Resolved", TicketState.CLOSED);
        test.outside("update ticket_links set status_checked_at = utc_timestamp() where id = '" + fresh + "'",
                "update ticket_links set status_checked_at = utc_timestamp() - interval 13 hour where id = '" + old
                        + "'");

        assertThat(refresh.stale()).containsExactly(never, old);
    }

    @Test
    void aSystemThatIsDownEndsItWithWhatWasDoneBefore() {
        var autotask = link(Vendor.AUTOTASK, "5003", "New", TicketState.OPEN);
        var syncro = link(Vendor.SYNCRO, "5003", "New", TicketState.OPEN);
        stub(Vendor.SYNCRO).server().stubFor(any(urlMatching(".*")).atPriority(1)
                .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "3600")));

        var report = refresh.run(List.of(autotask, syncro), TO_THE_END);

        assertThat(report.checked()).isEqualTo(1);
        assertThat(report.problem()).isNotNull().extracting(Problem::code).isEqualTo(ErrorCode.OUTSIDE_LIMITED);
        assertThat(of(autotask, "ticket_state")).isEqualTo("closed");
        assertThat(of(syncro, "ticket_status")).as("the last that is known").isEqualTo("New");
        assertThat(of(syncro, "status_checked_at is null")).isEqualTo("1");
    }

    @Test
    void aLinkWithoutAWayThereIsCounted() {
        var link = link(Vendor.SYNCRO, "5000", "New", TicketState.OPEN);
        test.outside("update integration_credentials set is_active = 0 where integration_type = 'syncro_msp'");
        try {
            assertThat(refresh.run(List.of(link), TO_THE_END).unreachable()).isEqualTo(1);
        } finally {
            test.outside("update integration_credentials set is_active = 1");
        }
    }

    @Test
    void whoCancelsKeepsWhatIsDone() {
        var links = List.of(link(Vendor.SYNCRO, "5000", "New", TicketState.OPEN),
                link(Vendor.SYNCRO, "5001", "New", TicketState.OPEN),
                link(Vendor.SYNCRO, "5002", "New", TicketState.OPEN));
        var done = new ArrayList<Integer>();

        var report = refresh.run(links, new StatusRefresh.Watch() {
            @Override
            public void at(int count, int of) {
                done.add(count);
            }

            @Override
            public boolean cancelled() {
                return done.size() == 2;
            }
        });

        assertThat(report.checked()).isEqualTo(2);
        assertThat(done).containsExactly(1, 2);
    }

    @Test
    void whoCancelsNeedNotWaitForTheSystem() throws InterruptedException {
        var autotask = link(Vendor.AUTOTASK, "5003", "New", TicketState.OPEN);
        var syncro = link(Vendor.SYNCRO, "5003", "New", TicketState.OPEN);
        stub(Vendor.SYNCRO).server().stubFor(any(urlMatching(".*")).atPriority(1)
                .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "200")));
        var report = new AtomicReference<StatusReport>();
        var running = Thread.ofVirtual().start(() -> report.set(refresh.run(List.of(autotask, syncro), TO_THE_END)));
        while (!"1".equals(test.ask("select count(*) from external_integrations where http_status = 429"))) {
            Thread.sleep(20);
        }
        running.interrupt();
        running.join(3000);

        assertThat(report.get()).isNotNull().extracting(StatusReport::checked).isEqualTo(1);
        assertThat(of(autotask, "ticket_state")).isEqualTo("closed");
    }

    @Test
    void aLockedVaultIsSaid() {
        var link = link(Vendor.SYNCRO, "5000", "New", TicketState.OPEN);
        credentials.vault().lock();
        try {
            assertThatThrownBy(() -> refresh.run(List.of(link), TO_THE_END)).isInstanceOfSatisfying(Problem.class,
                    problem -> assertThat(problem.code()).isEqualTo(ErrorCode.VAULT_LOCKED));
        } finally {
            credentials.vault().unlock(SealedCredentials.PASSWORD.toCharArray());
        }
    }
}
