package dev.rackside.insight.ui;

import dev.rackside.fault.Violation;
import dev.rackside.insight.InsightDraft;
import dev.rackside.row.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the rows that a form refers to are called, and whose the machines are; learned as they are read or picked. */
final class InsightNames {

    private final InsightDoors doors;
    private final Map<UUID, Choice> known = new ConcurrentHashMap<>();
    private final Map<UUID, Optional<UUID>> owners = new ConcurrentHashMap<>();

    InsightNames(InsightDoors doors) {
        this.doors = doors;
    }

    /** Its name, or its id while nobody knows it. */
    @Nullable
    Choice of(@Nullable Object id) {
        return id instanceof UUID uuid ? known.getOrDefault(uuid, new Choice(uuid, uuid.toString())) : null;
    }

    @Nullable
    UUID idOf(@Nullable Choice picked) {
        learn(picked);
        return picked == null ? null : picked.id();
    }

    void learn(@Nullable Choice choice) {
        if (choice != null) {
            known.put(choice.id(), choice);
        }
    }

    /** Reads the names that an insight's form shows. Not on the screen thread. */
    void learnInsight(UUID insightId) {
        var detail = doors.insights().detail(insightId);
        learn(detail.client());
        learn(detail.machine());
        if (detail.machine() != null) {
            ownerOf(detail.machine().id());
        }
        var pattern = detail.pattern();
        if (pattern != null) {
            learn(new Choice(pattern.id(), pattern.signature()));
        }
    }

    /** Finds machines to pick, of one client or of all. Not on the screen thread. */
    List<Choice> machines(@Nullable UUID clientId, String text, int atMost) {
        var found = doors.machines().choices(clientId, text, atMost);
        if (clientId != null) {
            found.forEach(machine -> owners.put(machine.id(), Optional.of(clientId)));
        }
        return found;
    }

    /** The client that a machine belongs to, by name. Not on the screen thread. */
    Optional<Choice> ownerOf(UUID machineId) {
        var owner = owners.computeIfAbsent(machineId, doors.machines()::clientOf);
        return owner.map(id -> known.computeIfAbsent(id,
                this::client));
    }

    private Choice client(UUID id) {
        var name = doors.clients().load(id).draft().name();
        return new Choice(id, name == null ? id.toString() : name);
    }

    /**
     * The draft's own rules, and that its machine isn't another client's as far as that is known here.
     *
     * @param before as it was loaded; null for a new insight
     */
    List<Violation> violations(InsightDraft draft, @Nullable InsightDraft before) {
        var violations = new ArrayList<>(draft.violationsSince(before));
        var machineId = draft.machineId();
        var owner = machineId == null ? null : owners.get(machineId);
        var moved = before == null || !Objects.equals(before.machineId(), machineId)
                || !Objects.equals(before.clientId(), draft.clientId());
        if (moved && owner != null && owner.isPresent() && !owner.get().equals(draft.clientId())) {
            violations.add(Violation.of("machineId", "insight.rule.others-machine"));
        }
        return violations;
    }
}
