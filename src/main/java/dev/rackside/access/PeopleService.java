package dev.rackside.access;

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
import dev.rackside.row.Order;
import dev.rackside.row.PageRequest;
import dev.rackside.row.Rows;
import dev.rackside.row.Versioned;
import dev.rackside.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * The door to the people and services that the database knows, and their tokens. There is always an administrator who
 * may sign in, and nobody shuts themselves out. Every call reads or writes the database, so none is made on the screen
 * thread.
 */
public final class PeopleService {

    /** The list's order before anyone chooses one. */
    public static final Order DEFAULT_ORDER = Order.by("username");

    private final Database database;

    public PeopleService(Database database) {
        this.database = database;
    }

    /** The list of people under a filter. */
    public Rows<PersonRow> list(PersonFilter filter) {
        return PersonList.LIST.rows(database, PersonList.condition(filter));
    }

    /** One person as the list shows them; empty where they are gone. */
    public Optional<PersonRow> row(UUID id) {
        return PersonList.LIST.rows(database, new Condition().and("r.id = :id", "id", id))
                .page(PageRequest.start(DEFAULT_ORDER, 1)).rows().stream().findFirst();
    }

    /** What the list can be narrowed by, each under what the filter has of the other; labels are the codes. */
    public Map<PersonFacet, List<Facet>> facets(PersonFilter filter) {
        return database.read(session -> PersonList.facets(session, filter));
    }

    /** @throws Problem ROW_GONE where they were deleted */
    public PersonDetail detail(UUID id) {
        return database.read(session -> {
            var users = new ApiUsers_(session);
            var user = users.byId(id).orElseThrow(() -> new Problem(ErrorCode.ROW_GONE, Messages.get("person.this")));
            var failed = user.failedLogins;
            return new PersonDetail(user.versioned(), user.state(Database.serverClock(session)),
                    users.passwords(id) > 0, failed == null ? 0 : failed, user.lockedUntil, user.lastLoginAt,
                    user.createdAt, user.updatedAt, users.tokens(id));
        });
    }

    /** @throws Problem ROW_GONE where they were deleted */
    public Versioned<PersonDraft> load(UUID id) {
        return database.read(session -> load(session, id));
    }

    /** Where their name stands in rows that outlive them. */
    public List<Trace> traces(UUID id) {
        return database.read(session -> Traces.of(session, username(session, id)));
    }

    /** What goes with a person when they are deleted. */
    public List<Dependent> dependents(UUID id) {
        return database.read(session -> Dependents.of(session, "api_users", id)).groups().stream()
                .map(group -> new Dependent(group.table(), group.rows(),
                        group.effect() == Dependents.Effect.DELETED))
                .toList();
    }

    /** Writes a new person and returns them as they stand now; they have no password. */
    public Versioned<PersonDraft> create(PersonDraft draft) {
        InvalidDraft.refuse(draft.violations());
        var id = Ids.next();
        return database.write(session -> {
            refuseTaken(session, id, null, draft);
            new ApiUsers_(session).insert(new ApiUser(id, draft, Database.serverClock(session)));
            return load(session, id);
        }, session -> new ApiUsers_(session).byId(id).isPresent(), new Versioned<>(id, 0, draft));
    }

    /**
     * Saves an edit on top of the row as it was loaded.
     *
     * @param who does it, and may not shut themselves out
     * @throws EditConflict where somebody changed the row since; nothing was written
     * @throws InvalidDraft where it breaks a rule, takes the last administrator away, or deactivates who does it
     * @throws Problem ROW_GONE where somebody deleted them
     */
    public Versioned<PersonDraft> save(Versioned<PersonDraft> loaded, PersonDraft draft, Who who) {
        InvalidDraft.refuse(draft.violationsSince(loaded.draft()));
        return database.write(session -> {
            var administrators = administrators(session);
            var current = load(session, loaded.id());
            refuseTaken(session, loaded.id(), loaded.draft(), draft);
            if (!Boolean.TRUE.equals(draft.active()) && Boolean.TRUE.equals(current.draft().active())
                    && self(who, current)) {
                InvalidDraft.refuse(List.of(Violation.of("active", "person.rule.oneself")));
            }
            if (!draft.administers() && administrators.equals(List.of(loaded.id()))) {
                InvalidDraft.refuse(List.of(Violation.of(
                        draft.role().known() == Role.ADMINISTRATOR ? "active" : "role",
                        "person.rule.last-administrator")));
            }
            if (!edit(loaded, draft).apply(session)) {
                throw new EditConflict(load(session, loaded.id()));
            }
            return load(session, loaded.id());
        });
    }

