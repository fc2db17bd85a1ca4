package dev.rackside.bench;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.rackside.fx.Column;
import dev.rackside.fx.CsvExport;
import dev.rackside.fx.Job;
import dev.rackside.insight.InsightFilter;
import dev.rackside.insight.InsightRow;
import dev.rackside.insight.InsightService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** All insights as a CSV file: the program's export, and a loop over JDBC with the same writer. */
final class Export {

    private static final int FETCHED = 5_000;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private static final List<Column<InsightRow>> COLUMNS = List.of(
            new Column<>("priority", "Priority", InsightRow::priority),
            new Column<>("title", "Title", InsightRow::title),
            new Column<>("category", "Category", row -> row.category().text()),
            new Column<>("confidence", "Confidence", row -> row.confidence().text()),
            new Column<>("client", "Client", InsightRow::client),
            new Column<>("machine", "Machine", InsightRow::machine),
            new Column<>("verified", "Verified", InsightRow::lastVerified),
            new Column<>("updated", "Updated", InsightRow::updatedAt));

    private Export() {
    }

    static void measure(Desk desk) throws Exception {
        var file = Files.createTempFile("bench", ".csv");
        new Timing("CSV export of all insights").way("JDBC loop with the same writer", () -> jdbc(desk, file))
                .way("service", () -> export(desk, file, false)).run(1, 3);
        export(desk, file, true);
        System.out.printf(Locale.ENGLISH, "  file of %.1f MB%n", Files.size(file) / 1e6);
        Files.delete(file);
    }

    private static long export(Desk desk, Path file, boolean heap) {
        var rows = desk.insights().list(InsightFilter.ALL);
        var told = new int[1];
        return CsvExport.write(rows, InsightService.DEFAULT_ORDER, COLUMNS, file, new Job.Progress() {
            @Override
            public void at(double fraction, String message) {
                var fifth = (int) (fraction * 5);
                if (heap && fifth > told[0]) {
                    told[0] = fifth;
                    System.gc();
                    var used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
                    System.out.printf(Locale.ENGLISH, "  heap in use at %3d %%: %.0f MB%n", fifth * 20, used / 1e6);
                }
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        });
    }

    private static long jdbc(Desk desk, Path file) throws SQLException, IOException {
        var written = 0L;
        try (var statement = desk.jdbc().prepareStatement("""
                select r.priority, r.insight_title, r.insight_category, r.confidence_level, c.name, m.hostname,
                    r.last_verified, r.updated_at
                from environmental_insights r
                    left join clients c on c.id = r.client_id
                    left join infrastructure m on m.id = r.infrastructure_id
                order by r.priority desc, r.updated_at desc, r.id desc"""); var csv = CsvWriter.builder().build(file)) {
            statement.setFetchSize(FETCHED);
            try (var found = statement.executeQuery()) {
                while (found.next()) {
                    csv.writeRecord(String.valueOf(found.getInt(1)), found.getString(2), found.getString(3),
                            found.getString(4), found.getString(5), found.getString(6), moment(found.getTimestamp(7)),
                            moment(found.getTimestamp(8)));
                    written++;
                }
            }
        }
        return written;
    }

    private static String moment(@Nullable Timestamp stamp) {
        return stamp == null ? "" : MOMENT.format(stamp.toInstant().atOffset(ZoneOffset.UTC));
    }
}
