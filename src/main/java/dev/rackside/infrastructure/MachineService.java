package dev.rackside.infrastructure;

import dev.rackside.client.ClientService;
import dev.rackside.db.BulkEdit;
import dev.rackside.db.Database;
import dev.rackside.db.Dependents;
import dev.rackside.db.Edit;
import dev.rackside.db.Ids;
import dev.rackside.db.SearchText;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.InvalidDraft;
import dev.rackside.fault.Problem;
import dev.rackside.fault.Violation;
import dev.rackside.row.Bulk;
import dev.rackside.row.Choice;
import dev.rackside.row.Dependent;
import dev.rackside.row.EditConflict;
import dev.rackside.row.Order;
import dev.rackside.row.Rows;
import dev.rackside.row.Versioned;
import dev.rackside.tag.TagService;
import dev.rackside.text.Messages;
import jakarta.data.Limit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** The door to machines. Every call reads or writes the database, so none is made on the screen thread. */
public final class MachineService {

    /** The classes that the room maps. */
    public static final Set<Class<?>> ENTITIES = Set.of(Machine.class);

    /** The list's order before anyone chooses one. */
    public static final Order DEFAULT_ORDER = Order.by("hostname");

    private final Database database;

    public MachineService(Database database) {
        this.database = database;
    }

    /** The list of machines under a filter. */
    public Rows<MachineRow> list(MachineFilter filter) {
        return MachineList.rows(database, filter);
    }

    /** One machine as the list shows it; empty where it is gone. */
    public Optional<MachineRow> row(UUID id) {
        return MachineList.row(database, id);
    }

    /** By what the list can be narrowed further, with counts. */
    public MachineFacets facets(MachineFilter filter) {
        return database.read(session -> MachineList.facets(session, filter));
    }

    /**
     * The first machines, by name, whose name contains a text.
     *
     * @param clientId whose machines; null for all
     */
    public List<Choice> choices(@Nullable UUID clientId, String text, int atMost) {
        return database.read(session -> {
            var machines = new Machines_(session);
            var pattern = SearchText.like(text);
            return clientId == null
                    ? machines.choices(pattern, Limit.of(atMost))
                    : machines.choicesOf(clientId, pattern, Limit.of(atMost));
        });
    }

    /** The client that a machine belongs to; empty where it has none or is gone. */
    public Optional<UUID> clientOf(UUID machineId) {
        return database.read(session -> new Machines_(session).byId(machineId).map(machine -> machine.clientId));
    }

    /** @throws Problem ROW_GONE where it was deleted */
    public Versioned<MachineDraft> load(UUID id) {
        return database.read(session -> load(session, id));
    }

    /** @throws Problem ROW_GONE where it was deleted */
    public MachineFacts facts(UUID id) {
        return database.read(session -> {
            var machines = new Machines_(session);
            var machine = machines.byId(id)
                    .orElseThrow(() -> new Problem(ErrorCode.ROW_GONE, Messages.get("machine.this")));
            var client = machine.clientId;
            return new MachineFacts(machine.versioned(TagService.ofMachine(session, id)),
                    client == null
                            ? null
                            : ClientService.named(session, List.of(client)).stream().findFirst()
                                    .orElseGet(() -> new Choice(client, client.toString())),
                    machines.insights(id), machine.createdAt, machine.updatedAt);
        });
    }

    /** What goes with a machine when it is deleted. */
    public List<Dependent> dependents(UUID id) {
        return database.read(session -> Dependents.of(session, "infrastructure", id)).groups().stream()
                .map(group -> new Dependent(group.table(), group.rows(),
                        group.effect() == Dependents.Effect.DELETED))
                .toList();
    }

    /** Writes a new machine and returns it as it stands now. */
    public Versioned<MachineDraft> create(MachineDraft draft) {
        InvalidDraft.refuse(draft.violations());
        var id = Ids.next();
        return database.write(session -> {
            refuseAgainstOthers(session, id, null, draft);
            new Machines_(session).insert(new Machine(id, draft, Database.serverClock(session)));
            TagService.tagMachine(session, id, tagIds(draft));
            return load(session, id);
        }, session -> new Machines_(session).byId(id).isPresent(), new Versioned<>(id, 0, draft));
    }

