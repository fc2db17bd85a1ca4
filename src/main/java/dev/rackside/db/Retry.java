package dev.rackside.db;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Which failed transactions are done again, and how often. */
final class Retry {

    private static final int ATTEMPTS = 5;
    private static final long FIRST_PAUSE_MS = 50;

    private final Translation translation;

    private final Runnable onLostConnection;

    /** @param onLostConnection drops the other connections of the pool, which are probably dead too */
    Retry(DatabaseAddress address, Runnable onLostConnection) {
        this.translation = Translation.of(address);
        this.onLostConnection = onLostConnection;
    }

    /** The commit itself failed: what the transaction did may be there or not. */
    static final class CommitFailed extends RuntimeException {
        CommitFailed(RuntimeException cause) {
            super(cause);
        }

        RuntimeException failure() {
            return getCause() instanceof RuntimeException e ? e : this;
        }
    }

    <T> T reading(Supplier<T> transaction) {
        try {
            return transaction.get();
        } catch (RuntimeException e) {
            if (!Translation.connectionLost(e) || Thread.currentThread().isInterrupted()) {
                throw translation.translate(e);
            }
        }
        onLostConnection.run();
        try {
            return transaction.get();
        } catch (RuntimeException e) {
            throw translation.translate(e);
        }
    }

    /** @param landed gives the result where a commit of unknown outcome did arrive, else null; null: can't be looked up */
    <T> T writing(Supplier<T> transaction, @Nullable Supplier<@Nullable T> landed) {
        for (var attempt = 1;; attempt++) {
            try {
                return transaction.get();
            } catch (CommitFailed e) {
                var failure = e.failure();
                if (Translation.rolledBack(failure)) {
                    pauseBefore(attempt, failure);
                    continue;
                }
                if (!Translation.connectionLost(failure)) {
                    throw translation.translate(failure);
                }
                if (landed == null) {
                    throw new Problem(ErrorCode.OUTCOME_UNKNOWN, failure);
                }
                var found = lookedUp(landed, failure);
                if (found != null) {
                    return found;
                }
                pauseBefore(attempt, failure);
            } catch (RuntimeException e) {
                if (!Translation.rolledBack(e)) {
                    throw translation.translate(e);
                }
                pauseBefore(attempt, e);
            }
        }
    }

    private <T> @Nullable T lookedUp(Supplier<@Nullable T> landed, RuntimeException failure) {
        try {
            return reading(landed);
        } catch (Problem e) {
            e.addSuppressed(failure);
            throw new Problem(ErrorCode.OUTCOME_UNKNOWN, e);
        }
    }

    private static void pauseBefore(int attempt, RuntimeException failure) {
        if (attempt == ATTEMPTS) {
            throw new Problem(ErrorCode.DATABASE_BUSY, failure);
        }
        var pause = FIRST_PAUSE_MS << (attempt - 1);
        try {
            Thread.sleep(pause + ThreadLocalRandom.current().nextLong(pause));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem(ErrorCode.DATABASE_BUSY, failure);
        }
    }
}
