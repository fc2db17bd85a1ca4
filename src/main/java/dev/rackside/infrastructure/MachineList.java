package dev.rackside.infrastructure;

import dev.rackside.db.Condition;
import dev.rackside.db.Database;
import dev.rackside.db.Listing;
import dev.rackside.db.SortColumn;
import dev.rackside.row.PageRequest;
import dev.rackside.row.Rows;
import dev.rackside.tag.TagService;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hibernate.StatelessSession;

/** The list of machines: its columns, what narrows it, and the counts of its facets. */
final class MachineList {

    private static final Listing<MachineRow> LIST = Listing.of(MachineRow.class, "Machine r")
            .joins("left join Client c on c.id = r.clientId")
            .select("""
                    r.id, r.hostname, r.clientId, c.name, r.assetType, r.ipAddress, r.os, r.osVersion, \
                    r.powershellVersion, r.status, (select listagg(t.name, ', ') within group (order by t.name) \
                    from MachineTag m join Tag t on t.id = m.tagId where m.machineId = r.id), r.updatedAt""")
            .changedAt("r.updatedAt")
            .orderedBy("hostname", SortColumn.own("r.hostname", MachineRow::hostname))
            .orderedBy("client", SortColumn.joined("c.name", MachineRow::clientName))
            .orderedBy("type", SortColumn.own("r.assetType", row -> row.assetType().text()))
            .orderedBy("ip", SortColumn.own("r.ipAddress", MachineRow::ipAddress))
            .orderedBy("os", SortColumn.own("r.os", MachineRow::os))
            .orderedBy("powershell", SortColumn.own("r.powershellVersion", MachineRow::powershellVersion))
            .orderedBy("status", SortColumn.own("r.status", row -> row.status().text()))
            .orderedBy("updated", SortColumn.own("r.updatedAt", MachineRow::updatedAt));

    private MachineList() {
    }

    static Rows<MachineRow> rows(Database database, MachineFilter filter) {
        return LIST.rows(database, condition(filter));
    }

    static Optional<MachineRow> row(Database database, UUID id) {
        return LIST.rows(database, new Condition().and("r.id = :id", "id", id))
                .page(PageRequest.start(MachineService.DEFAULT_ORDER, 1)).rows().stream().findFirst();
    }

    static MachineFacets facets(StatelessSession session, MachineFilter filter) {
        // Under "all of", a further tag narrows what the others left.
        var tags = LIST.facet(session, "t.tagId", "join MachineTag t on t.machineId = r.id",
                condition(filter.allTags() ? filter : filter.withTags(Set.of())), UnaryOperator.identity());
        return new MachineFacets(
                LIST.joinedFacet(session, "r.clientId", "c.name", condition(filter.withClients(Set.of()))),
                LIST.facet(session, "r.assetType", condition(filter.withTypes(Set.of())), UnaryOperator.identity()),
                LIST.facet(session, "r.status", condition(filter.withStatuses(Set.of())), UnaryOperator.identity()),
                TagService.labelled(session, tags));
    }

    private static Condition condition(MachineFilter filter) {
        var condition = new Condition()
                .and("r.clientId = :scope", "scope", filter.scope())
                .search("""
                        r.hostname like {0} or r.ipAddress like {0} or r.os like {0} or r.osVersion like {0} \
                        or r.environmentalNotes like {0}""", filter.text())
                .andIn("r.clientId in (:clients)", "clients", filter.clients())
                .andIn("r.assetType in (:types)", "types", filter.types())
                .andIn("r.status in (:statuses)", "statuses", filter.statuses());
        return filter.allTags()
                ? condition.andEach("exists (select 1 from MachineTag m where m.machineId = r.id and m.tagId = {0})",
                        "tag", filter.tags())
                : condition.andIn(
                        "exists (select 1 from MachineTag m where m.machineId = r.id and m.tagId in (:tags))", "tags",
                        filter.tags());
    }
}
