package dev.rackside.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Folders below target that tests fill. */
public final class TestFolders {

    private TestFolders() {
    }

    /** A folder of this process's own that nothing is in; it doesn't exist yet. What dead processes left goes. */
    public static Path fresh(String name) {
        var parent = Path.of("target", name).toAbsolutePath();
        if (Files.isDirectory(parent)) {
            try (var folders = Files.list(parent)) {
                folders.filter(TestFolders::abandoned).forEach(TestFolders::delete);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        var folder = parent.resolve(Long.toString(ProcessHandle.current().pid()));
        delete(folder);
        return folder;
    }

    private static boolean abandoned(Path folder) {
        var owner = Long.parseLong(folder.getFileName().toString());
        return ProcessHandle.of(owner).isEmpty();
    }

    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
