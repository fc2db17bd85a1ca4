package dev.rackside.tag;

import dev.rackside.row.Choice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.StatelessSession;

/** The tags of many machines or work items at once; every call belongs to another room's transaction. */
public final class ManyTags {

    private ManyTags() {
    }

    /** The tags of many machines, each machine's by name; one that has none isn't there. */
    public static Map<UUID, List<Choice>> ofMachines(StatelessSession session, Collection<UUID> machineIds) {
        var owners = new HashMap<UUID, List<UUID>>();
        if (!machineIds.isEmpty()) {
            new Tags_(session).ofMachines(List.copyOf(machineIds)).forEach(pair -> owners
                    .computeIfAbsent(pair.tagId, _ -> new ArrayList<>()).add(pair.machineId));
        }
        return byOwner(session, owners);
    }

    /** As {@link #ofMachines}, of work items. */
    public static Map<UUID, List<Choice>> ofWorkItems(StatelessSession session, Collection<UUID> workItemIds) {
        var owners = new HashMap<UUID, List<UUID>>();
        if (!workItemIds.isEmpty()) {
            new Tags_(session).ofWorkItems(List.copyOf(workItemIds)).forEach(pair -> owners
                    .computeIfAbsent(pair.tagId, _ -> new ArrayList<>()).add(pair.workItemId));
        }
        return byOwner(session, owners);
    }

    private static Map<UUID, List<Choice>> byOwner(StatelessSession session, Map<UUID, List<UUID>> ownersOf) {
        var tagsOf = new HashMap<UUID, List<Choice>>();
        TagService.named(session, ownersOf.keySet()).forEach(tag -> ownersOf.getOrDefault(tag.id(), List.of())
                .forEach(owner -> tagsOf.computeIfAbsent(owner, _ -> new ArrayList<>()).add(tag)));
        return tagsOf;
    }

    /** What one owner gets and loses. */
    public record Swap(UUID owner, Set<UUID> added, Set<UUID> removed) {

        /** What leads from some tags to others. */
        public static Swap of(UUID owner, List<Choice> before, List<Choice> after) {
            return new Swap(owner, without(after, before), without(before, after));
        }

        private static Set<UUID> without(List<Choice> some, List<Choice> others) {
            var rest = new HashSet<UUID>();
            some.forEach(tag -> rest.add(tag.id()));
            others.forEach(tag -> rest.remove(tag.id()));
            return rest;
        }
    }

    public static void swapOfMachines(StatelessSession session, List<Swap> swaps) {
        var tags = new Tags_(session);
        losers(swaps).forEach((tag, owners) -> tags.untagMachines(owners, tag));
        insert(session, swaps.stream().flatMap(swap -> swap.added().stream()
                .map(tag -> new MachineTag(swap.owner(), tag))).toList());
    }

    public static void swapOfWorkItems(StatelessSession session, List<Swap> swaps) {
        var tags = new Tags_(session);
        losers(swaps).forEach((tag, owners) -> tags.untagWorkItems(owners, tag));
        insert(session, swaps.stream().flatMap(swap -> swap.added().stream()
                .map(tag -> new WorkItemTag(swap.owner(), tag))).toList());
    }

    private static Map<UUID, List<UUID>> losers(List<Swap> swaps) {
        var owners = new HashMap<UUID, List<UUID>>();
        swaps.forEach(swap -> swap.removed()
                .forEach(tag -> owners.computeIfAbsent(tag, _ -> new ArrayList<>()).add(swap.owner())));
        return owners;
    }

    private static void insert(StatelessSession session, List<?> pairs) {
        if (!pairs.isEmpty()) {
            session.insertMultiple(pairs);
        }
    }
}
