package dev.rackside.server;

import java.util.ArrayList;
import java.util.List;

/**
 * How much the server takes and how careful it is.
 *
 * @param bufferPool InnoDB's buffer pool in MiB
 * @param redoLog InnoDB's redo log in MiB; part of the directory's size
 * @param durable whether a commit is on the disk before it is acknowledged; false only for tests
 */
public record Tuning(int bufferPool, int redoLog, boolean durable) {

    /** For a technician's own workspace: no acknowledged row is ever lost. */
    public static final Tuning DESKTOP = new Tuning(256, 64, true);
    /** For tests: fast, and the data are thrown away. */
    public static final Tuning THROWAWAY = new Tuning(128, 32, false);

    List<String> flags() {
        var flags = new ArrayList<>(
                List.of("--innodb-buffer-pool-size=" + bufferPool + "M", "--innodb-log-file-size=" + redoLog + "M"));
        if (!durable) {
            flags.add("--innodb-flush-log-at-trx-commit=0");
            flags.add("--skip-innodb-doublewrite");
        }
        return flags;
    }
}
