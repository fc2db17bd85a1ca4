package dev.rackside.bench;

import dev.rackside.client.ClientFilter;
import dev.rackside.client.ClientService;
import dev.rackside.infrastructure.MachineFilter;
import dev.rackside.infrastructure.MachineService;
import dev.rackside.insight.InsightFilter;
import dev.rackside.insight.InsightRow;
import dev.rackside.insight.InsightService;
import dev.rackside.row.Page;
import dev.rackside.row.PageRequest;
import dev.rackside.row.Position;
import dev.rackside.row.Rows;
import dev.rackside.sample.LargeSample;
import dev.rackside.session.SessionFilter;
import dev.rackside.session.SessionService;
import dev.rackside.ticket.TicketFilter;
import dev.rackside.ticket.TicketService;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** {@code mvn -Pbench}: each line of docs/performance.md. */
public final class Bench {

    private static final String LARGE = System.getProperty("rackside.bench.large", "large");
    private static final String SMALL = System.getProperty("rackside.bench.small", "tenk");
    private static final int SIZE = 100;
    private static final int DEEP = 900_000;
    /** A page takes two milliseconds: before some thousand of them the compiler is half of what is measured. */
    private static final int WARMING = 2_000;
    private static final int ROUNDS = 2_000;

    private Bench() {
    }

    public static void main(String... parts) throws Exception {
        var wanted = parts.length == 0 ? Set.of("pages", "search", "facets", "export") : Set.of(parts);
        if (wanted.contains("outside")) {
            OutsideTimes.measure();
        }
        if (wanted.contains("vault")) {
            VaultTimes.measure();
        }
        if (wanted.contains("backup")) {
            BackupTimes.measure();
        }
        if (Set.of("outside", "vault", "backup").containsAll(wanted)) {
            System.exit(0);
        }
        try (var large = Desk.of(LARGE)) {
            Plans.warm(large.jdbc());
            if (wanted.contains("plans")) {
                Plans.show(large);
            }
            if (wanted.contains("first")) {
                pages(large, true);
            }
            if (wanted.contains("pages")) {
                pages(large, false);
            }
            if (wanted.contains("rooms")) {
                rooms(large);
            }
            if (wanted.contains("search")) {
                search(large);
            }
            if (wanted.contains("facets")) {
                facets(large);
            }
            if (wanted.contains("export")) {
                Export.measure(large);
            }
            if (wanted.contains("pulses")) {
                OnScreen.show(large).pulses();
            }
            if (wanted.contains("heap")) {
                OnScreen.show(large).heap(Integer.getInteger("rackside.bench.every", 1));
            }
        }
        System.exit(0);
    }

    private static void pages(Desk large, boolean firstOnly) throws Exception {
        var jdbc = large.jdbc();
        var rows = large.insights().list(InsightFilter.ALL);
        var order = InsightService.DEFAULT_ORDER;
        new Timing("First page of 100, default order").way("JDBC", () -> PlainJdbc.first(jdbc, SIZE))
                .way("JDBC in a transaction of the service", () -> large.database().read(session -> session
                        .doReturningWork(connection -> PlainJdbc.first(connection, SIZE))))
                .way("service", () -> rows.page(PageRequest.start(order, SIZE))).run(WARMING, ROUNDS);

        if (firstOnly) {
            return;
        }
        var client = biggestClient(large);
        var scoped = large.insights().list(InsightFilter.ALL.withScope(UUID.fromString(client)));
        new Timing("First page of 100 of the largest client")
                .way("JDBC", () -> PlainJdbc.firstOf(jdbc, client, SIZE))
                .way("service", () -> scoped.page(PageRequest.start(order, SIZE))).run(WARMING, ROUNDS);

        var place = PlainJdbc.at(jdbc, DEEP);
        var before = Objects.requireNonNull(rows.page(new PageRequest(order, new Position.At(DEEP, 1_000_000), 1))
                .last());
        new Timing("Page of 100 after row 900,000").way("JDBC keyset", () -> PlainJdbc.after(jdbc, place, SIZE))
                .way("service", () -> after(rows, before)).way("service, first page",
                        () -> rows.page(PageRequest.start(order, SIZE)))
                .run(100, 200);
        new Timing("Scrollbar dragged to row 500,000").way("JDBC, offset over the index",
                () -> PlainJdbc.at(jdbc, 500_000))
                .way("service", () -> rows.page(new PageRequest(order, new Position.At(500_000, 1_000_000), SIZE)))
                .run(1, 7);
        new Timing("Count of all").way("JDBC", () -> PlainJdbc.count(jdbc,
                "select count(*) from environmental_insights")).way("service", rows::count).run(1, 7);

        try (var small = Desk.of(SMALL)) {
            Plans.warm(small.jdbc());
            var few = small.insights().list(InsightFilter.ALL);
            new Timing("First page of 100, ten thousand and a million rows")
                    .way("10,000", () -> few.page(PageRequest.start(order, SIZE)))
                    .way("1,000,000", () -> rows.page(PageRequest.start(order, SIZE))).run(WARMING, ROUNDS);
        }
    }

