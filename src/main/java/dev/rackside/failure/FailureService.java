package dev.rackside.failure;

import dev.rackside.db.Condition;
import dev.rackside.db.Database;
import dev.rackside.db.Dependents;
import dev.rackside.db.Edit;
import dev.rackside.db.Ids;
import dev.rackside.db.SearchText;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.InvalidDraft;
import dev.rackside.fault.Problem;
import dev.rackside.fault.Violation;
import dev.rackside.row.Choice;
import dev.rackside.row.Dependent;
import dev.rackside.row.EditConflict;
import dev.rackside.row.Facet;
import dev.rackside.row.Order;
import dev.rackside.row.PageRequest;
import dev.rackside.row.Rows;
import dev.rackside.row.Versioned;
import dev.rackside.text.Messages;
import jakarta.data.Limit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * The door to failure patterns. Every call reads the database, so none is made on the screen thread. The method that
 * takes a session belongs to another room's transaction.
 */
public final class FailureService {

    /** The classes that the room maps. */
    public static final Set<Class<?>> ENTITIES = Set.of(FailurePattern.class);

    /** The list's order before anyone chooses one: what was met last first. */
    public static final Order DEFAULT_ORDER = Order.byDescending("seen");

    private final Database database;

    public FailureService(Database database) {
        this.database = database;
    }

    /** The list of failure patterns under a filter. */
    public Rows<FailureRow> list(FailureFilter filter) {
        return FailureList.LIST.rows(database, FailureList.condition(filter));
    }

    /** One pattern as the list shows it; empty where it is gone. */
    public Optional<FailureRow> row(UUID id) {
        return FailureList.LIST.rows(database, new Condition().and("r.id = :id", "id", id))
                .page(PageRequest.start(DEFAULT_ORDER, 1)).rows().stream().findFirst();
    }

    /**
     * What the list can be narrowed by and how many rows that leaves: each facet under what the filter has of the
     * others. Labels are names, or the codes themselves; a label is empty where a row has no such value.
     */
    public Map<FailureFacet, List<Facet>> facets(FailureFilter filter) {
        return database.read(session -> FailureList.facets(session, filter));
    }

    /** @throws Problem ROW_GONE where it was deleted */
    public FailureDetail detail(UUID id) {
        return database.read(session -> FailureReading.detail(session, id));
    }

    /** @throws Problem ROW_GONE where it was deleted */
    public Versioned<FailureDraft> load(UUID id) {
        return database.read(session -> load(session, id));
    }

    /**
     * The first patterns, by signature, whose signature contains a text.
     *
     * @param clientId whose patterns, with those of no client; null for all
     */
    public List<Choice> choices(@Nullable UUID clientId, String text, int atMost) {
        return database.read(session -> {
            var patterns = new FailurePatterns_(session);
            var like = SearchText.like(text);
            return clientId == null
                    ? patterns.choices(like, Limit.of(atMost))
                    : patterns.choicesOf(clientId, like, Limit.of(atMost));
        });
    }

    /** A pattern at a glance; empty where it was deleted. */
    public Optional<FailureSummary> summary(UUID id) {
        return database.read(session -> summary(session, id));
    }

    public static Optional<FailureSummary> summary(StatelessSession session, UUID id) {
        return new FailurePatterns_(session).byId(id).map(FailurePattern::summary);
    }

    /**
     * Writes a new pattern and returns it as it stands now.
     *
     * @throws InvalidDraft where it breaks a rule, or its machine belongs to another client
     */
    public Versioned<FailureDraft> create(FailureDraft draft) {
        InvalidDraft.refuse(draft.violations());
        var id = Ids.next();
        return database.write(session -> {
            refuseOthersMachine(session, draft);
            new FailurePatterns_(session).insert(new FailurePattern(id, draft, Database.serverClock(session)));
            return load(session, id);
        }, session -> new FailurePatterns_(session).byId(id).isPresent(), new Versioned<>(id, 0, draft));
    }

