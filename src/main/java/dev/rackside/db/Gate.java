package dev.rackside.db;

import dev.rackside.fault.Problem;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * Who may come to a database at this moment, and whether it may be closed: its tables can be replaced while the
 * program runs.
 */
public final class Gate {

    private final ReentrantReadWriteLock holds = new ReentrantReadWriteLock();
    private volatile @Nullable Closed closed;

    Gate() {
    }

    /** Why nobody but one thread reads or writes. */
    private record Closed(Problem because, Thread but) {}

    /** Work that must come to its end, or back to its beginning, before the database is closed. */
    public interface Hold extends AutoCloseable {
        @Override
        void close();
    }

    /** Begins such work in the calling thread, in which it also ends. */
    public Hold hold() {
        holds.readLock().lock();
        return holds.readLock()::unlock;
    }

    /** Waits until nobody is at such work. */
    public void await() {
        var all = holds.writeLock();
        all.lock();
        try {
            // Nobody is any more.
        } finally {
            all.unlock();
        }
    }

    /**
     * From now on everything fails with this problem, until {@link #open}, except for what the calling thread does: it
     * replaces the tables.
     */
    public void close(Problem because) {
        closed = new Closed(because, Thread.currentThread());
    }

    /** All read and write again. */
    public void open() {
        closed = null;
    }

    void refuse() {
        var now = closed;
        if (now != null && !now.but().equals(Thread.currentThread())) {
            throw new Problem(now.because().code(), now.because(), now.because().arguments().toArray());
        }
    }
}
