package dev.rackside.bench;

import dev.rackside.access.AccessService;
import dev.rackside.client.ClientService;
import dev.rackside.credential.CredentialService;
import dev.rackside.credential.SealedCredentials;
import dev.rackside.credential.VaultService;
import dev.rackside.db.TestDatabase;
import dev.rackside.demo.DemoTicket;
import dev.rackside.demo.SyncroStub;
import dev.rackside.fx.Background;
import dev.rackside.fx.Failures;
import dev.rackside.fx.Theme;
import dev.rackside.integration.CustomerMapping;
import dev.rackside.integration.ExchangeService;
import dev.rackside.integration.Outside;
import dev.rackside.session.SessionService;
import dev.rackside.ticket.LinkType;
import dev.rackside.ticket.RemoteTicket;
import dev.rackside.ticket.RemoteTickets;
import dev.rackside.ticket.StatusRefresh;
import dev.rackside.ticket.TicketQuery;
import dev.rackside.ticket.TicketService;
import dev.rackside.ticket.TicketState;
import dev.rackside.ticket.TicketSystem;
import dev.rackside.ticket.Vendor;
import dev.rackside.ticket.ui.TicketActs;
import dev.rackside.ticket.ui.TicketDoors;
import dev.rackside.ticket.ui.TicketScreen;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/** What the way out takes beside the bare call, and many status checks beside the vendor's limit. */
final class OutsideTimes {

    private static final int DELAY_MILLIS = 150;
    private static final int MANY = Integer.getInteger("rackside.bench.refreshes", 1000);
    private static final int A_MINUTE = 180;

    private OutsideTimes() {
    }

    static void measure() throws Exception {
        var folder = Files.createTempDirectory("bench");
        var test = TestDatabase.migrated("bench",
                List.of(CredentialService.ENTITIES, AccessService.ENTITIES, ExchangeService.ENTITIES,
                        ClientService.ENTITIES, SessionService.ENTITIES, TicketService.ENTITIES));
        try (test;
                var credentials = new SealedCredentials(test, folder);
                var stub = new SyncroStub(DELAY_MILLIS);
                var outside = new Outside(test.database(), () -> "bench")) {
            stub.start();
            stub.add(tickets());
            Vendor.SYNCRO.credential(credentials, stub);
            var remote = new RemoteTickets(credentials.signIns(), List.of(Vendor.SYNCRO.gateway(outside)));
            search(stub, remote);
            refresh(test, remote, credentials.vault());
        }
    }

    private static List<DemoTicket> tickets() {
        var tickets = new ArrayList<DemoTicket>();
        for (var at = 0; at < MANY; at++) {
            tickets.add(new DemoTicket(String.valueOf(5000 + at), String.valueOf(18_000 + at),
                    at % 50 == 0 ? "VPN drops" : "Printer " + at, "New", "Brightwater Legal", Instant.now()));
        }
        return tickets;
    }

    /** Two bare calls between two of ours: so many that ours stay below the vendor's limit. */
    private static void search(SyncroStub stub, RemoteTickets remote) throws Exception {
        var connection = remote.connections().getFirst();
        var request = HttpRequest.newBuilder(URI.create(stub.base() + "/tickets?query=vpn&page=1"))
                .header("Authorization", "Bearer " + SyncroStub.TOKEN).build();
        try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            new Timing("Search of a ticket system that answers after 150 ms")
                    .way("the bare call", () -> client.send(request, BodyHandlers.ofByteArray()))
                    .way("RemoteTickets.find, with both writes of its row",
                            () -> remote.find(connection, TicketQuery.of("vpn")))
                    .way("the bare call once more", () -> client.send(request, BodyHandlers.ofByteArray()))
                    .run(4, 30);
        }
    }

    private static void refresh(TestDatabase test, RemoteTickets remote, VaultService vault) throws Exception {
        var client = UUID.randomUUID();
        test.outside("insert into clients (id, name, type) values ('" + client + "', 'Brightwater', 'msp_client')");
        var tickets = new TicketService(test.database(), () -> "bench");
        for (var at = 0; at < MANY; at++) {
            tickets.link(new RemoteTicket(TicketSystem.SYNCRO_MSP, String.valueOf(5000 + at), null, "x",
                    "New", TicketState.OPEN, null, null, null, null).linked(client, null, LinkType.RELATED, null));
        }
        Thread.sleep(Duration.ofSeconds(3));
        var said = new ArrayBlockingQueue<String>(1);
        OnScreen.begin();
        var table = OnScreen.onScreen(() -> shown(test, tickets, remote, vault, said));
        Thread.sleep(Duration.ofSeconds(5));
        var pulses = OnScreen.onScreen(Pulses::watch);
        var begun = System.nanoTime();
        OnScreen.onScreen(() -> {
            table.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.F5, true, false, false, false));
            return null;
        });
        var report = scrolling(table, said);
        var took = Duration.ofNanos(System.nanoTime() - begun);
        var limit = Duration.ofSeconds(60L * MANY / A_MINUTE);
        System.out.printf(Locale.ENGLISH, "%n%s: %d status checks at 180 a minute%n  took %.1f s, the limit alone "
                + "%.1f s, ratio %.3f%n", report, MANY, took.toMillis() / 1e3, limit.toMillis() / 1e3,
                (double) took.toMillis() / limit.toMillis());
        OnScreen.onScreen(() -> {
            pulses.report("The list of tickets scrolled meanwhile");
            return null;
        });
    }

    /** The real list of tickets in a window that is drawn into memory. */
    private static TableView<?> shown(TestDatabase test, TicketService tickets, RemoteTickets remote,
            VaultService vault,
            Queue<String> said) {
        var failures = new Failures();
        var screen = new TicketScreen(
                new TicketDoors(tickets, new SessionService(test.database()), new ClientService(test.database()),
                        remote,
                        new StatusRefresh(test.database(), remote),
                        new CustomerMapping(test.database(), () -> "bench"), vault),
                Background.threads(failures), failures, new SimpleObjectProperty<>(), new TicketActs(_ -> {
                }, _ -> {
                }, _ -> {
                }, said::add, () -> {
                }, new TicketActs.Front() {
                    @Override
                    public void show(Node node) {
                        throw new IllegalStateException("nothing is asked for");
                    }

                    @Override
                    public void away() {
                        // Nothing is there.
                    }
                }));
        var stage = new Stage();
        stage.setScene(new Scene(screen.root(), 1280, 760));
        var theme = new Theme();
        theme.choose(Theme.Wish.LIGHT);
        theme.dress(stage.getScene());
        stage.show();
        screen.shown();
        return (TableView<?>) screen.root().lookup(".table-view");
    }

    /** Somebody goes on reading meanwhile. */
    private static String scrolling(TableView<?> table, BlockingQueue<String> said) throws Exception {
        for (var row = 0;; row = (row + 3) % MANY) {
            var at = row;
            OnScreen.onScreen(() -> {
                table.scrollTo(at);
                return null;
            });
            var end = said.poll(50, TimeUnit.MILLISECONDS);
            if (end != null) {
                return end;
            }
        }
    }
}