    /**
     * Saves an edit on top of the row as it was loaded.
     *
     * @throws EditConflict where somebody changed the row or its tags since; nothing was written
     * @throws Problem ROW_GONE where somebody deleted it
     */
    public Versioned<MachineDraft> save(Versioned<MachineDraft> loaded, MachineDraft draft) {
        InvalidDraft.refuse(draft.violationsSince(loaded.draft()));
        return database.write(session -> {
            var current = load(session, loaded.id());
            refuseAgainstOthers(session, loaded.id(), loaded.draft(), draft);
            var tagsChanged = !tagIds(current.draft()).equals(tagIds(loaded.draft()));
            if (tagsChanged || !edit(loaded, draft).apply(session)) {
                throw new EditConflict(load(session, loaded.id()));
            }
            TagService.tagMachine(session, loaded.id(), tagIds(draft));
            return load(session, loaded.id());
        });
    }

    static Edit edit(Versioned<MachineDraft> loaded, MachineDraft draft) {
        var before = loaded.draft();
        return Edit.of("infrastructure", loaded.id(), loaded.rowVersion())
                .column("client_id", before.clientId(), draft.clientId())
                .column("hostname", before.hostname(), draft.hostname())
                .column("asset_type", before.assetType().text(), draft.assetType().text())
                .column("ip_address", before.ipAddress(), draft.ipAddress())
                .column("os", before.os(), draft.os())
                .column("os_version", before.osVersion(), draft.osVersion())
                .column("powershell_version", before.powershellVersion(), draft.powershellVersion())
                .column("shell_type", before.shellType().text(), draft.shellType().text())
                .column("environmental_notes", before.environmentalNotes(), draft.environmentalNotes())
                .column("status", before.status().text(), draft.status().text())
                .column("has_gui", before.hasGui(), draft.hasGui())
                .keep("created_at");
    }

    /** Many machines edited at once; tags as well. */
    public Bulk<MachineDraft> bulk() {
        return new BulkEdit<>(database, new MachineBulk());
    }

    /** Deletes a machine and what hangs on it. */
    public void delete(UUID id) {
        database.write(session -> new Machines_(session).delete(id));
    }

    private static Versioned<MachineDraft> load(StatelessSession session, UUID id) {
        return new Machines_(session).byId(id)
                .map(machine -> machine.versioned(TagService.ofMachine(session, id)))
                .orElseThrow(() -> new Problem(ErrorCode.ROW_GONE, Messages.get("machine.this")));
    }

    /** The rules that only the other rows can tell. Names that were double before may stay. */
    private static void refuseAgainstOthers(StatelessSession session, UUID id, @Nullable MachineDraft before,
            MachineDraft draft) {
        var violations = new ArrayList<Violation>();
        var hostname = String.valueOf(draft.hostname());
        var client = draft.clientId();
        var machines = new Machines_(session);
        var moved = before == null || !hostname.equals(before.hostname()) || !Objects.equals(client, before.clientId());
        if (client != null && moved && ClientService.named(session, List.of(client)).isEmpty()) {
            violations.add(Violation.of("clientId", "rule.client-gone"));
        } else if (client != null && moved && machines.namesakes(client, hostname, id) > 0) {
            violations.add(Violation.of("hostname", "rule.hostname-taken", hostname));
        }
        var wanted = tagIds(draft);
        if (TagService.named(session, wanted).size() < wanted.size()) {
            violations.add(Violation.of("tags", "rule.unknown-tag"));
        }
        InvalidDraft.refuse(violations);
    }

    static Set<UUID> tagIds(MachineDraft draft) {
        Set<UUID> ids = new HashSet<>();
        draft.tags().forEach(tag -> ids.add(tag.id()));
        return ids;
    }
}
