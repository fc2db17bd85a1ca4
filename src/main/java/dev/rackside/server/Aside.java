package dev.rackside.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;

/** The copies of the data that are made before a newer server takes them over. They stay until a person deletes them. */
final class Aside {

    private static final String PREFIX = "data.before-";

    /** MiB that must be left over when the copy is made. */
    private static final long SPARE = 128;

    private final ServerDirectory directory;

    Aside(ServerDirectory directory) {
        this.directory = directory;
    }

    /** Copies the data of a stopped server; returns the copy's name once it is complete and on the disk. */
    String keep(ServerVersion next) throws IOException {
        DiskTrouble.refuseFull(directory.root(), Folders.size(directory.data()) + SPARE);
        var copy = directory.unfinished();
        Folders.copy(directory.data(), copy);
        var name = free(PREFIX + next);
        Files.move(copy, directory.root().resolve(name), StandardCopyOption.ATOMIC_MOVE);
        return name;
    }

    /** Makes a copy the data again; what was the data goes. */
    void putBack(String name) throws IOException {
        if (Files.exists(directory.data())) {
            Files.move(directory.data(), directory.unfinished(), StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(directory.root().resolve(name), directory.data(), StandardCopyOption.ATOMIC_MOVE);
        directory.clear();
    }

    /** Ends a {@link #putBack} that was interrupted: there are no data, but a copy. False where there is none. */
    boolean putBackNewest() throws IOException {
        Path newest = null;
        var time = FileTime.fromMillis(0);
        try (var copies = Files.newDirectoryStream(directory.root(), PREFIX + "*")) {
            for (var copy : copies) {
                var made = Files.getLastModifiedTime(copy);
                if (newest == null || made.compareTo(time) > 0) {
                    newest = copy;
                    time = made;
                }
            }
        }
        if (newest == null) {
            return false;
        }
        Files.move(newest, directory.data(), StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    private String free(String wanted) {
        var name = wanted;
        for (var number = 2; Files.exists(directory.root().resolve(name)); number++) {
            name = wanted + "-" + number;
        }
        return name;
    }
}