    private static Edit edit(Versioned<PersonDraft> loaded, PersonDraft draft) {
        var before = loaded.draft();
        return Edit.of("api_users", loaded.id(), loaded.rowVersion())
                .column("username", before.username(), draft.username())
                .column("display_name", before.displayName(), draft.displayName())
                .column("email", before.email(), draft.email())
                .column("role", before.role().text(), draft.role().text())
                .column("is_active", before.active(), draft.active())
                .keep("created_at");
    }

    /**
     * Lets a person in again, or no longer.
     *
     * @throws Problem ONESELF, LAST_ADMINISTRATOR or ROW_GONE
     */
    public void activate(UUID id, boolean active, Who who) {
        database.write(session -> {
            var administrators = administrators(session);
            var current = load(session, id);
            if (!active) {
                refuseToTakeAway(current, administrators, who);
            }
            var before = current.draft();
            return edit(current, new PersonDraft(before.username(), before.displayName(), before.email(),
                    before.role(), active)).apply(session);
        });
    }

    /**
     * Deletes a person whose name stands nowhere else, with their tokens.
     *
     * @throws Problem NAME_STANDS, ONESELF, LAST_ADMINISTRATOR or ROW_GONE
     */
    public void delete(UUID id, Who who) {
        database.write(session -> {
            var administrators = administrators(session);
            var current = load(session, id);
            refuseToTakeAway(current, administrators, who);
            if (!Traces.of(session, username(session, id)).isEmpty()) {
                throw new Problem(ErrorCode.NAME_STANDS, String.valueOf(current.draft().username()));
            }
            return new ApiUsers_(session).delete(id);
        });
    }

    /** Revokes a token at once and for good; nothing where it was revoked before. */
    public void revoke(UUID token) {
        database.write(session -> new ApiUsers_(session).revoke(token, Database.serverClock(session)));
    }

    private static void refuseToTakeAway(Versioned<PersonDraft> person, List<UUID> administrators, Who who) {
        if (self(who, person)) {
            throw new Problem(ErrorCode.ONESELF);
        }
        if (administrators.equals(List.of(person.id()))) {
            throw new Problem(ErrorCode.LAST_ADMINISTRATOR, String.valueOf(person.draft().username()));
        }
    }

    private static boolean self(Who who, Versioned<PersonDraft> person) {
        return person.id().equals(who.id()) || who.username().equalsIgnoreCase(person.draft().username());
    }

    /** Locked until the end of the transaction, so that of two who are the last only one can be taken away. */
    private static List<UUID> administrators(StatelessSession session) {
        return session.createNativeQuery(
                "select id from api_users where role = 'administrator' and is_active <> 0 order by id for update",
                String.class).getResultList().stream().map(UUID::fromString).toList();
    }

    private static void refuseTaken(StatelessSession session, UUID id, @Nullable PersonDraft before,
            PersonDraft draft) {
        var violations = new ArrayList<Violation>();
        var username = String.valueOf(draft.username());
        if ((before == null || !username.equals(before.username()))
                && new ApiUsers_(session).namesakes(username, id) > 0) {
            violations.add(Violation.of("username", "person.rule.username-taken", username));
        }
        InvalidDraft.refuse(violations);
    }

    private static String username(StatelessSession session, UUID id) {
        return String.valueOf(load(session, id).draft().username());
    }

    private static Versioned<PersonDraft> load(StatelessSession session, UUID id) {
        return new ApiUsers_(session).byId(id).map(ApiUser::versioned)
                .orElseThrow(() -> new Problem(ErrorCode.ROW_GONE, Messages.get("person.this")));
    }
}
