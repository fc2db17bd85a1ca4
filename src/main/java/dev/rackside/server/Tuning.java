package dev.rackside.server;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * How much the server takes and how careful it is.
 *
 * @param bufferPool InnoDB's buffer pool in MiB
 * @param redoLog InnoDB's redo log in MiB; part of the directory's size
 * @param durable whether a commit is on the disk before it is acknowledged; false only for data that are thrown away
 * @param encrypted whether it speaks TLS, with a certificate that it makes anew at each start
 * @param packet the longest statement that it takes, in MiB
 */
public record Tuning(int bufferPool, int redoLog, boolean durable, boolean encrypted, int packet) {

    private static final int SMALLEST_POOL = 256;
    private static final int LARGEST_POOL = 1024;
    private static final int SHARE_OF_MEMORY = 16;
    private static final long MIB = 1024 * 1024;
    private static final int PACKET = 64;
    /** What MariaDB takes at most: a dump writes a byte of a BLOB as two. */
    private static final int LONGEST_PACKET = 1024;

    /**
     * For a technician's own workspace: no acknowledged row is ever lost. The pool takes a sixteenth of the machine's
     * memory where the data need it; a million insights are at home in a gigabyte.
     */
    public static final Tuning DESKTOP = new Tuning(desktopPool(), 64, true, false, PACKET);
    /** For tests: fast, and the data are thrown away. */
    public static final Tuning THROWAWAY = new Tuning(128, 32, false, false, PACKET);
    /** For showing how a team's server is met, on data that are thrown away. */
    public static final Tuning TEAM = new Tuning(128, 32, false, true, PACKET);
    /** For restoring a backup to prove it: as fast as can be, with rows of any length, on data that are thrown away. */
    public static final Tuning PROVING = new Tuning(desktopPool(), 256, false, false, LONGEST_PACKET);

    private static int desktopPool() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean machine
                ? Math.clamp(machine.getTotalMemorySize() / MIB / SHARE_OF_MEMORY, SMALLEST_POOL, LARGEST_POOL)
                : SMALLEST_POOL;
    }

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
