package dev.rackside.backup.dump;

import dev.rackside.backup.Reason;
import dev.rackside.backup.Watch;
import dev.rackside.backup.Watch.Pace;
import dev.rackside.backup.Watch.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * The way of a dump from its program through the stages into the file, on a thread of its own. It ends when the
 * program's output does; what went wrong on the way is kept for who waits, and ends the program and the measuring.
 */
final class Dumping {

    private static final int PIECE = 256 * 1024;
    private static final Duration ENDING = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Child child;
    private final DumpFile file;
    private final Watch watch;
    private final Runnable abort;
    private final DumpScan scan = new DumpScan();
    private final long expected;
    private final Thread thread;
    private volatile int tables;
    private volatile boolean over;
    private @Nullable DumpFailure failure;

    private Dumping(Child child, DumpFile file, Watch watch, Runnable abort, long expected) {
        this.child = child;
        this.file = file;
        this.watch = watch;
        this.abort = abort;
        this.expected = expected;
        // It waits for the program's next piece some ten thousand times a second, which a virtual one pays for dearly.
        thread = Thread.ofPlatform().name("dump").daemon().unstarted(this::pump);
    }

    /**
     * @param abort ends what else is done for this dump, once it has come to nothing
     * @param expected about how many bytes there will be
     */
    static Dumping start(Child child, DumpFile file, Watch watch, Runnable abort, long expected) {
        var dumping = new Dumping(child, file, watch, abort, expected);
        dumping.thread.start();
        return dumping;
    }

    private void pump() {
        try (var output = child.output()) {
            var piece = new byte[PIECE];
            for (var count = next(output, piece); count >= 0; count = next(output, piece)) {
                scan.read(piece, count);
                file.write(piece, count);
                watch.at(new Pace(Stage.DUMP, scan.bytes(), Math.max(expected, scan.bytes()), scan.tables(), tables));
            }
        } catch (DumpFailure e) {
            failure = e;
            child.kill();
        } catch (IOException e) {
            failure = new DumpFailure(Reason.DUMP_FAILED, String.valueOf(e.getMessage()), e);
        } finally {
            over = true;
            scan.end();
            if (failure != null || child.cancelled() || !scan.complete()) {
                abort.run();
            }
        }
    }

    /** A program that was killed closes its output under our hands; its status tells why. */
    private static int next(InputStream output, byte[] piece) {
        try {
            return output.read(piece);
        } catch (IOException _) {
            return -1;
        }
    }

    void expectTables(int count) {
        tables = count;
    }

    /** Whether the dump came to its end, a good or a bad one, by itself. */
    boolean over() {
        return over;
    }

    CountDownLatch begun() {
        return scan.begun();
    }

    /**
     * Waits until nothing is written any more; the program was ended before. What it started in that very moment may
     * keep its output open: that is not waited for.
     */
    void end() {
        var end = System.nanoTime() + ENDING.toNanos();
        var interrupted = false;
        while (thread.isAlive() && System.nanoTime() < end) {
            try {
                thread.join(LOOK);
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Waits for the end of the dump and for its program.
     *
     * @return what was seen of the dump, which is whole
     * @throws DumpFailure what went wrong first
     */
    DumpScan await() {
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            child.kill();
            throw new CancellationException();
        }
        if (failure != null) {
            throw failure;
        }
        var status = child.await();
        if (status != 0) {
            throw DumpWords.failure(status, child.words());
        }
        if (!scan.complete()) {
            throw new DumpFailure(Reason.TRAILER_MISSING, scan.bytes() + " bytes");
        }
        return scan;
    }
}
