package dev.rackside.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ages, sizes, spans and addresses in words. */
class WordsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private final Age age = new Age(Clock.fixed(NOW, ZoneOffset.UTC), ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @CsvSource({"PT59S, now", "PT1M, 1 min", "PT59M, 59 min", "PT1H, 1 h", "PT23H, 23 h", "P1D, 1 d", "P13D, 13 d",
            "P14D, 2 w", "P59D, 8 w", "P60D, 2 mo", "P729D, 24 mo", "P730D, 2 y", "P-3D, in 3 d", "PT-30S, now"})
    void ageIsOneUnit(Duration ago, String words) {
        assertThat(age.text(NOW.minus(ago))).isEqualTo(words);
    }

    @Test
    void fullAgeHasOffsetAndZone() {
        assertThat(age.full(NOW)).isEqualTo("2026-11-22 13:00:00 +01:00 Europe/Berlin");
        assertThat(age.full(null)).isEmpty();
        assertThat(age.text(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0 B", "1023, 1023 B", "1024, 1.0 KiB", "1536, 1.5 KiB", "1048575, 1.0 MiB", "58720256, 56.0 MiB",
            "9223372036854775807, 8192.0 PiB"})
    void sizesAreInBinaryUnits(long bytes, String words) {
        assertThat(Bytes.text(bytes)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"PT0.4S, 0.4 s", "PT42S, 42 s", "PT80S, 1 min 20 s", "PT2M, 2 min", "PT3H5M, 3 h 5 min",
            "P2DT4H, 2 d 4 h"})
    void spansHaveTwoUnitsAtMost(Duration span, String words) {
        assertThat(Spans.text(span)).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "javascript:alert(1)", "data:text/html,x", "smb://host/share",
            "\\\\host\\share", "/usr/bin/env", "vscode://x", "ms-msdt:/id", "mailto:a@b.c", "https:", "https:///x",
            "https://me:secret@example.com/", "http://exa mple.com", "", "example.com", "HTTPS\u0000://x", "calc.exe"})
    void anythingButAPlainWebAddressIsRefused(String address) {
        var opened = new ArrayList<String>();

        assertThatThrownBy(() -> new Links(opened::add).open(address)).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.code()).isEqualTo(ErrorCode.ADDRESS_REFUSED));
        assertThat(opened).isEmpty();
        assertThat(Links.host(address)).isEmpty();
    }

    @Test
    void plainWebAddressIsOpened() {
        var opened = new ArrayList<String>();
        new Links(opened::add).open(" HTTPS://Example.com/a?b=ü ");

        assertThat(opened).isEqualTo(List.of("HTTPS://Example.com/a?b=%C3%BC"));
        assertThat(Links.host("https://example.com:8443/x")).isEqualTo("example.com");
    }
}
