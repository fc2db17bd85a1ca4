package dev.rackside.sample;

import dev.rackside.sample.Cast.Client;
import dev.rackside.sample.Cast.Machine;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Backups of clients' machines as MSP360 told of them: most went well, and not everything is mapped yet. */
final class Plans {

    private static final String SYSTEM = "msp_backups";
    private static final List<String> TYPES = List.of("VMBackup", "BackupFiles", "SQLBackup", "ConsistencyCheck");
    private static final List<String> NAMES = List.of("Image of ", "Files of ", "Databases of ", "Restore check of ");
    private static final int OF_EACH = 4;
    private static final int RUNS = 8;
    private static final int MAPPED_CLIENTS = 4;

    private final Stage stage;
    private final Chance chance;
    private final Table plans;
    private final Table mappings;
    private final Table runs;
    private final Instant seen;
    private int written;

    /** How a run ended, and what else is told of it. */
    private record Run(String status, String state, @Nullable Instant start, @Nullable Instant next,
            @Nullable String error, long copied) {}

    Plans(Stage stage) {
        this.stage = stage;
        this.chance = stage.chance();
        plans = stage.table("client_backup_plans", "id", "integration_type", "external_id", "plan_name", "plan_type",
                "company_name", "customer_key", "computer_name", "computer_key", "storage_type", "run_status",
                "run_state", "last_start", "next_start", "duration", "data_copied", "files_copied", "files_failed",
                "error_message", "created_at", "last_seen_at");
        mappings = stage.table("integration_mappings", "id", "integration_type", "external_kind", "external_id",
                "external_name", "client_id", "infrastructure_id", "mapped_by", "created_at", "updated_at");
        runs = stage.table("external_integrations", "id", "integration_type", "external_id", "action", "direction",
                "response_data", "outcome", "created_by", "created_at");
        seen = stage.now().minus(Duration.ofMinutes(22)).truncatedTo(ChronoUnit.SECONDS);
    }

    void add() {
        var customers = stage.clients.stream()
                .filter(client -> client.text().type().equals("msp_client") && !client.machines().isEmpty()).toList();
        for (var at = 0; at < customers.size(); at++) {
            add(customers.get(at), at < MAPPED_CLIENTS);
        }
    }

    private void add(Client client, boolean mapped) {
        // There the legal form is left out, as people do.
        var company = client.text().name().replaceFirst(" (?:LLP|Ltd|Group)$", "");
        var key = "c-" + (4700 + written);
        var since = stage.daysAgo(40);
        mappings.add(chance.id(since), SYSTEM, "customer", key, company, mapped ? client.id() : null, null,
                mapped ? "mara.ellis" : null, since, since);
        for (var machine : client.machines().stream().limit(OF_EACH).toList()) {
            mappings.add(chance.id(since), SYSTEM, "computer", key + "/" + machine.hostname(), machine.hostname(), null,
                    mapped ? machine.id() : null, mapped ? "mara.ellis" : null, since, since);
            plan(company, key, machine);
        }
    }

    private void plan(String company, String key, Machine machine) {
        var at = written++;
        var kind = at % TYPES.size();
        var run = run(at);
        var id = "plan-" + (51_000 + at * 37);
        var name = NAMES.get(kind) + machine.hostname();
        var since = stage.daysAgo(40);
        plans.add(chance.id(since), SYSTEM, id, name, TYPES.get(kind), company, key, machine.hostname(),
                key + "/" + machine.hostname(), "Wasabi", run.status(), run.state(), run.start(), run.next(),
                run.start() == null ? null : duration(at), run.copied(), run.copied() / 1_700_000L,
                run.status().equals("Warning") ? 4L : 0L, run.error(), since, seen);
        if (run.start() != null) {
            history(id, name, run, at);
        }
    }

    private static String duration(int at) {
        return "00:%02d:%02d".formatted(4 + at % 50, at * 7 % 60);
    }

    private Run run(int at) {
        var last = seen.minus(Duration.ofHours(2 + at % 9));
        var next = last.plus(Duration.ofDays(1));
        var copied = 900_000_000L + at * 271_828_182L;
        if (at % 17 == 9) {
            return new Run("Unknown", "never_ran", null, null, null, 0);
        }
        return switch (at % 11) {
            case 3 -> new Run("Error", "failed", last, next, "The network path was not found. (Code: 1003)", copied);
            case 5 -> new Run("Warning", "warning", last, next,
                    "Some files were skipped because another program has them open.", copied);
            case 8 ->
                new Run("Success", "overdue", last.minus(Duration.ofDays(3)), next.minus(Duration.ofDays(3)), null,
                        copied);
            default -> new Run("Success", "succeeded", last, next, null, copied);
        };
    }

    private void history(String id, String name, Run run, int at) {
        for (var back = RUNS; back >= 0; back--) {
            var start = run.start() == null ? seen : run.start().minus(Duration.ofDays(back));
            var good = back > 0 && (at + back) % 7 != 0;
            var told = new TreeMap<String, Object>(Map.of("PlanId", id, "PlanName", name, "Status",
                    back == 0 ? run.status() : good ? "Success" : "Error", "LastStart", start.toString(), "NextStart",
                    start.plus(Duration.ofDays(1)).toString(), "Duration", duration(at + back), "DataCopied",
                    run.copied() - back * 1_300_000L));
            var seenAt = start.plus(Duration.ofMinutes(40)).isAfter(seen) ? seen : start.plus(Duration.ofMinutes(40));
            runs.add(chance.id(seenAt), SYSTEM, id, "fetched", "inbound",
                    JsonMapper.shared().writeValueAsString(Map.of("body", told)), "succeeded", "mara.ellis", seenAt);
        }
    }
}
