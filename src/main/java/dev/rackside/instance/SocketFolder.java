package dev.rackside.instance;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The folder that each window of this person's Rackside has a socket in; nobody else may look into it. */
final class SocketFolder {

    private static final String ENDING = ".sock";
    /** What the address of a socket has room for, in bytes: 104 on macOS, 108 elsewhere, with a zero behind. */
    private static final int LONGEST = 100;
    private static final int NAME = "/00000000.sock".length();
    private static final int SHORT_HASH = 8;
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Set<PosixFilePermission> OWNER = Set.of(PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private final Path folder;

    private SocketFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * The folder, made where it isn't there.
     *
     * @param config the configuration folder; another one has other windows
     * @throws IOException where it can't be made, or is somebody else's
     */
    static SocketFolder of(Path config) throws IOException {
        var near = config.toAbsolutePath().resolve("windows");
        var fits = near.toString().getBytes(StandardCharsets.UTF_8).length + NAME <= LONGEST;
        var folder = fits ? near : shorter(near);
        Files.createDirectories(folder);
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(folder + " leads elsewhere");
        }
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            // Fails where it is somebody else's.
            Files.setPosixFilePermissions(folder, OWNER);
        }
        return new SocketFolder(folder);
    }

    private static Path shorter(Path near) {
        var session = System.getenv("XDG_RUNTIME_DIR");
        var parent = session == null || session.isBlank() || !Files.isDirectory(Path.of(session))
                ? Path.of(System.getProperty("java.io.tmpdir"))
                : Path.of(session);
        return parent.toAbsolutePath().resolve("rackside-" + hash(near + System.getProperty("user.name", "")));
    }

    private static String hash(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, SHORT_HASH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A place for one more socket. */
    Path next() {
        var number = (int) (ProcessHandle.current().pid() * 31 + System.nanoTime());
        var file = folder.resolve(HexFormat.of().toHexDigits(number) + ENDING);
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? next() : file;
    }

    /** The sockets that are there, of windows that live and of such that were killed. */
    List<Path> sockets() throws IOException {
        var found = new ArrayList<Path>();
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                if (file.toString().endsWith(ENDING)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    /** Whoever has it decides alone; empty where another one decides for longer than it is waited for. */
    Optional<Lock> lock(Patience patience) throws IOException {
        var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        while (!taken(channel)) {
            if (patience.isOver()) {
                channel.close();
                return Optional.empty();
            }
            patience.pause(PAUSE);
        }
        return Optional.of(new Lock(channel));
    }

    private static boolean taken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    /** Held until it is closed, from whichever thread; null in place of a channel where nothing is held. */
    record Lock(@Nullable FileChannel channel) implements AutoCloseable {
        static final Lock NONE = new Lock(null);

        boolean held() {
            return channel != null;
        }

        @Override
        public void close() {
            try {
                if (channel != null) {
                    channel.close();
                }
            } catch (IOException _) {
                // It ends with the process at the latest.
            }
        }
    }
}
