package dev.rackside.session;

import dev.rackside.db.BulkEdit;
import dev.rackside.db.Database;
import dev.rackside.db.Edit;
import dev.rackside.fault.Violation;
import dev.rackside.row.BulkPlan.Item;
import dev.rackside.row.Choice;
import dev.rackside.row.Versioned;
import dev.rackside.tag.ManyTags;
import dev.rackside.tag.TagService;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.StatelessSession;

/** Many work items edited at once, by the rules of {@link WorkService#save}. */
final class WorkBulk implements BulkEdit.Room<WorkManyDraft> {

    @Override
    public List<Versioned<WorkManyDraft>> load(StatelessSession session, List<UUID> ids) {
        var tags = ManyTags.ofWorkItems(session, ids);
        return new WorkItems_(session).byIds(ids).stream().map(WorkItem::versioned)
                .map(item -> new Versioned<>(item.id(), item.rowVersion(),
                        WorkManyDraft.of(item.draft(), tags.getOrDefault(item.id(), List.of()))))
                .toList();
    }

    @Override
    public WorkManyDraft settled(StatelessSession session, WorkManyDraft before, WorkManyDraft after) {
        return before.status().equals(after.status()) || after.status().known() != WorkStatus.COMPLETED
                ? after
                : after.completed(after.whole().completedBy(Database.serverClock(session)).completedAt());
    }

    @Override
    public Map<UUID, Violation> refusals(StatelessSession session, List<Item<WorkManyDraft>> proposed) {
        var wanted = new HashSet<UUID>();
        proposed.forEach(item -> item.after().tags().forEach(tag -> wanted.add(tag.id())));
        var there = new HashSet<UUID>();
        TagService.named(session, wanted).forEach(tag -> there.add(tag.id()));
        var refusals = new HashMap<UUID, Violation>();
        for (var item : proposed) {
            if (!there.containsAll(item.after().tags().stream().map(Choice::id).toList())) {
                refusals.put(item.row().id(), Violation.of("tags", "rule.unknown-tag"));
            }
            item.after().whole().violationsSince(item.row().draft().work()).stream().findFirst()
                    .ifPresent(violation -> refusals.put(item.row().id(), violation));
        }
        return refusals;
    }

    @Override
    public Edit edit(Versioned<WorkManyDraft> loaded, WorkManyDraft draft) {
        return WorkService.edit(new Versioned<>(loaded.id(), loaded.rowVersion(), loaded.draft().work()),
                draft.whole());
    }

    @Override
    public void written(StatelessSession session, List<Item<WorkManyDraft>> updated) {
        ManyTags.swapOfWorkItems(session, updated.stream().map(item -> ManyTags.Swap.of(item.row().id(),
                item.row().draft().tags(), item.after().tags())).toList());
    }

    /** What can be set refers to no rows but tags, which bring their names along. */
    @Override
    public Map<UUID, String> names(StatelessSession session, Set<UUID> ids) {
        return Map.of();
    }
}
