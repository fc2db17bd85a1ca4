package dev.rackside.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {

    @Test
    void versionsComeInTheOrderOfSemanticVersioning() {
        var sorted = List.of("0.1.0-SNAPSHOT", "0.1.0", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta",
                "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0", "1.0.1", "1.9.0", "1.10.0",
                "2.0.0-SNAPSHOT", "2.0.0", "99999999999999999999.0.0");
        var mixed = new ArrayList<>(sorted.stream().map(VersionTest::version).toList());
        Collections.reverse(mixed);
        Collections.sort(mixed);

        assertThat(mixed).extracting(Version::toString).isEqualTo(sorted);
    }

    @Test
    void theBuildCountsNothing() {
        assertThat(version("1.0.0+linux.5")).isEqualTo(version("1.0.0")).hasSameHashCodeAs(version("1.0.0"));
        assertThat(version("1.0.0-rc.1")).isNotEqualTo(version("1.0.0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1.0", "1.0.0.0", "v1.0.0", "01.0.0", "1.0.0-", "1.0.0-01", "1.0.0-a..b", "-1.0.0",
            "unknown", "${project.version}", "1.0.0 ", "1.0.0\n", "٣.0.0"})
    void whatIsNoVersionIsNone(String words) {
        assertThat(Version.of(words)).isEmpty();
    }

    private static Version version(String words) {
        return Version.of(words).orElseThrow();
    }
}
