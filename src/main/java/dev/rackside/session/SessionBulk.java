package dev.rackside.session;

import dev.rackside.client.ClientService;
import dev.rackside.db.BulkEdit;
import dev.rackside.db.Edit;
import dev.rackside.fault.Violation;
import dev.rackside.row.BulkPlan.Item;
import dev.rackside.row.Versioned;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.StatelessSession;

/** Many sessions edited at once, by the rules of {@link SessionService#save}. */
final class SessionBulk implements BulkEdit.Room<SessionDraft> {

    @Override
    public List<Versioned<SessionDraft>> load(StatelessSession session, List<UUID> ids) {
        return new WorkSessions_(session).byIds(ids).stream().map(WorkSession::versioned).toList();
    }

    @Override
    public Map<UUID, Violation> refusals(StatelessSession session, List<Item<SessionDraft>> proposed) {
        var refusals = new HashMap<UUID, Violation>();
        proposed.forEach(item -> item.after().violations().stream().findFirst()
                .ifPresent(violation -> refusals.put(item.row().id(), violation)));
        return refusals;
    }

    @Override
    public Edit edit(Versioned<SessionDraft> loaded, SessionDraft draft) {
        return SessionService.edit(loaded, draft);
    }

    @Override
    public Map<UUID, String> names(StatelessSession session, Set<UUID> ids) {
        return ClientService.names(session, ids);
    }
}
