package dev.rackside.backup.restoring;

import dev.rackside.backup.VerificationLevel;
import dev.rackside.backup.VerificationReport;
import dev.rackside.backup.VerificationReport.TableCheck;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was restored, compared with what was backed up.
 *
 * @param target the database, or the table beside the others
 * @param tables every table that was restored
 * @param differences what isn't as it was backed up, in words; empty where all is
 * @param loading how long it took to load
 * @param serverVersion of the server that it is in
 * @param notes what a person must know of it, in sentences
 * @param automatic the backup that was taken before; null where nothing was at stake
 */
public record Restored(String target, List<TableCheck> tables, List<String> differences, Duration loading,
        String serverVersion, List<String> notes, @Nullable UUID automatic) {

    /** Whether all of it is as it was backed up. */
    public boolean same() {
        return differences.isEmpty()
                && tables.stream().allMatch(table -> Boolean.TRUE.equals(table.checksumEqual()));
    }

    /** How many rows there are now. */
    public long rows() {
        return tables.stream().mapToLong(table -> table.rowsFound() == null ? 0 : table.rowsFound()).sum();
    }

    /** The comparison as a proof's is shown. */
    public VerificationReport report(Instant at) {
        return new VerificationReport(null, true, VerificationLevel.COMPARE, null, VerificationReport.OWN_METHOD, at,
                serverVersion, loading, tables.stream().sorted(
                        Comparator.comparing(table -> !table.differs())).toList(),
                differences, null, null);
    }
}
