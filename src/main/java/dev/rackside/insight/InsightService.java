package dev.rackside.insight;

import dev.rackside.access.Who;
import dev.rackside.db.BulkEdit;
import dev.rackside.db.Condition;
import dev.rackside.db.Database;
import dev.rackside.db.Dependents;
import dev.rackside.db.Edit;
import dev.rackside.db.Ids;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.InvalidDraft;
import dev.rackside.fault.Problem;
import dev.rackside.fault.Violation;
import dev.rackside.row.Bulk;
import dev.rackside.row.Dependent;
import dev.rackside.row.EditConflict;
import dev.rackside.row.Facet;
import dev.rackside.row.Order;
import dev.rackside.row.PageRequest;
import dev.rackside.row.Rows;
import dev.rackside.row.Versioned;
import dev.rackside.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.StatelessSession;

/** The door to insights. Every call reads or writes the database, so none is made on the screen thread. */
public final class InsightService {

    /** The classes that the room maps. */
    public static final Set<Class<?>> ENTITIES = Set.of(Insight.class, InsightExample.class,
            InsightVerification.class);

    /** The list's order before anyone chooses one: the most important first, of those the newest. */
    public static final Order DEFAULT_ORDER = Order.byDescending("priority");

    private final Database database;

    public InsightService(Database database) {
        this.database = database;
    }

    /** Makes the list's first page come sooner, where a database is to be opened. */
    public static void prepare(Database.Mapping mapping) {
        mapping.prepare(InsightList.LIST, DEFAULT_ORDER);
    }

    /** The list of insights under a filter. */
    public Rows<InsightRow> list(InsightFilter filter) {
        return InsightList.LIST.rows(database, InsightList.condition(filter));
    }

    /** One insight as the list shows it; empty where it is gone. */
    public Optional<InsightRow> row(UUID id) {
        return InsightList.LIST.rows(database, new Condition().and("r.id = :id", "id", id))
                .page(PageRequest.start(DEFAULT_ORDER, 1)).rows().stream().findFirst();
    }

    /**
     * What the list can be narrowed by and how many rows that leaves: each facet under what the filter has of the
     * others. Labels are names, or the codes themselves; a label is empty where a row has no such value.
     */
    public Map<InsightFacet, List<Facet>> facets(InsightFilter filter) {
        return database.read(session -> InsightList.facets(session, filter));
    }

    /** @throws Problem ROW_GONE where it was deleted */
    public InsightDetail detail(UUID id) {
        return database.read(session -> InsightReading.detail(session, id));
    }

    /** @throws Problem ROW_GONE where it was deleted */
    public Versioned<InsightDraft> load(UUID id) {
        return database.read(session -> load(session, id));
    }

    /**
     * Writes a new insight and returns it as it stands now. It counts as verified by whoever writes it.
     *
     * @throws InvalidDraft where it breaks a rule, or its machine belongs to another client
     */
    public Versioned<InsightDraft> create(InsightDraft draft, Who who) {
        InvalidDraft.refuse(draft.violations());
        var id = Ids.next();
        var verificationId = Ids.next();
        return database.write(session -> {
            refuseOthersMachine(session, draft);
            var insights = new Insights_(session);
            var now = Database.serverClock(session);
            insights.insert(new Insight(id, draft, now));
            insights.insert(new InsightVerification(verificationId, id, who, now));
            return load(session, id);
        }, session -> new Insights_(session).byId(id).isPresent(), new Versioned<>(id, 0, draft));
    }

    /**
     * Saves an edit on top of the row as it was loaded.
     *
     * @throws EditConflict where somebody changed the row since; nothing was written
     * @throws InvalidDraft where it breaks a rule, or was given a machine of another client
     * @throws Problem ROW_GONE where somebody deleted it
     */
    public Versioned<InsightDraft> save(Versioned<InsightDraft> loaded, InsightDraft draft) {
        InvalidDraft.refuse(draft.violationsSince(loaded.draft()));
        return database.write(session -> {
            var before = loaded.draft();
            if (!Objects.equals(before.clientId(), draft.clientId())
                    || !Objects.equals(before.machineId(), draft.machineId())) {
                refuseOthersMachine(session, draft);
            }
            if (!edit(loaded, draft).apply(session)) {
                throw new EditConflict(load(session, loaded.id()));
            }
            return load(session, loaded.id());
        });
    }

