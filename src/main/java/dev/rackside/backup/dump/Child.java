package dev.rackside.backup.dump;

import dev.rackside.backup.Watch;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Another program at work for us. It is watched from a thread of its own: when the person cancels, it is killed with
 * all that it started, and whoever reads from it or writes to it meets the end of the stream. Closing does the same.
 */
public final class Child implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(100);
    /** A client repeats the statement that failed, which may be megabytes of customers' data. */
    private static final int WORDS_KEPT = 16 * 1024;

    private final Process process;
    private final Watch watch;
    private final Thread listener;
    private final Thread watcher;
    private final StringBuilder words = new StringBuilder();
    private volatile boolean cancelled;

    private Child(Process process, Watch watch) {
        this.process = process;
        this.watch = watch;
        listener = Thread.ofVirtual().name("child-words").start(this::listen);
        watcher = Thread.ofVirtual().name("child-watch").start(this::watch);
    }

    /** Starts a program; nothing of ours is in its arguments but options, and no secret. */
    public static Child start(List<String> command, Watch watch) throws IOException {
        var builder = new ProcessBuilder(command);
        // What the person's shell knows isn't the program's business, and some variables carry passwords.
        builder.environment().keySet().removeIf(name -> name.startsWith("MYSQL") || name.startsWith("MARIADB"));
        return new Child(builder.start(), watch);
    }

    public InputStream output() {
        return process.getInputStream();
    }

    public OutputStream input() {
        return process.getOutputStream();
    }

    /**
     * Waits for the program to end.
     *
     * @return its exit status; 128 and the signal's number where it was killed
     * @throws CancellationException where it was cancelled
     */
    public int await() {
        try {
            var status = process.waitFor();
            listener.join();
            if (cancelled) {
                throw new CancellationException();
            }
            return status;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            kill();
            throw new CancellationException();
        }
    }

    /** Whether the person cancelled and the program was killed for it. */
    public boolean cancelled() {
        return cancelled;
    }

    /** What the program said on its error stream, the beginning of it. */
    public String words() {
        synchronized (words) {
            return words.toString().strip();
        }
    }

    /** The processes, for tests that look at them. */
    ProcessHandle handle() {
        return process.toHandle();
    }

    private void listen() {
        var buffer = new byte[4096];
        try (var stream = process.getErrorStream()) {
            for (var read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                synchronized (words) {
                    if (words.length() < WORDS_KEPT) {
                        words.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
                    }
                }
            }
        } catch (IOException _) {
            // The program ended; what it said until then is there.
        }
    }

    private void watch() {
        try {
            while (process.isAlive()) {
                if (watch.cancelled()) {
                    cancelled = true;
                    kill();
                }
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException _) {
            // Closed.
        }
    }

    /** Kills the program with all that it started. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Override
    public void close() {
        watcher.interrupt();
        if (process.isAlive()) {
            kill();
        }
    }
}
