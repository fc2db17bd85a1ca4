package dev.rackside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartCacheTest {

    @TempDir
    private Path folder;

    @Test
    void theCacheOfThisBuildIsUsed() throws IOException {
        assertThat(StartCache.stale("4f2a", jar("dev/rackside/build.id", "4f2a\n"))).isFalse();
    }

    @Test
    void aCacheOfAnotherBuildIsStale() throws IOException {
        assertThat(StartCache.stale("4f2a", jar("dev/rackside/build.id", "77c1\n"))).isTrue();
    }

    @Test
    void aJarThatNoPackageWasMadeOfMakesAnyCacheStale() throws IOException {
        assertThat(StartCache.stale("4f2a", jar("dev/rackside/Main.class", ""))).isTrue();
        assertThat(StartCache.stale("4f2a", folder)).as("classes in a folder").isTrue();
        assertThat(StartCache.stale("4f2a", folder.resolve("none.jar"))).isTrue();
    }

    @Test
    void withoutACacheNothingIsStale() {
        assertThat(StartCache.stale(null, folder)).isFalse();
    }

    private Path jar(String entry, String text) throws IOException {
        var file = folder.resolve("rackside.jar");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        return file;
    }
}
