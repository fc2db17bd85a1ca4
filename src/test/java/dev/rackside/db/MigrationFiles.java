package dev.rackside.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The migrations as they lie there; their numbers may have gaps. */
final class MigrationFiles {

    private MigrationFiles() {
    }

    /** How many there are. */
    static int count() {
        try {
            var folder = Path.of(Objects.requireNonNull(MigrationFiles.class.getResource("/db/migration")).toURI());
            try (var files = Files.list(folder)) {
                return (int) files.count();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