    static Edit edit(Versioned<InsightDraft> loaded, InsightDraft draft) {
        var before = loaded.draft();
        return Edit.of("environmental_insights", loaded.id(), loaded.rowVersion())
                .column("client_id", before.clientId(), draft.clientId())
                .column("infrastructure_id", before.machineId(), draft.machineId())
                .column("insight_category", before.category().text(), draft.category().text())
                .column("insight_title", before.title(), draft.title())
                .column("insight_description", before.description(),
                        draft.description() == null && before.description() != null ? "" : draft.description())
                .column("examples", before.examples().stored(), draft.examples().stored())
                .column("source_pattern_id", before.sourcePatternId(), draft.sourcePatternId())
                .column("confidence_level", before.confidence().text(), draft.confidence().text())
                .column("priority", before.priority(), draft.priority())
                .keep("last_verified")
                .keep("created_at");
    }

    /** Many insights edited at once. */
    public Bulk<InsightDraft> bulk() {
        return new BulkEdit<>(database, new InsightBulk());
    }

    private static void refuseOthersMachine(StatelessSession session, InsightDraft draft) {
        var machineId = draft.machineId();
        if (machineId == null) {
            return;
        }
        var machines = session.createSelectionQuery("select m.id, m.clientId from Machine m where m.id = :id",
                Object[].class).setParameter("id", machineId).getResultList();
        if (machines.isEmpty()) {
            InvalidDraft.refuse(List.of(Violation.of("machineId", "insight.rule.machine-gone")));
        }
        var owner = machines.getFirst()[1];
        if (owner != null && !owner.equals(draft.clientId())) {
            InvalidDraft.refuse(List.of(Violation.of("machineId", "insight.rule.others-machine")));
        }
    }

    /**
     * Notes that somebody found the insight still true. Two who say so at once both count, and a form that somebody
     * has open isn't disturbed: neither the row's version nor its time of change moves.
     *
     * @return to be handed to {@link #takeBack}
     * @throws Problem ROW_GONE where it was deleted
     */
    public StillTrue stillTrue(UUID id, Who who) {
        var verificationId = Ids.next();
        return database.write(session -> {
            var insights = new Insights_(session);
            var insight = insights.byId(id)
                    .orElseThrow(() -> new Problem(ErrorCode.ROW_GONE, Messages.get("insight.this")));
            var now = Database.serverClock(session);
            session.createNativeMutationQuery("""
                    update environmental_insights
                    set verification_count = coalesce(verification_count, 0) + 1, last_verified = :now,
                        updated_at = updated_at, created_at = created_at
                    where id = :id""").setParameter("now", now).setParameter("id", id.toString()).executeUpdate();
            insights.insert(new InsightVerification(verificationId, id, who, now));
            var stands = insights.byId(id).map(row -> row.lastVerified).orElse(now);
            return new StillTrue(verificationId, id, stands, insight.lastVerified);
        });
    }

    /** Takes back a "still true". Where somebody has said so again since, only the count goes down. */
    public void takeBack(StillTrue said) {
        database.write(session -> {
            if (new Insights_(session).deleteVerification(said.id()) == 0) {
                return 0;
            }
            return session.createNativeMutationQuery("""
                    update environmental_insights
                    set verification_count = greatest(coalesce(verification_count, 0) - 1, 0),
                        last_verified = if(last_verified <=> :said, :before, last_verified),
                        updated_at = updated_at, created_at = created_at
                    where id = :id""")
                    .setParameter("said", said.at())
                    .setParameter("before", said.before(), java.time.Instant.class)
                    .setParameter("id", said.insightId().toString())
                    .executeUpdate();
        });
    }

    /** What goes with an insight when it is deleted, by the keys that the database really has. */
    public List<Dependent> dependents(UUID id) {
        return database.read(session -> Dependents.of(session, "environmental_insights", id)).groups().stream()
                .map(group -> new Dependent(group.table(), group.rows(),
                        group.effect() == Dependents.Effect.DELETED))
                .toList();
    }

    /** Deletes an insight and what hangs on it. */
    public void delete(UUID id) {
        database.write(session -> new Insights_(session).delete(id));
    }

    private static Versioned<InsightDraft> load(StatelessSession session, UUID id) {
        return new Insights_(session).byId(id).map(Insight::versioned)
                .orElseThrow(() -> new Problem(ErrorCode.ROW_GONE, Messages.get("insight.this")));
    }
}
