package dev.rackside.backup.restoring;

import dev.rackside.backup.Grade;
import dev.rackside.backup.dump.Contents;
import dev.rackside.backup.dump.Item;
import dev.rackside.backup.dump.Sql;
import dev.rackside.backup.dump.TableFacts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks at a backup's manifest and at what is there now, before anything is done. */
public final class Looking {

    /** Counting is for a look: where it takes longer, it isn't known. */
    private static final int PATIENCE_SECONDS = 2;

    private Looking() {
    }

    /** @param took how long its last restore took */
    public static RestorePreview at(Task task, Grade grade, @Nullable Duration took, Instant now)
            throws SQLException {
        var manifest = task.manifest();
        try (var connection = task.connect(task.live().database())) {
            var objects = manifest.items().stream().filter(item -> !item.kind().equals(Item.TABLE))
                    .collect(Collectors.groupingBy(Item::kind, TreeMap::new, Collectors.counting()));
            var counts = counts(connection);
            var held = manifest.tables().stream().map(TableFacts::name).toList();
            return new RestorePreview(manifest.backup(), task.file().path(), grade, manifest.takenAt(), now,
                    manifest.fileBytes(), manifest.database(), manifest.host(), manifest.serverVersion(),
                    manifest.schemaVersion(), took, RestorePreview.tables(manifest, counts), objects,
                    Contents.items(connection).stream().filter(item -> item.kind().equals(Item.TABLE)).map(Item::name)
                            .filter(name -> !held.contains(name)).sorted().toList(),
                    task.live().database(), Server.others(connection));
        }
    }

    private static Map<String, Long> counts(Connection connection) throws SQLException {
        var counts = new HashMap<String, Long>();
        for (var item : Contents.items(connection)) {
            if (item.kind().equals(Item.TABLE)) {
                try {
                    counts.put(item.name(), Long.valueOf(Sql.row(connection, "SET STATEMENT max_statement_time = "
                            + PATIENCE_SECONDS + " FOR SELECT COUNT(*) FROM " + Sql.quoted(item.name())).getFirst()));
                } catch (SQLException _) {
                    // It took too long, or can't be read: then its number stays open.
                }
            }
        }
        return counts;
    }
}
