package dev.rackside.backup;

import dev.rackside.backup.dump.DumpFailure;
import dev.rackside.fault.Problem;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds a slot while its backup is taken: the lease is prolonged from a thread of its own, and where somebody else has
 * the slot the work is told to stop. It publishes only after the server said that the slot is still ours.
 */
final class SlotLease implements Watch, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SlotLease.class);
    private static final Duration LOOK = Duration.ofMillis(100);
    /** So many times a lease it is prolonged. */
    private static final int PER_LEASE = 3;

    private final Slots slots;
    private final Claim.Mine mine;
    private final Duration length;
    private final Watch watch;
    private final Thread worker = Thread.currentThread();
    private final Thread keeper;
    private volatile boolean lost;
    private volatile boolean waiting;
    private volatile boolean closed;
    private volatile long renewedAt = System.nanoTime();

    private SlotLease(Slots slots, Claim.Mine mine, Duration length, Watch watch) {
        this.slots = slots;
        this.mine = mine;
        this.length = length;
        this.watch = watch;
        keeper = Thread.ofVirtual().name("slot-lease").unstarted(this::keep);
    }

    /** For the calling thread's work. */
    static SlotLease hold(Slots slots, Claim.Mine mine, Duration length, Watch watch) {
        var lease = new SlotLease(slots, mine, length, watch);
        lease.keeper.start();
        return lease;
    }

    /** Whether somebody else has the slot, or may have it: the work is for nothing. */
    boolean lost() {
        return lost;
    }

    /** The work sleeps before it tries again; it is woken when it is to stop. */
    void waiting(boolean sleeps) {
        waiting = sleeps;
    }

    private void keep() {
        try {
            while (!closed) {
                Thread.sleep(LOOK);
                if (System.nanoTime() - renewedAt > length.dividedBy(PER_LEASE).toNanos()) {
                    renew();
                }
                if (waiting && cancelled()) {
                    worker.interrupt();
                }
            }
        } catch (InterruptedException _) {
            // Closed.
        }
    }

    private void renew() {
        try {
            if (slots.renew(mine)) {
                renewedAt = System.nanoTime();
            } else {
                lost = true;
            }
        } catch (Problem e) {
            // The lease goes on without us for a while; after that nobody may rely on it.
            LOG.debug("The lease of {} is not prolonged: {}", mine.name(), e.code());
            lost |= System.nanoTime() - renewedAt > length.toNanos();
        }
    }

    @Override
    public void at(Pace pace) {
        watch.at(pace);
    }

    @Override
    public boolean cancelled() {
        return lost || watch.cancelled();
    }

    @Override
    public void publishing() {
        watch.publishing();
        if (lost || !slots.renew(mine)) {
            lost = true;
            throw new DumpFailure(Reason.LEASE_EXPIRED, mine.name());
        }
        renewedAt = System.nanoTime();
    }

    @Override
    public void close() {
        closed = true;
        keeper.interrupt();
        try {
            keeper.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
