package dev.rackside.insight;

import dev.rackside.client.ClientService;
import dev.rackside.db.BulkEdit;
import dev.rackside.db.Edit;
import dev.rackside.fault.Violation;
import dev.rackside.row.BulkPlan.Item;
import dev.rackside.row.Versioned;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.StatelessSession;

/** Many insights edited at once, by the rules of {@link InsightService#save}. */
final class InsightBulk implements BulkEdit.Room<InsightDraft> {

    @Override
    public List<Versioned<InsightDraft>> load(StatelessSession session, List<UUID> ids) {
        return new Insights_(session).byIds(ids).stream().map(Insight::versioned).toList();
    }

    @Override
    public Map<UUID, Violation> refusals(StatelessSession session, List<Item<InsightDraft>> proposed) {
        var machines = new HashSet<UUID>();
        proposed.forEach(item -> {
            if (item.after().machineId() != null && moved(item)) {
                machines.add(item.after().machineId());
            }
        });
        var owners = owners(session, machines);
        var refusals = new HashMap<UUID, Violation>();
        for (var item : proposed) {
            item.after().violationsSince(item.row().draft()).stream().findFirst()
                    .ifPresent(violation -> refusals.put(item.row().id(), violation));
            var machine = item.after().machineId();
            if (machine != null && moved(item)) {
                if (!owners.containsKey(machine)) {
                    refusals.put(item.row().id(), Violation.of("machineId", "insight.rule.machine-gone"));
                } else if (owners.get(machine) instanceof UUID owner && !owner.equals(item.after().clientId())) {
                    refusals.put(item.row().id(), Violation.of("machineId", "insight.rule.others-machine"));
                }
            }
        }
        return refusals;
    }

    private static boolean moved(Item<InsightDraft> item) {
        return !Objects.equals(item.row().draft().clientId(), item.after().clientId())
                || !Objects.equals(item.row().draft().machineId(), item.after().machineId());
    }

    /** Whose each machine is; an owner is an id or, where it has none, not one. */
    private static Map<UUID, Object> owners(StatelessSession session, Set<UUID> machines) {
        var owners = new HashMap<UUID, Object>();
        if (!machines.isEmpty()) {
            session.createSelectionQuery("select m.id, m.clientId from Machine m where m.id in :ids", Object[].class)
                    .setParameterList("ids", machines).getResultList()
                    .forEach(row -> owners.put((UUID) row[0], row[1] == null ? "" : row[1]));
        }
        return owners;
    }

    @Override
    public Edit edit(Versioned<InsightDraft> loaded, InsightDraft draft) {
        return InsightService.edit(loaded, draft);
    }

    @Override
    public Map<UUID, String> names(StatelessSession session, Set<UUID> ids) {
        return ClientService.names(session, ids);
    }
}
