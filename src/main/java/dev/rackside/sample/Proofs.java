package dev.rackside.sample;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code backup_log.verification_details} holds. Rackside's own:
 *
 * <pre>
 * {"level": "compare", "method": "rackside", "checked_at": "2026-03-01T01:31:08Z", "server_version": "11.4.5-MariaDB",
 *  "duration_ms": 8210,
 *  "tables": [{"name": "clients", "rows_expected": 14, "rows_found": 14, "checksum_equal": true}],
 *  "differences": ["work_items: 1391 rows expected, 1388 found"]}
 * </pre>
 *
 * The server and the tables are there from level restore on. Other programs write what they like, for instance
 * {@code {"method": "gzip -t"}}.
 */
final class Proofs {

    private final Chance chance;
    private final Stage stage;

    Proofs(Stage stage) {
        this.chance = stage.chance();
        this.stage = stage;
    }

    /** The details of a backup that Rackside looked at; null where nothing was tried. */
    @Nullable
    String json(String level, Instant at, int daysAgo, @Nullable String reason) {
        if (level.isEmpty()) {
            return null;
        }
        var details = new TreeMap<String, Object>();
        details.put("level", level);
        details.put("method", "rackside");
        details.put("checked_at", at.truncatedTo(ChronoUnit.SECONDS).toString());
        details.put("duration_ms", chance.between(200, level.equals("hash") ? 900 : 14_000));
        details.put("differences", differences(reason, daysAgo));
        if (level.equals("compare") || level.equals("restore")) {
            details.put("server_version", "11.4.5-MariaDB");
            details.put("tables", tables(daysAgo, level, reason));
        }
        return JsonMapper.shared().writeValueAsString(details);
    }

    /** The details that another program left. */
    @Nullable
    String foreign(String status, Instant at) {
        return status.equals("passed")
                ? JsonMapper.shared().writeValueAsString(new TreeMap<>(Map.of("method", "gzip -t", "at", at
                        .truncatedTo(ChronoUnit.SECONDS).toString())))
                : null;
    }

    private List<Map<String, Object>> tables(int daysAgo, String level, @Nullable String reason) {
        return stage.tables().stream().filter(table -> !table.rows().isEmpty() && !table.name().startsWith("backup"))
                .map(table -> {
                    var rows = rows(table, daysAgo);
                    var differs = reason != null && table.name().equals("work_items");
                    Map<String, Object> entry = new TreeMap<>();
                    entry.put("name", table.name());
                    entry.put("rows_expected", rows);
                    entry.put("rows_found", differs ? rows - 3 : rows);
                    if (level.equals("compare")) {
                        entry.put("checksum_equal", !differs);
                    }
                    return entry;
                }).toList();
    }

    private List<String> differences(@Nullable String reason, int daysAgo) {
        if (reason == null) {
            return List.of();
        }
        if (reason.equals("hash_differs")) {
            return List.of("file: SHA-256 differs from the one noted when it was written");
        }
        var rows = stage.tables().stream().filter(table -> table.name().equals("work_items")).findFirst()
                .map(table -> rows(table, daysAgo)).orElse(0L);
        return List.of("work_items: " + rows + " rows expected, " + (rows - 3) + " found");
    }

    /** How many rows a table had then, roughly. */
    private static long rows(Table table, int daysAgo) {
        return Math.round(table.rows().size() * (1 - daysAgo / 500.0));
    }
}
