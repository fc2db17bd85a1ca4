package dev.rackside.backup.restoring;

import dev.rackside.backup.Grade;
import dev.rackside.backup.dump.Manifest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A backup as it stands before a restore, and what is there now.
 *
 * @param takenAt the moment that it is of
 * @param now the server's clock
 * @param bytes of the file
 * @param took how long its last restore took; null where none was measured
 * @param tables each with its rows, in the order of their names
 * @param objects how many views, routines and the like there are, by kind
 * @param source the database that it is of, and the server's own name in {@code host}
 * @param elsewhere the tables of the workspace's database that aren't in the backup
 * @param live the workspace's database
 * @param others how many connections to it are others'
 */
public record RestorePreview(UUID backup, Path file, Grade grade, Instant takenAt, Instant now, long bytes,
        String source, String host, String serverVersion, int schemaVersion, @Nullable Duration took,
        List<Table> tables,
        Map<String, Long> objects, List<String> elsewhere, String live, int others) {

    /**
     * A table.
     *
     * @param rows in the backup
     * @param now in the workspace's database; null where there is none of that name, or counting took too long
     */
    public record Table(String name, long rows, @Nullable Long now) {

        /** Whether there is another number of rows now. */
        public boolean differs() {
            return now == null || now != rows;
        }
    }

    public long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    public Duration age() {
        return Duration.between(takenAt, now);
    }

    /** How much was written since, at least: how many rows the tables differ in number. */
    public long changed() {
        return tables.stream().mapToLong(table -> table.now() == null ? 0 : Math.abs(table.now() - table.rows())).sum();
    }

    static List<Table> tables(Manifest manifest, Map<String, Long> now) {
        return manifest.tables().stream().map(table -> new Table(table.name(), table.rows(), now.get(table.name())))
                .toList();
    }
}
