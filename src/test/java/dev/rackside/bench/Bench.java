package dev.rackside.bench;

import dev.rackside.insight.InsightFilter;
import dev.rackside.insight.InsightRow;
import dev.rackside.insight.InsightService;
import dev.rackside.row.Page;
import dev.rackside.row.PageRequest;
import dev.rackside.row.Position;
import dev.rackside.row.Rows;
import dev.rackside.sample.LargeSample;
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

    private Bench() {
    }

    public static void main(String... parts) throws Exception {
        var wanted = parts.length == 0 ? Set.of("pages", "search", "facets") : Set.of(parts);
        try (var large = Desk.of(LARGE)) {
            Plans.warm(large.jdbc());
            if (wanted.contains("plans")) {
                Plans.show(large);
            }
            if (wanted.contains("pages")) {
                pages(large);
            }
            if (wanted.contains("search")) {
                search(large);
            }
            if (wanted.contains("facets")) {
                facets(large);
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

    private static void pages(Desk large) throws Exception {
        var jdbc = large.jdbc();
        var rows = large.insights().list(InsightFilter.ALL);
        var order = InsightService.DEFAULT_ORDER;
        new Timing("First page of 100, default order").way("JDBC", () -> PlainJdbc.first(jdbc, SIZE))
                .way("service", () -> rows.page(PageRequest.start(order, SIZE))).run(40, 200);

        var client = biggestClient(large);
        var scoped = large.insights().list(InsightFilter.ALL.withScope(UUID.fromString(client)));
        new Timing("First page of 100 of the largest client")
                .way("JDBC", () -> PlainJdbc.firstOf(jdbc, client, SIZE))
                .way("service", () -> scoped.page(PageRequest.start(order, SIZE))).run(40, 200);

        var place = PlainJdbc.at(jdbc, DEEP);
        var before = Objects.requireNonNull(rows.page(new PageRequest(order, new Position.At(DEEP, 1_000_000), 1))
                .last());
        new Timing("Page of 100 after row 900,000").way("JDBC keyset", () -> PlainJdbc.after(jdbc, place, SIZE))
                .way("service", () -> after(rows, before)).way("service, first page",
                        () -> rows.page(PageRequest.start(order, SIZE)))
                .run(20, 100);
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
                    .way("1,000,000", () -> rows.page(PageRequest.start(order, SIZE))).run(40, 200);
        }
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
        for (var word : List.of(LargeSample.RARE_WORD, "powershell")) {
            var rows = large.insights().list(InsightFilter.ALL.withText(word));
            new Timing("Search for " + word)
                    .way("JDBC, by the index of words",
                            () -> PlainJdbc.words(jdbc, "+" + word.toLowerCase(java.util.Locale.ROOT) + "*", SIZE))
                    .way("service, page of 100", () -> rows.page(PageRequest.start(InsightService.DEFAULT_ORDER, SIZE)))
                    .run(1, 5);
        }
    }

    private static void facets(Desk large) throws Exception {
        new Timing("Facets of all").way("service", () -> large.insights().facets(InsightFilter.ALL)).run(1, 3);
    }
}
