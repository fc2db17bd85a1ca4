package dev.rackside.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VerificationReportTest {

    private static final String OWN = """
            {"level": "compare", "method": "rackside", "checked_at": "2026-03-01T01:31:08Z",
             "server_version": "11.4.5-MariaDB", "duration_ms": 8210,
             "tables": [{"name": "clients", "rows_expected": 14, "rows_found": 14, "checksum_equal": true},
                        {"name": "work_items", "rows_expected": 1391, "rows_found": 1388, "checksum_equal": false},
                        {"name": "tags", "rows_expected": 5, "rows_found": 5, "checksum_equal": false}],
             "differences": ["work_items: 1391 rows expected, 1388 found"]}""";

    @Test
    void ownReportIsReadWholeWithDifferencesFirst() {
        var report = VerificationReport.of(OWN);
        assertThat(report.readable()).isTrue();
        assertThat(report.own()).isTrue();
        assertThat(report.level()).isEqualTo(VerificationLevel.COMPARE);
        assertThat(report.checkedAt()).isEqualTo(Instant.parse("2026-03-01T01:31:08Z"));
        assertThat(report.serverVersion()).isEqualTo("11.4.5-MariaDB");
        assertThat(report.duration()).isEqualTo(Duration.ofMillis(8210));
        assertThat(report.tables()).extracting(VerificationReport.TableCheck::name).containsExactly("work_items",
                "tags", "clients");
        assertThat(report.tables()).extracting(VerificationReport.TableCheck::differs).containsExactly(true, true,
                false);
        assertThat(report.differences()).containsExactly("work_items: 1391 rows expected, 1388 found");
    }

    @Test
    void anotherProgramsReportTellsItsMethod() {
        var report = VerificationReport.of("{\"method\": \"gzip -t\"}");
        assertThat(report.readable()).isTrue();
        assertThat(report.own()).isFalse();
        assertThat(report.method()).isEqualTo("gzip -t");
        assertThat(report.level()).isNull();
    }

    @Test
    void whatIsNotAJsonObjectIsKeptRawAndMarked() {
        for (var text : new String[]{"ok, checked by hand", "{\"level\": \"compare\"", "[1, 2]", "\"compare\"", "null",
                "{\"level\": \"compare\"} and more"}) {
            var report = VerificationReport.of(text);
            assertThat(report.readable()).as(text).isFalse();
            assertThat(report.raw()).isEqualTo(text);
            assertThat(report.level()).as(text).isNull();
            assertThat(report.remarkText()).isEqualTo(text);
        }
        assertThat(VerificationReport.of(null).isEmpty()).isTrue();
        assertThat(VerificationReport.of(" ").readable()).isTrue();
    }

    @Test
    void valuesOfOtherKindsAreLeftOut() {
        var report = VerificationReport.of("""
                {"level": 4, "method": ["x"], "checked_at": "yesterday", "duration_ms": -5, "server_version": null,
                 "tables": [7, {"rows_found": 3}, {"name": "t", "rows_expected": "many", "checksum_equal": "yes"}],
                 "differences": [1, {"a": 2}, "plain"]}""");
        assertThat(report.level()).isNull();
        assertThat(report.levelText()).isEqualTo("4");
        assertThat(report.method()).isNull();
        assertThat(report.checkedAt()).isNull();
        assertThat(report.duration()).isNull();
        assertThat(report.tables()).containsExactly(new VerificationReport.TableCheck("t", null, null, null));
        assertThat(report.differences()).containsExactly("1", "{\"a\":2}", "plain");
        assertThat(VerificationReport.of("{\"tables\": {}, \"differences\": \"none\"}").tables()).isEmpty();
    }

    @Test
    void aRemarkIsAddedAndTakenAwayBesideTheRest() {
        assertThat(VerificationReport.withRemark("{\"method\":\"gzip -t\"}", " looked at it "))
                .isEqualTo("{\"method\":\"gzip -t\",\"remark\":\"looked at it\"}");
        assertThat(VerificationReport.withRemark("{\"method\":\"gzip -t\",\"remark\":\"x\"}", ""))
                .isEqualTo("{\"method\":\"gzip -t\"}");
        assertThat(VerificationReport.withRemark(null, "")).isNull();
        assertThat(VerificationReport.withRemark("not json", "now it is")).isEqualTo("{\"remark\":\"now it is\"}");
    }
}