    /**
     * Saves an edit on top of the row as it was loaded. That it was seen again meanwhile is no conflict, unless the
     * edit says otherwise.
     *
     * @throws EditConflict where somebody changed the row since; nothing was written
     * @throws InvalidDraft where it breaks a rule, or was given a machine of another client
     * @throws Problem ROW_GONE where somebody deleted it
     */
    public Versioned<FailureDraft> save(Versioned<FailureDraft> loaded, FailureDraft draft) {
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

    private static Edit edit(Versioned<FailureDraft> loaded, FailureDraft draft) {
        var before = loaded.draft();
        var edit = Edit.of("failure_patterns", loaded.id(), loaded.rowVersion())
                .column("client_id", before.clientId(), draft.clientId())
                .column("infrastructure_id", before.machineId(), draft.machineId())
                .column("pattern_type", before.type().text(), draft.type().text())
                .column("pattern_signature", before.signature(), draft.signature())
                .column("error_pattern", before.errorPattern(), draft.errorPattern())
                .column("root_cause", before.rootCause(), emptied(before.rootCause(), draft.rootCause()))
                .column("recommended_solution", before.solution(), emptied(before.solution(), draft.solution()))
                .column("alternative_approaches", before.alternatives(), draft.alternatives())
                .column("severity", before.severity().text(), draft.severity().text())
                .column("is_active", before.active(), draft.active())
                .keep("created_at");
        seen(edit, before, draft);
        return edit;
    }

    /** The column must have a text, so what was taken away is an empty one. */
    private static @Nullable String emptied(@Nullable String before, @Nullable String after) {
        return after == null && before != null ? "" : after;
    }

    /** What "seen again" moves is compared only where the person changed it too. */
    private static void seen(Edit edit, FailureDraft before, FailureDraft draft) {
        if (!Objects.equals(before.occurrences(), draft.occurrences())) {
            edit.column("occurrence_count", before.occurrences(), draft.occurrences());
        }
        if (Objects.equals(before.firstSeen(), draft.firstSeen())) {
            edit.keep("first_seen");
        } else {
            edit.column("first_seen", before.firstSeen(), draft.firstSeen());
        }
        if (Objects.equals(before.lastSeen(), draft.lastSeen())) {
            edit.keep("last_seen");
        } else {
            edit.column("last_seen", before.lastSeen(), draft.lastSeen());
        }
    }

    private static void refuseOthersMachine(StatelessSession session, FailureDraft draft) {
        var machineId = draft.machineId();
        if (machineId == null) {
            return;
        }
        var machines = session.createSelectionQuery("select m.id, m.clientId from Machine m where m.id = :id",
                Object[].class).setParameter("id", machineId).getResultList();
        if (machines.isEmpty()) {
            InvalidDraft.refuse(List.of(Violation.of("machineId", "failure.rule.machine-gone")));
        }
        var owner = machines.getFirst()[1];
        if (owner != null && !owner.equals(draft.clientId())) {
            InvalidDraft.refuse(List.of(Violation.of("machineId", "failure.rule.others-machine")));
        }
    }

    /**
     * Counts the failure once more, by the server's clock. Two who say so at once both count, and a form that somebody
     * has open isn't disturbed: the row's version doesn't move.
     *
     * @return to be handed to {@link #takeBack}
     * @throws Problem ROW_GONE where it was deleted
     */
    public SeenAgain seenAgain(UUID id) {
        return database.write(session -> {
            var patterns = new FailurePatterns_(session);
            var before = patterns.byId(id)
                    .orElseThrow(() -> new Problem(ErrorCode.ROW_GONE, Messages.get("failure.this"))).lastSeen;
            var now = Database.serverClock(session);
            session.createNativeMutationQuery("""
                    update failure_patterns
                    set occurrence_count = coalesce(occurrence_count, 0) + 1, last_seen = :now, updated_at = :now,
                        first_seen = coalesce(first_seen, :now), created_at = created_at
                    where id = :id""").setParameter("now", now).setParameter("id", id.toString()).executeUpdate();
            var stands = patterns.byId(id).map(pattern -> pattern.lastSeen).orElse(now);
            return new SeenAgain(id, stands, before);
        });
    }

    /** Takes back a "seen again". Where somebody has seen it once more since, only the count goes down. */
    public void takeBack(SeenAgain said) {
        database.write(session -> session.createNativeMutationQuery("""
                update failure_patterns
                set occurrence_count = greatest(coalesce(occurrence_count, 0) - 1, 0),
                    last_seen = if(last_seen <=> :said, :before, last_seen), updated_at = :now,
                    first_seen = first_seen, created_at = created_at
                where id = :id""")
                .setParameter("said", said.at())
                .setParameter("before", said.before(), Instant.class)
                .setParameter("now", Database.serverClock(session))
                .setParameter("id", said.patternId().toString())
                .executeUpdate());
    }

    /** What goes with a pattern when it is deleted, by the keys that the database really has. */
    public List<Dependent> dependents(UUID id) {
        return database.read(session -> Dependents.of(session, "failure_patterns", id)).groups().stream()
                .map(group -> new Dependent(group.table(), group.rows(),
                        group.effect() == Dependents.Effect.DELETED))
                .toList();
    }

    /** Deletes a pattern; what was learned from it stays. */
    public void delete(UUID id) {
        database.write(session -> new FailurePatterns_(session).delete(id));
    }

    private static Versioned<FailureDraft> load(StatelessSession session, UUID id) {
        return new FailurePatterns_(session).byId(id).map(FailurePattern::versioned)
                .orElseThrow(() -> new Problem(ErrorCode.ROW_GONE, Messages.get("failure.this")));
    }
}
