package dev.rackside.sample;

import dev.rackside.sample.Cast.Machine;
import dev.rackside.sample.Cast.Pattern;
import dev.rackside.sample.TextBlocks.Block;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has gone wrong more than once. */
final class Failures {

    private final Stage stage;
    private final Chance chance;
    private final Table table;

    Failures(Stage stage) {
        this.stage = stage;
        this.chance = stage.chance();
        this.table = stage.table("failure_patterns", "id", "client_id", "infrastructure_id", "pattern_type",
                "pattern_signature", "error_pattern", "root_cause", "recommended_solution", "alternative_approaches",
                "severity", "occurrence_count", "first_seen", "last_seen", "is_active", "created_at", "updated_at");
    }

    /** Each kind once. */
    void add() {
        add(TextBlocks.read("failures.md").size());
    }

    /** Each kind in turn, at one place after the other, until there are enough. */
    void add(int count) {
        var blocks = TextBlocks.read("failures.md");
        var machines = stage.machines();
        var suited = blocks.stream().map(block -> machines.stream()
                .filter(machine -> machine.matches(block.get("on", "server"))).toList())
                // A small company may have none of the kind.
                .map(those -> those.isEmpty() ? machines : those).toList();
        for (var i = 0; i < count; i++) {
            add(blocks.get(i % blocks.size()), suited.get(i % blocks.size()));
        }
    }

    private void add(Block block, List<Machine> machines) {
        var kind = chance.between(0, 9);
        var machine = kind < 4 ? chance.one(machines) : null;
        var client = machine != null ? machine.client() : kind < 6 ? chance.one(machines).client() : null;
        var first = client == null
                ? Stage.workingTime(chance, stage.daysAgo(Stage.DAYS), stage.daysAgo(60))
                : Stage.workingTime(chance, Clients.knownSince(stage, client, machine),
                        client.until().minus(Duration.ofDays(10)));
        var seen = Stage.workingTime(chance, first, client == null ? stage.now() : client.until());
        var last = seen.isBefore(first) ? first : seen;
        var id = chance.id(first);
        var filling = new Filling(chance, client, machine, first);
        stage.patterns.computeIfAbsent(block.key(), _ -> new ArrayList<>()).add(new Pattern(id, block.key(), client));
        table.add(id, client == null ? null : client.id(), machine == null ? null : machine.id(),
                block.get("type", ""), block.get("signature", ""), filling.fill(block.get("error", "")),
                filling.fill(block.get("cause", "")), filling.fill(block.get("solution", "")), other(block),
                block.get("severity", "minor"), occurrences(first, last), first, last, active(last), first, last);
    }

    private static @Nullable String other(Block block) {
        return block.all("other").isEmpty() ? null : String.join("\n", block.all("other"));
    }

    private int occurrences(Instant first, Instant last) {
        return 2 + chance.between(0, (int) Math.max(1, Duration.between(first, last).toDays() / 12));
    }

    private boolean active(Instant last) {
        return last.isAfter(stage.daysAgo(240)) || chance.percent(40);
    }
}
