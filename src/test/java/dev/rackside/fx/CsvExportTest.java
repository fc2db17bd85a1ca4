package dev.rackside.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.row.Order;
import dev.rackside.row.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvExportTest {

    private static final List<Column<ManyRows.Line>> COLUMNS = List.of(
            new Column<>("title", "Title", ManyRows.Line::title), new Column<>("number", "No.", ManyRows.Line::number));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;
    @SuppressWarnings("NullAway.Init")
    private Path target;

    @BeforeEach
    void name() {
        target = folder.resolve("rows.csv");
    }

    @Test
    void allRowsAreWrittenPageByPageInTheListsOrder() throws IOException {
        var rows = new ManyRows(12_345);
        var said = new ArrayList<String>();
        var progress = new Job.Progress() {
            @Override
            public void at(double fraction, String message) {
                said.add("%.2f %s".formatted(fraction, message));
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };

        assertThat(CsvExport.write(rows, Order.byDescending("number"), COLUMNS, target, progress)).isEqualTo(12_345);

        var lines = Files.readAllLines(target);
        assertThat(lines).hasSize(12_346).startsWith("\uFEFFTitle,No.", "Row 12344,12344").endsWith("Row 0,0");
        assertThat(rows.asked).hasSize(3).allMatch(asked -> asked.order().descending());
        assertThat(rows.asked.getLast().position()).isInstanceOf(Position.After.class);
        assertThat(said).hasSize(3).endsWith("1.00 12,345 of 12,345 rows");
        assertThat(files()).containsExactly("rows.csv");
    }

    @Test
    void anEmptyListHasItsTitles() throws IOException {
        assertThat(CsvExport.write(new ManyRows(0), Order.by("number"), COLUMNS, target, Silent.PROGRESS)).isZero();
        assertThat(Files.readString(target)).isEqualTo("\uFEFFTitle,No.\r\n");
    }

    @Test
    void theHeaderOfMomentsNamesTheirZone() throws IOException {
        var moment = new Column<ManyRows.Line>("at", "Seen", _ -> Instant.EPOCH);
        CsvExport.write(new ManyRows(1), Order.by("number"), List.of(moment), target, Silent.PROGRESS);
        assertThat(Files.readAllLines(target).getFirst()).isEqualTo("\uFEFFSeen (" + Zones.shown() + ")");
    }

    @Test
    void aCancelledExportLeavesWhatWasThere() throws IOException {
        Files.writeString(target, "older");
        var stop = new Job.Progress() {
            private int steps;

            @Override
            public void at(double fraction, String message) {
                steps++;
            }

            @Override
            public boolean cancelled() {
                return steps == 1;
            }
        };
        assertThatThrownBy(
                () -> CsvExport.write(new ManyRows(12_345), Order.by("number"), COLUMNS, target, stop))
                .isInstanceOf(CancellationException.class);
        assertThat(Files.readString(target)).isEqualTo("older");
        assertThat(files()).containsExactly("rows.csv");
    }

    @Test
    void afterALostConnectionThereIsNoFile() throws IOException {
        var rows = new ManyRows(12_345);
        var breaking = new Column<ManyRows.Line>("title", "Title", row -> {
            rows.broken = ManyRows.away();
            return row.title();
        });
        assertThatThrownBy(
                () -> CsvExport.write(rows, Order.by("number"), List.of(breaking), target, Silent.PROGRESS))
                .isInstanceOf(Problem.class);
        assertThat(files()).isEmpty();
    }

    @Test
    void whereNothingCanBeWrittenItSaysSo() {
        assertThatThrownBy(() -> CsvExport.write(new ManyRows(1), Order.by("number"), COLUMNS,
                folder.resolve("missing/rows.csv"), Silent.PROGRESS)).isInstanceOfSatisfying(Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(ErrorCode.NOT_WRITABLE));
    }

    private List<String> files() throws IOException {
        try (var there = Files.list(folder)) {
            return there.map(file -> file.getFileName().toString()).toList();
        }
    }
}
