package dev.rackside.credential;

import dev.rackside.db.Condition;
import dev.rackside.db.Database;
import dev.rackside.db.Dependents;
import dev.rackside.db.Edit;
import dev.rackside.db.Ids;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.InvalidDraft;
import dev.rackside.fault.Problem;
import dev.rackside.fault.Violation;
import dev.rackside.integration.Bodies;
import dev.rackside.integration.Body;
import dev.rackside.row.Dependent;
import dev.rackside.row.EditConflict;
import dev.rackside.row.Facet;
import dev.rackside.row.FacetFilter;
import dev.rackside.row.FacetedList;
import dev.rackside.row.Order;
import dev.rackside.row.PageRequest;
import dev.rackside.row.Rows;
import dev.rackside.row.Versioned;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * The door to the credentials for outside systems. No secret comes through it, in either direction: what is sealed
 * stays in its column, untouched by any edit. Every call reads or writes the database, so none is made on the screen
 * thread.
 */
public final class CredentialService implements FacetedList<CredentialRow, CredentialFacet> {

    /** The classes that the room maps. */
    public static final Set<Class<?>> ENTITIES = Set.of(Credential.class, TechnicianKey.class, VaultGrant.class,
            VaultEvent.class);

    /** The list's order before anyone chooses one. */
    public static final Order DEFAULT_ORDER = Order.by("name");

    private final Database database;

    public CredentialService(Database database) {
        this.database = database;
    }

    @Override
    public Rows<CredentialRow> list(FacetFilter<CredentialFacet> filter) {
        return CredentialList.LIST.rows(database, CredentialList.condition(filter));
    }

    @Override
    public Optional<CredentialRow> row(UUID id) {
        return CredentialList.LIST.rows(database, new Condition().and("r.id = :id", "id", id))
                .page(PageRequest.start(DEFAULT_ORDER, 1)).rows().stream().findFirst();
    }

    @Override
    public Map<CredentialFacet, List<Facet>> facets(FacetFilter<CredentialFacet> filter) {
        return database.read(session -> CredentialList.facets(session, filter));
    }

    /** @throws Problem ROW_GONE where it was deleted */
    public CredentialDetail detail(UUID id) {
        return database.read(session -> {
            var row = read(session, id);
            var findings = body(row.testDetails);
            return new CredentialDetail(row.versioned(), row.secrets(), row.hookHost, body(row.settings),
                    Coded.of(TestStatus.class, row.testStatus), row.testedAt, findings, Probe.of(findings),
                    row.createdAt, row.updatedAt, row.expiresAt == null
                            ? null
                            : Duration.between(Database.serverClock(session), row.expiresAt).toSeconds());
        });
    }

    /** How many of those in use expire soon. */
    public Expiring expiring() {
        return database.read(Expiring::read);
    }

    private static Body body(@Nullable String text) {
        return Bodies.of(text, text == null ? 0 : text.length());
    }

    /** @throws Problem ROW_GONE where it was deleted */
    public Versioned<CredentialDraft> load(UUID id) {
        return database.read(session -> read(session, id).versioned());
    }

    /** What goes with a credential when it is deleted. */
    public List<Dependent> dependents(UUID id) {
        return database.read(session -> Dependents.of(session, "integration_credentials", id)).groups().stream()
                .map(group -> new Dependent(group.table(), group.rows(),
                        group.effect() == Dependents.Effect.DELETED))
                .toList();
    }

    /**
     * Writes a new credential, which has no secret yet, and returns it as it stands now.
     *
     * @throws InvalidDraft where it breaks a rule or its name is taken
     */
    public Versioned<CredentialDraft> create(CredentialDraft draft) {
        InvalidDraft.refuse(draft.violations());
        var id = Ids.next();
        return database.write(session -> {
            refuseTaken(session, id, draft);
            new Credentials_(session).insert(new Credential(id, draft, Database.serverClock(session)));
            return read(session, id).versioned();
        }, session -> new Credentials_(session).byId(id).isPresent(), new Versioned<>(id, 0, draft));
    }

    /**
     * Saves an edit on top of the row as it was loaded. Where a mask was left as it stood, so is what it hides.
     *
     * @throws EditConflict where somebody changed the row since; nothing was written
     * @throws InvalidDraft where it breaks a rule or its name is taken
     * @throws Problem ROW_GONE where somebody deleted it
     */
    public Versioned<CredentialDraft> save(Versioned<CredentialDraft> loaded, CredentialDraft draft) {
        InvalidDraft.refuse(draft.violationsSince(loaded.draft()));
        return database.write(session -> {
            if (!Objects.equals(loaded.draft().name(), draft.name())) {
                refuseTaken(session, loaded.id(), draft);
            }
            refuseKind(read(session, loaded.id()), loaded.draft(), draft);
            if (!edit(read(session, loaded.id()), loaded, draft).apply(session)) {
                throw new EditConflict(read(session, loaded.id()).versioned());
            }
            return read(session, loaded.id()).versioned();
        });
    }

    /** Secrets are sealed with the kind of their row: under another one they would open no more. */
    private static void refuseKind(Credential row, CredentialDraft before, CredentialDraft after) {
        if (!Objects.equals(before.type().text(), after.type().text())
                && row.secrets().there().containsValue(SecretState.SEALED)) {
            InvalidDraft.refuse(List.of(Violation.of("type", "credential.rule.type-sealed")));
        }
    }

    private static Edit edit(Credential current, Versioned<CredentialDraft> loaded, CredentialDraft draft) {
        var before = loaded.draft();
        var address = new Veiled(before.baseUrl(), current.baseUrl, Hidden.address(current.baseUrl));
        var settings = new Veiled(before.settings(), current.settings, Hidden.settings(current.settings));
        return Edit.of("integration_credentials", loaded.id(), loaded.rowVersion())
                .column("integration_name", before.name(), draft.name())
                .column("integration_type", before.system().text(), draft.system().text())
                .column("credential_type", before.type().text(), draft.type().text())
                .column("username", before.username(), draft.username())
                .column("api_base_url", address.before(), address.after(draft.baseUrl()))
                .column("settings", settings.before(), settings.after(draft.settings()))
                .column("oauth_expires_at", before.expiresAt(), draft.expiresAt())
                .column("is_active", before.active(), draft.active())
                .keep("created_at");
    }

    /**
     * A text of which a person may have seen less than there is.
     *
     * @param seen as it was loaded, perhaps with masks
     * @param stored as it stands in the row now
     * @param shown what of it would be seen now
     */
    private record Veiled(@Nullable String seen, @Nullable String stored, @Nullable String shown) {

        /** What was seen, without its masks where it is still the same. */
        @Nullable
        String before() {
            return Objects.equals(seen, shown) ? stored : seen;
        }

        @Nullable
        String after(@Nullable String wanted) {
            return Objects.equals(wanted, seen) ? before() : wanted;
        }
    }

    /** Deletes a credential with its secrets. */
    public void delete(UUID id) {
        database.write(session -> new Credentials_(session).delete(id));
    }

    private static void refuseTaken(StatelessSession session, UUID id, CredentialDraft draft) {
        var name = String.valueOf(draft.name());
        if (new Credentials_(session).namesakes(name, id) > 0) {
            InvalidDraft.refuse(List.of(Violation.of("name", "credential.rule.taken", name)));
        }
    }

    private static Credential read(StatelessSession session, UUID id) {
        return new Credentials_(session).byId(id)
                .orElseThrow(() -> new Problem(ErrorCode.ROW_GONE, Messages.get("credential.this")));
    }
}
