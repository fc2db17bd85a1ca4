package dev.rackside.session;

import dev.rackside.row.Choice;
import dev.rackside.text.Coded;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Work items with the names of their machines. */
final class WorkItemRows {

    private WorkItemRows() {
    }

    static List<WorkItemRow> of(StatelessSession session, List<WorkItem> items) {
        var names = names(session, items.stream().flatMap(item -> machines(item).ids().stream())
                .collect(Collectors.toSet()));
        return items.stream().map(item -> row(item, names)).toList();
    }

    private static Machines machines(WorkItem item) {
        return Machines.of(item.infrastructureId, item.infrastructureIds);
    }

    private static Map<UUID, String> names(StatelessSession session, Set<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return session.createNativeQuery("select id, hostname from infrastructure where id in (:ids)", Object[].class)
                .setParameterList("ids", ids.stream().map(UUID::toString).toList()).getResultList().stream()
                .collect(Collectors.toMap(row -> UUID.fromString(String.valueOf(row[0])),
                        row -> Objects.toString(row[1], "")));
    }

    private static WorkItemRow row(WorkItem item, Map<UUID, String> names) {
        var machines = machines(item);
        var known = machines.ids().stream().filter(names::containsKey)
                .map(id -> new Choice(id, names.getOrDefault(id, ""))).toList();
        var gone = machines.ids().stream().filter(id -> !names.containsKey(id)).map(UUID::toString)
                .collect(Collectors.joining(", "));
        return new WorkItemRow(item.id, item.title, item.description, Coded.of(WorkStatus.class, item.status),
                Coded.of(WorkCategory.class, item.category), Coded.of(WorkPriority.class, item.priority),
                item.estimatedMinutes, item.actualMinutes, known, odd(machines.odd(), gone));
    }

    private static @Nullable String odd(@Nullable String list, String gone) {
        return list != null ? list : gone.isEmpty() ? null : gone;
    }
}
