package dev.rackside.backup.dump;

import java.io.IOException;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/** Forces a file to the disk while it is still written, so that at its end little is left to wait for. */
final class Forcing {

    private static final long STEP = 32L * 1024 * 1024;

    private final FileChannel channel;
    private long next = STEP;
    private @Nullable Thread underway;
    /** A disk tells once only that it lost something. */
    private volatile @Nullable IOException failed;

    Forcing(FileChannel channel) {
        this.channel = channel;
    }

    /** So many bytes are written; never waits. */
    void written(long size) throws IOException {
        check();
        if (size >= next && (underway == null || !underway.isAlive())) {
            next = size + STEP;
            underway = Thread.ofVirtual().name("dump-force").start(this::force);
        }
    }

    private void force() {
        try {
            channel.force(false);
        } catch (IOException e) {
            failed = e;
        }
    }

    /** When this returns, all that was written is on the disk. */
    void finish() throws IOException {
        try {
            if (underway != null) {
                underway.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        check();
        channel.force(true);
    }

    private void check() throws IOException {
        var lost = failed;
        if (lost != null) {
            throw lost;
        }
    }
}