    private static void rooms(Desk large) throws Exception {
        var machines = new MachineService(large.database());
        var sessions = new SessionService(large.database());
        var clients = new ClientService(large.database());
        var tickets = new TicketService(large.database(), () -> "bench");
        new Timing("First pages of 100 of the other rooms, default order")
                .way("insights", () -> large.insights().list(InsightFilter.ALL)
                        .page(PageRequest.start(InsightService.DEFAULT_ORDER, SIZE)))
                .way("machines (200,000)", () -> machines.list(MachineFilter.ALL)
                        .page(PageRequest.start(MachineService.DEFAULT_ORDER, SIZE)))
                .way("sessions (100,000)", () -> sessions.list(SessionFilter.ALL)
                        .page(PageRequest.start(SessionService.DEFAULT_ORDER, SIZE)))
                .way("tickets (100,000)", () -> tickets.list(TicketFilter.ALL)
                        .page(PageRequest.start(TicketService.DEFAULT_ORDER, SIZE)))
                .way("clients (2,400)", () -> clients.list(ClientFilter.ALL)
                        .page(PageRequest.start(ClientService.DEFAULT_ORDER, SIZE)))
                .run(50, 50);
    }

    private static Page<InsightRow> after(Rows<InsightRow> rows, dev.rackside.row.Cursor cursor) {
        return rows.page(new PageRequest(InsightService.DEFAULT_ORDER, new Position.After(cursor), SIZE));
    }

    private static String biggestClient(Desk large) throws SQLException {
        try (var statement = large.jdbc().createStatement(); var found = statement.executeQuery("""
                select client_id from environmental_insights where client_id is not null
                group by client_id order by count(*) desc limit 1""")) {
            found.next();
            return found.getString(1);
        }
    }

    private static void search(Desk large) throws Exception {
        var jdbc = large.jdbc();
        var order = InsightService.DEFAULT_ORDER;
        var rare = large.insights().list(InsightFilter.ALL.withText(LargeSample.RARE_WORD));
        new Timing("Rare word, first rows").way("JDBC, by the index of words",
                () -> PlainJdbc.words(jdbc, "+" + LargeSample.RARE_WORD + "*", SIZE))
                .way("service, at a glance", () -> rare.glance(PageRequest.start(order, SIZE))).run(100, 200);
        new Timing("Rare word, all rows that contain it").way("JDBC, by looking at all rows",
                () -> PlainJdbc.containing(jdbc, LargeSample.RARE_WORD, SIZE))
                .way("service, page", () -> rare.page(PageRequest.start(order, SIZE))).run(0, 3);
        for (var word : List.of("powershell", "server", "dc")) {
            var common = large.insights().list(InsightFilter.ALL.withText(word));
            new Timing("Common word " + word + ", first rows").way("JDBC, by the index of words",
                    () -> PlainJdbc.words(jdbc, "+" + word + "*", SIZE))
                    .way("service, page", () -> common.page(PageRequest.start(order, SIZE)))
                    .way("service, count up to 10,000", () -> common.count(10_000)).run(1, 5);
        }
    }

    private static void facets(Desk large) throws Exception {
        var jdbc = large.jdbc();
        new Timing("Facets of all").way("JDBC, the same seven counts", () -> PlainJdbc.facets(jdbc))
                .way("service", () -> large.insights().facets(InsightFilter.ALL)).run(1, 7);
        for (var word : List.of("powershell", LargeSample.RARE_WORD)) {
            var like = "%" + word + "%";
            new Timing("Facets of a search for " + word)
                    .way("JDBC, one of the seven counts", () -> PlainJdbc.count(jdbc, """
                            select insight_category, count(*) from environmental_insights r
                            left join infrastructure m on m.id = r.infrastructure_id
                            where insight_title like ? or insight_description like ?
                                or convert(examples using utf8mb4) collate utf8mb4_unicode_ci like ?
                                or m.hostname like ? group by insight_category""", like, like, like, like))
                    .way("service, all seven", () -> large.insights().facets(InsightFilter.ALL.withText(word)))
                    .run(0, 3);
        }
    }
}
