package dev.rackside.tag;

import dev.rackside.db.Condition;
import dev.rackside.db.Listing;
import dev.rackside.db.SortColumn;
import dev.rackside.row.Facet;
import dev.rackside.row.FacetFilter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hibernate.StatelessSession;

/** The list of tags: its columns, its orders, what narrows it and what can be counted by. */
final class TagList {

    private static final String MACHINES = "(select count(*) from MachineTag m where m.tagId = r.id)";
    private static final String WORK_ITEMS = "(select count(*) from WorkItemTag w where w.tagId = r.id)";
    private static final String USE = "case when exists (select 1 from MachineTag m1 where m1.tagId = r.id)"
            + " or exists (select 1 from WorkItemTag w1 where w1.tagId = r.id) then '" + TagFacet.USED + "' else '"
            + TagFacet.UNUSED + "' end";

    static final Listing<TagRow> LIST = Listing.of(TagRow.class, "Tag r")
            .select("r.id, r.name, r.category, r.description, r.color, " + MACHINES + ", " + WORK_ITEMS
                    + ", r.updatedAt")
            .changedAt("r.updatedAt")
            .orderedBy("name", SortColumn.own("r.name", TagRow::name))
            .orderedBy("category", SortColumn.<TagRow>own("r.category", TagRow::category)
                    .then("r.name", TagRow::name))
            .orderedBy("machines", SortColumn.own(MACHINES, TagRow::machines))
            .orderedBy("work", SortColumn.own(WORK_ITEMS, TagRow::workItems))
            .orderedBy("updated", SortColumn.own("r.updatedAt", TagRow::updatedAt));

    private TagList() {
    }

    /** What can be chosen of each facet under what is chosen of the other, with how many rows. */
    static Map<TagFacet, List<Facet>> facets(StatelessSession session, FacetFilter<TagFacet> filter) {
        var facets = new EnumMap<TagFacet, List<Facet>>(TagFacet.class);
        facets.put(TagFacet.CATEGORY, LIST.facetOrNone(session, "r.category",
                condition(filter.without(TagFacet.CATEGORY))));
        facets.put(TagFacet.USE, LIST.facet(session, USE, condition(filter.without(TagFacet.USE)),
                text -> text));
        return facets;
    }

    static Condition condition(FacetFilter<TagFacet> filter) {
        return new Condition()
                .search("r.name like {0} or r.category like {0} or r.description like {0}", filter.text())
                .andIn("coalesce(r.category, '') in (:categories)", "categories", filter.chosen(TagFacet.CATEGORY))
                .andIn(USE + " in (:uses)", "uses", filter.chosen(TagFacet.USE));
    }
}
