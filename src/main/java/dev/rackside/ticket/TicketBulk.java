package dev.rackside.ticket;

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
import org.jspecify.annotations.Nullable;

/**
 * Many ticket links edited at once. What can be edited so leaves the ticket and its session alone, so of the rules of
 * {@link LinkRules} only that on the session's client can be broken.
 */
final class TicketBulk implements BulkEdit.Room<TicketDraft> {

    @Override
    public List<Versioned<TicketDraft>> load(StatelessSession session, List<UUID> ids) {
        return new TicketLinks_(session).byIds(ids).stream().map(TicketLink::versioned).toList();
    }

    @Override
    public Map<UUID, Violation> refusals(StatelessSession session, List<Item<TicketDraft>> proposed) {
        var owners = owners(session, proposed);
        var refusals = new HashMap<UUID, Violation>();
        for (var item : proposed) {
            var refusal = item.after().violations().stream().findFirst()
                    .orElseGet(() -> ofAnother(item, owners));
            if (refusal != null) {
                refusals.put(item.row().id(), refusal);
            }
        }
        return refusals;
    }

    private static @Nullable Violation ofAnother(Item<TicketDraft> item, Map<UUID, Object> owners) {
        var work = item.after().sessionId();
        var client = item.after().clientId();
        if (work == null || Objects.equals(client, item.row().draft().clientId())) {
            return null;
        }
        if (!owners.containsKey(work)) {
            return Violation.of("sessionId", "ticket.rule.session-gone");
        }
        return client != null && owners.get(work) instanceof UUID owner && !owner.equals(client)
                ? Violation.of("sessionId", "ticket.rule.session-of-another")
                : null;
    }

    /** Whose each session is; an owner is an id or, where it has none, not one. */
    private static Map<UUID, Object> owners(StatelessSession session, List<Item<TicketDraft>> proposed) {
        var works = new HashSet<UUID>();
        proposed.forEach(item -> {
            if (item.after().sessionId() != null) {
                works.add(item.after().sessionId());
            }
        });
        var owners = new HashMap<UUID, Object>();
        if (!works.isEmpty()) {
            session.createSelectionQuery("select s.id, s.clientId from WorkSession s where s.id in :ids",
                    Object[].class).setParameterList("ids", works).getResultList()
                    .forEach(row -> owners.put((UUID) row[0], row[1] == null ? "" : row[1]));
        }
        return owners;
    }

    @Override
    public Edit edit(Versioned<TicketDraft> loaded, TicketDraft draft) {
        return TicketService.edit(loaded, draft);
    }

    @Override
    public Map<UUID, String> names(StatelessSession session, Set<UUID> ids) {
        return ClientService.names(session, ids);
    }
}
