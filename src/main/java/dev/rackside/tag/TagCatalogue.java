package dev.rackside.tag;

import dev.rackside.db.Condition;
import dev.rackside.db.Database;
import dev.rackside.db.Dependents;
import dev.rackside.db.Edit;
import dev.rackside.db.Ids;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.InvalidDraft;
import dev.rackside.fault.Problem;
import dev.rackside.fault.Violation;
import dev.rackside.row.Dependent;
import dev.rackside.row.EditConflict;
import dev.rackside.row.Facet;
import dev.rackside.row.FacetFilter;
import dev.rackside.row.FacetedList;
import dev.rackside.row.Order;
import dev.rackside.row.PageRequest;
import dev.rackside.row.Rows;
import dev.rackside.row.Versioned;
import dev.rackside.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;

/**
 * The door to the tags as rows of their own: what they are called and look like. What has which tag goes through
 * {@link TagService}. Every call reads or writes the database, so none is made on the screen thread.
 */
public final class TagCatalogue implements FacetedList<TagRow, TagFacet> {

    /** The list's order before anyone chooses one. */
    public static final Order DEFAULT_ORDER = Order.by("name");

    private final Database database;

    public TagCatalogue(Database database) {
        this.database = database;
    }

    @Override
    public Rows<TagRow> list(FacetFilter<TagFacet> filter) {
        return TagList.LIST.rows(database, TagList.condition(filter));
    }

    @Override
    public Optional<TagRow> row(UUID id) {
        return TagList.LIST.rows(database, new Condition().and("r.id = :id", "id", id))
                .page(PageRequest.start(DEFAULT_ORDER, 1)).rows().stream().findFirst();
    }

    @Override
    public Map<TagFacet, List<Facet>> facets(FacetFilter<TagFacet> filter) {
        return database.read(session -> TagList.facets(session, filter));
    }

    /** @throws Problem ROW_GONE where it was deleted */
    public TagDetail detail(UUID id) {
        return database.read(session -> {
            var tags = new Tags_(session);
            var tag = tags.byId(id).orElseThrow(TagCatalogue::gone);
            return new TagDetail(tag.versioned(), tags.machinesOf(id), tags.workItemsOf(id), tag.createdAt,
                    tag.updatedAt);
        });
    }

    /** @throws Problem ROW_GONE where it was deleted */
    public Versioned<TagDraft> load(UUID id) {
        return database.read(session -> load(session, id));
    }

    /** What goes with a tag when it is deleted: that things have it, never the things. */
    public List<Dependent> dependents(UUID id) {
        return database.read(session -> Dependents.of(session, "tags", id)).groups().stream()
                .map(group -> new Dependent(group.table(), group.rows(),
                        group.effect() == Dependents.Effect.DELETED))
                .toList();
    }

    /**
     * Writes a new tag and returns it as it stands now.
     *
     * @throws InvalidDraft where it breaks a rule or its name is taken
     */
    public Versioned<TagDraft> create(TagDraft draft) {
        InvalidDraft.refuse(draft.violations());
        var id = Ids.next();
        return database.write(session -> {
            refuseTaken(session, id, draft);
            new Tags_(session).insert(new Tag(id, draft, Database.serverClock(session)));
            return load(session, id);
        }, session -> new Tags_(session).byId(id).isPresent(), new Versioned<>(id, 0, draft));
    }

    /**
     * Saves an edit on top of the row as it was loaded.
     *
     * @throws EditConflict where somebody changed the row since; nothing was written
     * @throws InvalidDraft where it breaks a rule or its name is taken
     * @throws Problem ROW_GONE where somebody deleted it
     */
    public Versioned<TagDraft> save(Versioned<TagDraft> loaded, TagDraft draft) {
        InvalidDraft.refuse(draft.violationsSince(loaded.draft()));
        return database.write(session -> {
            if (!Objects.equals(loaded.draft().name(), draft.name())) {
                refuseTaken(session, loaded.id(), draft);
            }
            if (!edit(loaded, draft).apply(session)) {
                throw new EditConflict(load(session, loaded.id()));
            }
            return load(session, loaded.id());
        });
    }

    private static Edit edit(Versioned<TagDraft> loaded, TagDraft draft) {
        var before = loaded.draft();
        return Edit.of("tags", loaded.id(), loaded.rowVersion())
                .column("name", before.name(), draft.name())
                .column("category", before.category(), draft.category())
                .column("description", before.description(), draft.description())
                .column("color", before.color(), draft.color())
                .keep("created_at");
    }

    /** Deletes a tag; what had it stays, without it. */
    public void delete(UUID id) {
        database.write(session -> new Tags_(session).delete(id));
    }

    private static void refuseTaken(StatelessSession session, UUID id, TagDraft draft) {
        var name = String.valueOf(draft.name());
        if (new Tags_(session).namesakes(name, id) > 0) {
            InvalidDraft.refuse(List.of(Violation.of("name", "tag.rule.taken", name)));
        }
    }

    private static Versioned<TagDraft> load(StatelessSession session, UUID id) {
        return new Tags_(session).byId(id).map(Tag::versioned).orElseThrow(TagCatalogue::gone);
    }

    private static Problem gone() {
        return new Problem(ErrorCode.ROW_GONE, Messages.get("tag.this"));
    }
}
