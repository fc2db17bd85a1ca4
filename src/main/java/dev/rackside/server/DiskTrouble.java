package dev.rackside.server;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells a full disk from a folder that can't be written. */
public final class DiskTrouble {

    private static final long MIB = 1024 * 1024;

    private DiskTrouble() {
    }

    /** The problem that a failed write means: DISK_FULL or NOT_WRITABLE. */
    public static Problem of(IOException failure, Path where) {
        return new Problem(full(failure) ? ErrorCode.DISK_FULL : ErrorCode.NOT_WRITABLE, failure, where);
    }

    /** Throws when fewer than {@code needed} MiB are free where {@code directory} is. */
    static void refuseFull(Path directory, long needed) {
        try {
            if (Files.getFileStore(directory).getUsableSpace() < needed * MIB) {
                throw new Problem(ErrorCode.DISK_FULL, directory);
            }
        } catch (IOException e) {
            throw of(e, directory);
        }
    }

    // The JDK has no exception of its own for a full disk; these are the words of Linux, macOS and Windows.
    private static boolean full(IOException failure) {
        return full(failure.getMessage());
    }

    static boolean full(@Nullable String words) {
        var text = words == null ? "" : words.toLowerCase(Locale.ROOT);
        return text.contains("no space left") || text.contains("not enough space") || text.contains("disk full")
                || text.contains("quota exceeded") || text.contains("disk is full") || text.contains("errno: 28");
    }
}
