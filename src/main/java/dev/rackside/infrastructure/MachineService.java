package dev.rackside.infrastructure;

import dev.rackside.db.Database;
import dev.rackside.db.SearchText;
import dev.rackside.row.Choice;
import jakarta.data.Limit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The door to machines. Every call reads or writes the database, so none is made on the screen thread. */
public final class MachineService {

    /** The classes that the room maps. */
    public static final Set<Class<?>> ENTITIES = Set.of(Machine.class);

    private final Database database;

    public MachineService(Database database) {
        this.database = database;
    }

    /**
     * The first machines, by name, whose name contains a text.
     *
     * @param clientId whose machines; null for all
     */
    public List<Choice> choices(@Nullable UUID clientId, String text, int atMost) {
        return database.read(session -> {
            var machines = new Machines_(session);
            var pattern = SearchText.like(text);
            return clientId == null
                    ? machines.choices(pattern, Limit.of(atMost))
                    : machines.choicesOf(clientId, pattern, Limit.of(atMost));
        });
    }

    /** The client that a machine belongs to; empty where it has none or is gone. */
    public Optional<UUID> clientOf(UUID machineId) {
        return database.read(session -> new Machines_(session).byId(machineId).map(machine -> machine.clientId));
    }
}
