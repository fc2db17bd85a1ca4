package dev.rackside.infrastructure;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the list of machines is narrowed by.
 *
 * @param scope the one client whose machines are meant; null for all
 * @param text what the search box says; null or blank for all
 * @param clients any of these; empty for all
 * @param types codes of {@link AssetType}, or texts that stand in the rows; empty for all
 * @param statuses codes of {@link MachineStatus}, or texts that stand in the rows; empty for all
 * @param tags any of these; empty for all
 * @param allTags whether a machine must have all of the tags, not just one
 */
public record MachineFilter(@Nullable UUID scope, @Nullable String text, Set<UUID> clients, Set<String> types,
        Set<String> statuses, Set<UUID> tags, boolean allTags) {

    public static final MachineFilter ALL = of(null);

    public MachineFilter {
        clients = Set.copyOf(clients);
        types = Set.copyOf(types);
        statuses = Set.copyOf(statuses);
        tags = Set.copyOf(tags);
    }

    /** The machines of a client; all for null. */
    public static MachineFilter of(@Nullable UUID client) {
        return new MachineFilter(client, null, Set.of(), Set.of(), Set.of(), Set.of(), false);
    }

    public MachineFilter withText(@Nullable String other) {
        return new MachineFilter(scope, other, clients, types, statuses, tags, allTags);
    }

    public MachineFilter withClients(Set<UUID> others) {
        return new MachineFilter(scope, text, others, types, statuses, tags, allTags);
    }

    public MachineFilter withTypes(Set<String> others) {
        return new MachineFilter(scope, text, clients, others, statuses, tags, allTags);
    }

    public MachineFilter withStatuses(Set<String> others) {
        return new MachineFilter(scope, text, clients, types, others, tags, allTags);
    }

    public MachineFilter withTags(Set<UUID> others) {
        return new MachineFilter(scope, text, clients, types, statuses, others, allTags);
    }

    public MachineFilter withAllTags(boolean all) {
        return new MachineFilter(scope, text, clients, types, statuses, tags, all);
    }

    /** How many of the facets narrow. */
    public int narrowing() {
        return (clients.isEmpty() ? 0 : 1) + (types.isEmpty() ? 0 : 1) + (statuses.isEmpty() ? 0 : 1)
                + (tags.isEmpty() ? 0 : 1);
    }
}
