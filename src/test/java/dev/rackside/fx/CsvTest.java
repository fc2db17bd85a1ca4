package dev.rackside.fx;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.rackside.Vectors;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+49 30", "-5 h", "@SUM(A1)", "\t=1", "\r=1", "\0=1", "\n=1", "   =1", "\u00A0=1",
            "\uFEFF=1", "\u200B=1", "\u2003+1", "\uFF1D1+1", "\uFF0B1", "\uFF0D1", "\uFF20A", " \uFF1D1", "\tplain"})
    void whatMayBecomeAFormulaGetsAnApostrophe(String text) {
        assertThat(Csv.cell(text, BERLIN)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "plain", "a=1", "'=1", "DC03 - down", "1+1", "user@example.com", "😀=1", "  x=1"})
    void anyOtherTextStaysAsItIs(String text) {
        assertThat(Csv.cell(text, BERLIN)).isEqualTo(text);
    }

    @Test
    void numbersStayNumbersAndMomentsAreLocal() {
        assertThat(Csv.cell(-5, BERLIN)).isEqualTo("-5");
        assertThat(Csv.cell(new BigDecimal("-1E+3"), BERLIN)).isEqualTo("-1000");
        assertThat(Csv.cell(1234567L, BERLIN)).isEqualTo("1234567");
        assertThat(Csv.cell(Instant.parse("2026-07-01T10:00:00.123Z"), BERLIN)).isEqualTo("2026-07-01 12:00:00");
        assertThat(Csv.cell(LocalDate.of(2026, 11, 22), BERLIN)).isEqualTo("2026-11-22");
        assertThat(Csv.cell(null, BERLIN)).isEmpty();
    }

    /** What the attacks in the shared vectors write into a field comes back as a text that starts no formula. */
    @Test
    void attacksComeBackAsText() throws IOException {
        var attacks = new ArrayList<String>();
        try (var files = Files.newDirectoryStream(Vectors.at("csv"), "*.txt")) {
            for (var file : files) {
                attacks.addAll(Files.readAllLines(file));
            }
        }
        assertThat(attacks).hasSizeGreaterThan(10);
        for (var prefix : List.of("", " ", "\t", "\uFEFF", "\u3000")) {
            var read = roundTrip(attacks.stream().map(prefix::concat).toList());
            assertThat(read).hasSameSizeAs(attacks);
            for (var at = 0; at < read.size(); at++) {
                var cell = read.get(at);
                assertThat(cell).isIn(prefix + attacks.get(at), "'" + prefix + attacks.get(at));
                assertThat(cell.strip()).doesNotStartWith("=").doesNotStartWith("+").doesNotStartWith("-")
                        .doesNotStartWith("@");
            }
        }
    }

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        var odd = List.of("comma, quote \" and\r\nnew line", "\"", ",", "a;b", " blank ", "", "ü 漢字 😀", "a\0b",
                "x".repeat(70_000));
        assertThat(roundTrip(odd)).isEqualTo(odd);
    }

    private List<String> roundTrip(List<String> texts) throws IOException {
        var rows = new ListOfTexts(texts);
        var file = folder.resolve("texts.csv");
        CsvExport.write(rows, dev.rackside.row.Order.by("number"),
                List.of(new Column<>("t", "Text", ListOfTexts.Line::text), new Column<>("n", "End", _ -> "end")), file,
                Silent.PROGRESS);
        assertThat(Files.readString(file, StandardCharsets.UTF_8)).startsWith("\uFEFFText,End\r\n").endsWith("\r\n");
        try (var csv = CsvReader.builder().detectBomHeader(true).ofCsvRecord(file)) {
            var read = csv.stream().toList();
            assertThat(read).allMatch(line -> line.getFieldCount() == 2);
            return read.stream().skip(1).map(line -> line.getField(0)).toList();
        }
    }
}
