package dev.rackside.db;

import java.sql.SQLException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.Connection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A transaction on a thread of its own. An interrupt would close the socket that a virtual thread waits at, and the
 * server would go on with a query that nobody reads; this way an interrupt of the caller ends the statement on the
 * server, and the connection stays good.
 */
final class Reading {

    private static final Logger LOG = LoggerFactory.getLogger(Reading.class);

    private @Nullable Connection inUse;
    private boolean cancelled;

    private Reading() {
    }

    /** @throws CancellationException where the calling thread is interrupted; it stays interrupted */
    static <T> T transaction(SessionFactory sessions, Function<StatelessSession, T> work) {
        var reading = new Reading();
        var answer = new CompletableFuture<T>();
        Thread.ofVirtual().name("database").start(() -> {
            try {
                sessions.inStatelessTransaction(session -> {
                    reading.begun(session.doReturningWork(connection -> connection.unwrap(Connection.class)));
                    try {
                        // Known before the transaction ends: nothing was written, so nobody waits for that.
                        answer.complete(work.apply(session));
                    } finally {
                        // From here on the connection may be somebody else's.
                        reading.ended();
                    }
                });
            } catch (Throwable thrown) {
                if (!answer.completeExceptionally(thrown)) {
                    LOG.debug("A transaction that only read did not end well", thrown);
                }
            }
        });
        try {
            return answer.get();
        } catch (InterruptedException e) {
            reading.cancel();
            Thread.currentThread().interrupt();
            throw cancellation(e);
        } catch (ExecutionException e) {
            throw unwrapped(e);
        }
    }

    /** Work that is not to be cut off half way: an interrupt waits until it is done. */
    static <T> T undisturbed(Supplier<T> work) {
        var task = started(work);
        var interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException _) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw unwrapped(e);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static <T> FutureTask<T> started(Supplier<T> work) {
        var task = new FutureTask<>(work::get);
        Thread.ofVirtual().name("database").start(task);
        return task;
    }

    private synchronized void begun(Connection connection) {
        if (cancelled) {
            throw new CancellationException();
        }
        inUse = connection;
    }

    private synchronized void ended() {
        inUse = null;
    }

    /** Ends the statement that runs; the connection can't be given back meanwhile, so it hits nobody else's. */
    private synchronized void cancel() {
        cancelled = true;
        if (inUse != null) {
            try {
                inUse.cancelCurrentQuery();
            } catch (SQLException e) {
                LOG.info("A query that nobody waits for could not be ended: {}", e.getMessage());
            }
        }
    }

    private static CancellationException cancellation(Exception because) {
        var cancellation = new CancellationException("nobody waits for the answer any more");
        cancellation.initCause(because);
        return cancellation;
    }

    private static RuntimeException unwrapped(ExecutionException e) {
        return switch (e.getCause()) {
            case RuntimeException unchecked -> unchecked;
            case Error error -> throw error;
            case null, default -> new IllegalStateException(e);
        };
    }
}
