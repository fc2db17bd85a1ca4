package dev.rackside.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Whole folders: deleted, copied, measured. */
final class Folders {

    private static final long MIB = 1024 * 1024;

    private Folders() {
    }

    /** Deletes a folder with all it holds; one that isn't there is fine. Links are not followed. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
                    throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Copies a folder of files and folders; when it returns, the copy is on the disk. */
    static void copy(Path folder, Path target) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : (Iterable<Path>) paths::iterator) {
                var copy = target.resolve(folder.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    OwnerOnly.folder(copy);
                } else {
                    Files.copy(path, copy, StandardCopyOption.COPY_ATTRIBUTES);
                    try (var channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
                        channel.force(true);
                    }
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The MiB that a folder's files have, rounded up. */
    static long size(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            var bytes = 0L;
            for (var path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                bytes += Files.size(path);
            }
            return bytes / MIB + 1;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
