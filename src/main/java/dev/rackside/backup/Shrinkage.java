package dev.rackside.backup;

import dev.rackside.backup.dump.Manifest;
import dev.rackside.backup.dump.TableFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a backup holds so much less than the last good one that a person should look: half of its tables or fewer, half
 * of its rows or fewer, or half the size.
 */
final class Shrinkage {

    private Shrinkage() {
    }

    /** What there is less of, in words that stand in the record; empty where nothing is suspect. */
    static Optional<String> of(BackupRun before, Manifest now) {
        var report = VerificationReport.of(before.verificationDetails);
        var found = new ArrayList<String>();
        add(found, "tables", (long) report.tables().size(), now.tables().size());
        add(found, "rows", report.rows(), now.tables().stream().mapToLong(TableFacts::rows).sum());
        add(found, "bytes", before.sizeBytes, now.fileBytes());
        return found.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", found));
    }

    private static void add(List<String> found, String what, @Nullable Long was, long is) {
        if (was != null && was > 0 && is <= was / 2) {
            found.add(what + " " + was + " → " + is);
        }
    }

    /** Whether a run may be compared with: whole, not known to be bad, and not suspect itself. */
    static boolean good(BackupRun run) {
        return !run.row().bad() && !run.row().suspect();
    }
}
