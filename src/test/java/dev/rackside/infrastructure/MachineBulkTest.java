package dev.rackside.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.client.ClientDraft;
import dev.rackside.client.ClientService;
import dev.rackside.client.ClientType;
import dev.rackside.db.TestDatabase;
import dev.rackside.fault.Violation;
import dev.rackside.row.Bulk;
import dev.rackside.row.BulkChange;
import dev.rackside.row.BulkChange.Add;
import dev.rackside.row.BulkChange.Put;
import dev.rackside.row.BulkChange.Remove;
import dev.rackside.row.BulkPlan;
import dev.rackside.row.BulkResult;
import dev.rackside.row.Choice;
import dev.rackside.tag.TagService;
import dev.rackside.text.Coded;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MachineBulkTest {

    private static final Choice BACKUP = new Choice(UUID.fromString("00000000-0000-4000-8000-00000000000a"), "backup");
    private static final Choice LEGACY = new Choice(UUID.fromString("00000000-0000-4000-8000-00000000000b"), "legacy");
    private static final Choice GONE = new Choice(UUID.fromString("00000000-0000-4000-8000-00000000000c"), "gone");

    private static TestDatabase test;
    private static MachineService machines;
    private static Bulk<MachineDraft> bulk;
    private static UUID agave;
    private static UUID copper;

    @BeforeAll
    static void open() {
        test = TestDatabase.migrated("machinebulk",
                List.of(ClientService.ENTITIES, MachineService.ENTITIES, TagService.ENTITIES));
        machines = new MachineService(test.database());
        bulk = machines.bulk();
        agave = client("Agave Orthopedics");
        copper = client("Copper Construction");
        test.outside("INSERT INTO tags (id, name) VALUES ('" + BACKUP.id() + "', 'backup'), ('" + LEGACY.id()
                + "', 'legacy')");
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @BeforeEach
    void empty() {
        test.outside("DELETE FROM infrastructure");
    }

    @Test
    void tagsAreAddedAndRemovedAndJustThoseTakenBack() {
        var none = machine(agave, "A1");
        var legacy = machine(agave, "A2", LEGACY);
        var both = machine(copper, "C1", BACKUP, LEGACY);
        var change = BulkChange.NOTHING.and(new Add("tags", List.of(BACKUP))).and(new Remove("tags", List.of(LEGACY)))
                .and(new Put("status", Coded.of(MachineStatus.MAINTENANCE)));

        var done = bulk.write(bulk.plan(List.of(none, legacy, both), change), Bulk.Watch.NOBODY);

        assertThat(done.written()).hasSize(3);
        assertThat(List.of(none, legacy, both)).allSatisfy(id -> {
            assertThat(machines.load(id).draft().tags()).containsExactly(BACKUP);
            assertThat(machines.load(id).draft().status().known()).isEqualTo(MachineStatus.MAINTENANCE);
        });
        test.outside("INSERT INTO infrastructure_tags VALUES ('" + legacy + "', '" + LEGACY.id() + "')");

        var back = bulk.takeBack(done, Bulk.Watch.NOBODY);

        assertThat(back.left()).extracting(BulkResult.Left::id).as("tagged by another program").containsExactly(legacy);
        assertThat(machines.load(none).draft().tags()).isEmpty();
        assertThat(machines.load(none).draft().status().known()).isEqualTo(MachineStatus.ACTIVE);
        assertThat(machines.load(both).draft().tags()).containsExactly(BACKUP, LEGACY);
        assertThat(machines.load(legacy).draft().tags()).containsExactly(BACKUP, LEGACY);
    }

    @Test
    void aMachineThatHasTheTagAlreadyStaysAsItIs() {
        var there = machine(agave, "A1", BACKUP);
        var plan = bulk.plan(List.of(there), BulkChange.NOTHING.and(new Add("tags", List.of(BACKUP))));
        assertThat(plan.items()).singleElement().extracting(BulkPlan.Item::refused)
                .isEqualTo(Violation.of("", "bulk.why.already-so"));
    }

    @Test
    void aTagThatIsGoneAndANameThatIsTakenAreRefusedBeforehand() {
        machine(copper, "DC01");
        var first = machine(agave, "dc01");
        var third = machine(client("A third"), "nas");
        var second = machine(agave, "NAS");

        var moved = bulk.plan(List.of(first, second, third), BulkChange.NOTHING.and(new Put("clientId", copper)));
        assertThat(moved.items()).extracting(BulkPlan.Item::refused).containsExactly(
                Violation.of("hostname", "rule.hostname-taken", "dc01"), null,
                Violation.of("hostname", "rule.hostname-taken", "nas"));
        var nowhere = bulk.plan(List.of(first), BulkChange.NOTHING.and(new Put("clientId", GONE.id())));
        assertThat(nowhere.items().getFirst().refused()).isEqualTo(Violation.of("clientId", "rule.client-gone"));
        var tagged = bulk.plan(List.of(first), BulkChange.NOTHING.and(new Add("tags", List.of(GONE))));
        assertThat(tagged.items().getFirst().refused()).isEqualTo(Violation.of("tags", "rule.unknown-tag"));
    }

    @Test
    void whatTheDatabaseRefusesInOneRowHoldsUpNoOther() {
        var fine = machine(agave, "A1");
        var refused = machine(agave, "A2");
        var done = bulk.write(bulk.plan(List.of(fine, refused), BulkChange.NOTHING.and(new Put("clientId", copper))),
                Bulk.Watch.NOBODY);
        assertThat(done.written()).hasSize(2);
        machine(agave, "A2");

        var back = bulk.takeBack(done, Bulk.Watch.NOBODY);

        assertThat(machines.load(fine).draft().clientId()).isEqualTo(agave);
        assertThat(machines.load(refused).draft().clientId()).isEqualTo(copper);
        assertThat(back.stopped()).isNull();
        assertThat(back.left()).singleElement().satisfies(left -> {
            assertThat(left.id()).isEqualTo(refused);
            assertThat(left.why().key()).isEqualTo("problem.already-there.what");
        });
    }

    private static UUID machine(UUID client, String hostname, Choice... tags) {
        var blank = MachineDraft.blank(client);
        return machines.create(new MachineDraft(client, hostname, blank.assetType(), null, null, null, null,
                blank.shellType(), null, blank.status(), true, List.of(tags))).id();
    }

    private static UUID client(String name) {
        return new ClientService(test.database()).create(
                new ClientDraft(name, Coded.of(ClientType.MSP_CLIENT), null, null, null, null, true)).id();
    }
}
