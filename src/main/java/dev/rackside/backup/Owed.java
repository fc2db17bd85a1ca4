package dev.rackside.backup;

import dev.rackside.fault.Problem;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records that couldn't be written because the database was away; they are as soon as it is back. */
final class Owed {

    private static final Logger LOG = LoggerFactory.getLogger(Owed.class);

    private final Queue<Runnable> records = new ConcurrentLinkedQueue<>();

    /** Writes a record now, or with the next {@link #settle()}. */
    void pay(Runnable record) {
        try {
            record.run();
        } catch (Problem e) {
            LOG.warn("A backup's record is written later: {}", e.code());
            records.add(record);
        }
    }

    /** @throws Problem where the database is still away */
    void settle() {
        for (var record = records.peek(); record != null; record = records.peek()) {
            record.run();
            records.remove(record);
        }
    }
}
