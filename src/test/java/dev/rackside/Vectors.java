package dev.rackside;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/** Test data that others wrote, in {@code shared/vectors} beside the project or above it. */
public final class Vectors {

    private Vectors() {
    }

    /** A file or folder of them; where it isn't there, the test is skipped and says so. */
    public static Path at(String path) {
        for (var root = Path.of("").toAbsolutePath(); root != null; root = root.getParent()) {
            var there = root.resolve("shared").resolve("vectors").resolve(path);
            if (Files.exists(there)) {
                return there;
            }
        }
        return abort("../shared/vectors/" + path + " is not here");
    }
}
