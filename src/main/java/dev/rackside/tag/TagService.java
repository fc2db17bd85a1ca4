package dev.rackside.tag;

import dev.rackside.db.Database;
import dev.rackside.db.Ids;
import dev.rackside.db.SearchText;
import dev.rackside.fault.InvalidDraft;
import dev.rackside.fault.Rules;
import dev.rackside.fault.Violation;
import dev.rackside.row.Choice;
import dev.rackside.row.Facet;
import jakarta.data.Limit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;

/**
 * The door to tags. Every call reads or writes the database, so none is made on the screen thread. The methods that
 * take a session belong to another room's transaction.
 */
public final class TagService {

    /** The classes that the room maps. */
    public static final Set<Class<?>> ENTITIES = Set.of(Tag.class, MachineTag.class, WorkItemTag.class);

    private final Database database;

    public TagService(Database database) {
        this.database = database;
    }

    /** The first tags, by name, whose name contains a text. */
    public List<Choice> choices(String text, int atMost) {
        return database.read(session -> new Tags_(session).choices(SearchText.like(text.strip()), Limit.of(atMost)));
    }

    /**
     * The tag of a name; made where there is none.
     *
     * @throws InvalidDraft where the name is blank or too long, or the database takes it for another tag's name: it
     *     tells no two emoji apart
     */
    public Choice named(String name) {
        var wanted = name.strip();
        InvalidDraft.refuse(
                new Rules().required("name", wanted).atMost("name", wanted, TagDraft.LONGEST_NAME).violations());
        var id = Ids.next();
        return database.write(session -> {
            var tags = new Tags_(session);
            var there = tags.byName(wanted);
            if (!there.isEmpty()) {
                return same(there, wanted);
            }
            tags.insert(new Tag(id, wanted, Database.serverClock(session)));
            return new Choice(id, wanted);
        }, session -> !new Tags_(session).byIds(List.of(id)).isEmpty(), new Choice(id, wanted));
    }

    private static Choice same(List<Choice> there, String wanted) {
        var found = there.stream().filter(tag -> tag.label().equals(wanted)).findFirst()
                .or(() -> there.stream().filter(tag -> tag.label().equalsIgnoreCase(wanted)).findFirst());
        if (found.isEmpty()) {
            InvalidDraft.refuse(List.of(Violation.of("name", "tag.rule.same", there.getFirst().label())));
        }
        return found.orElseThrow();
    }

    /** The tags of a machine, by name. */
    public List<Choice> ofMachine(UUID machineId) {
        return database.read(session -> ofMachine(session, machineId));
    }

    /** The tags of a work item, by name. */
    public List<Choice> ofWorkItem(UUID workItemId) {
        return database.read(session -> new Tags_(session).ofWorkItem(workItemId));
    }

    public static List<Choice> ofMachine(StatelessSession session, UUID machineId) {
        return new Tags_(session).ofMachine(machineId);
    }

    /** Those of the tags that there are, with their names. */
    public static List<Choice> named(StatelessSession session, Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : new Tags_(session).byIds(List.copyOf(ids));
    }

    /** Gives a machine just these tags. */
    public static void tagMachine(StatelessSession session, UUID machineId, Collection<UUID> wanted) {
        var tags = new Tags_(session);
        Set<UUID> there = new HashSet<>();
        tags.ofMachine(machineId).forEach(tag -> there.add(tag.id()));
        there.stream().filter(id -> !wanted.contains(id)).forEach(id -> tags.delete(machineId, id));
        wanted.stream().distinct().filter(id -> !there.contains(id))
                .forEach(id -> tags.insert(new MachineTag(machineId, id)));
    }

    /** The facet of tags with their names; what has no name is shown by its id. */
    public static List<Facet> labelled(StatelessSession session, List<Facet> tags) {
        var ids = tags.stream().map(tag -> UUID.fromString(tag.value())).toList();
        var names = named(session, ids).stream().collect(Collectors.toMap(name -> name.id().toString(), Choice::label));
        return tags.stream().map(tag -> new Facet(tag.value(), names.getOrDefault(tag.value(), tag.label()),
                tag.count())).toList();
    }

    /**
     * Gives machines tags that they don't have yet.
     *
     * @return the tags that each machine has got by this, for {@link #untagMachines}; a machine that got none isn't
     *     among them
     */
    public Map<UUID, Set<UUID>> tagMachines(Set<UUID> machines, Set<UUID> tags) {
        return change(Junction.MACHINES, machines, tags, true);
    }

    /** Takes tags from machines; returns those that each machine had. */
    public Map<UUID, Set<UUID>> untagMachines(Set<UUID> machines, Set<UUID> tags) {
        return change(Junction.MACHINES, machines, tags, false);
    }

    /** As {@link #tagMachines}, for work items. */
    public Map<UUID, Set<UUID>> tagWorkItems(Set<UUID> workItems, Set<UUID> tags) {
        return change(Junction.WORK_ITEMS, workItems, tags, true);
    }

    /** As {@link #untagMachines}, for work items. */
    public Map<UUID, Set<UUID>> untagWorkItems(Set<UUID> workItems, Set<UUID> tags) {
        return change(Junction.WORK_ITEMS, workItems, tags, false);
    }

    private Map<UUID, Set<UUID>> change(Junction junction, Set<UUID> owners, Set<UUID> tags, boolean give) {
        return database.write(session -> {
            Map<UUID, Set<UUID>> changed = new HashMap<>();
            for (var owner : owners) {
                for (var tag : tags) {
                    if (give ? junction.give(session, owner, tag) : junction.take(session, owner, tag)) {
                        changed.computeIfAbsent(owner, _ -> new HashSet<>()).add(tag);
                    }
                }
            }
            return changed;
        });
    }
}
