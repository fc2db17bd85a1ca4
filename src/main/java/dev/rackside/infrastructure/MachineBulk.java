package dev.rackside.infrastructure;

import dev.rackside.client.ClientService;
import dev.rackside.db.BulkEdit;
import dev.rackside.db.Edit;
import dev.rackside.fault.Violation;
import dev.rackside.row.BulkPlan.Item;
import dev.rackside.row.Choice;
import dev.rackside.row.Versioned;
import dev.rackside.tag.ManyTags;
import dev.rackside.tag.TagService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.StatelessSession;

/** Many machines edited at once, by the rules of {@link MachineService#save}. */
final class MachineBulk implements BulkEdit.Room<MachineDraft> {

    @Override
    public List<Versioned<MachineDraft>> load(StatelessSession session, List<UUID> ids) {
        var tags = ManyTags.ofMachines(session, ids);
        return new Machines_(session).byIds(ids).stream()
                .map(machine -> machine.versioned(tags.getOrDefault(machine.id, List.of()))).toList();
    }

    @Override
    public Map<UUID, Violation> refusals(StatelessSession session, List<Item<MachineDraft>> proposed) {
        var refusals = new HashMap<UUID, Violation>();
        movedTo(proposed).forEach((client, items) -> refusals.putAll(namesakes(session, client, items)));
        var wanted = new HashSet<UUID>();
        proposed.forEach(item -> wanted.addAll(MachineService.tagIds(item.after())));
        var there = new HashSet<UUID>();
        TagService.named(session, wanted).forEach(tag -> there.add(tag.id()));
        for (var item : proposed) {
            if (!there.containsAll(MachineService.tagIds(item.after()))) {
                refusals.put(item.row().id(), Violation.of("tags", "rule.unknown-tag"));
            }
            item.after().violationsSince(item.row().draft()).stream().findFirst()
                    .ifPresent(violation -> refusals.put(item.row().id(), violation));
        }
        return refusals;
    }

    private static Map<UUID, List<Item<MachineDraft>>> movedTo(List<Item<MachineDraft>> proposed) {
        var moved = new LinkedHashMap<UUID, List<Item<MachineDraft>>>();
        for (var item : proposed) {
            var client = item.after().clientId();
            if (client != null && !client.equals(item.row().draft().clientId())) {
                moved.computeIfAbsent(client, _ -> new ArrayList<>()).add(item);
            }
        }
        return moved;
    }

    /** A name stands once with a client: neither there before nor brought along twice. */
    private static Map<UUID, Violation> namesakes(StatelessSession session, UUID client,
            List<Item<MachineDraft>> items) {
        var refusals = new HashMap<UUID, Violation>();
        if (ClientService.named(session, List.of(client)).isEmpty()) {
            items.forEach(item -> refusals.put(item.row().id(), Violation.of("clientId", "rule.client-gone")));
            return refusals;
        }
        var taken = new HashMap<String, UUID>();
        var names = items.stream().map(item -> Objects.requireNonNullElse(item.after().hostname(), "")).toList();
        new Machines_(session).namesakes(client, names)
                .forEach(machine -> taken.put(plain(machine), machine.id()));
        for (var item : items) {
            var name = Objects.requireNonNullElse(item.after().hostname(), "");
            var holder = taken.putIfAbsent(name.toLowerCase(Locale.ROOT), item.row().id());
            if (holder != null && !holder.equals(item.row().id())) {
                refusals.put(item.row().id(), Violation.of("hostname", "rule.hostname-taken", name));
            }
        }
        return refusals;
    }

    private static String plain(Choice machine) {
        return machine.label().toLowerCase(Locale.ROOT);
    }

    @Override
    public Edit edit(Versioned<MachineDraft> loaded, MachineDraft draft) {
        return MachineService.edit(loaded, draft);
    }

    @Override
    public void written(StatelessSession session, List<Item<MachineDraft>> updated) {
        ManyTags.swapOfMachines(session, updated.stream().map(item -> ManyTags.Swap.of(item.row().id(),
                item.row().draft().tags(), item.after().tags())).toList());
    }

    @Override
    public Map<UUID, String> names(StatelessSession session, Set<UUID> ids) {
        return ClientService.names(session, ids);
    }
}
