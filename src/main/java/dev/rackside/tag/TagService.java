package dev.rackside.tag;

import dev.rackside.db.Database;
import dev.rackside.db.SearchText;
import dev.rackside.row.Choice;
import jakarta.data.Limit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
        return database.read(session -> new Tags_(session).choices(SearchText.like(text), Limit.of(atMost)));
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
}
