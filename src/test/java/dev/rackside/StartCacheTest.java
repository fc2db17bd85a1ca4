package dev.rackside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StartCacheTest {

    @Test
    void aCacheOfTheJarsOwnBuildIsUsed() {
        assertThat(StartCache.stale("4f2a", jar("4f2a\n"))).isFalse();
    }

    @Test
    void aCacheOfAnotherBuildIsStale() {
        assertThat(StartCache.stale("4f2a", jar("77c1\n"))).isTrue();
    }

    @Test
    void aJarThatNoPackageWasMadeOfMakesAnyCacheStale() {
        assertThat(StartCache.stale("4f2a", null)).isTrue();
    }

    @Test
    void withoutACacheNothingIsStale() {
        assertThat(StartCache.stale(null, null)).isFalse();
    }

    private static InputStream jar(String id) {
        return new ByteArrayInputStream(id.getBytes(StandardCharsets.US_ASCII));
    }
}
