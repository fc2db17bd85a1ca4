package dev.rackside.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.rackside.client.ClientDraft;
import dev.rackside.client.ClientService;
import dev.rackside.client.ClientType;
import dev.rackside.row.Dependent;
import dev.rackside.db.Ids;
import dev.rackside.db.TestDatabase;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.InvalidDraft;
import dev.rackside.fault.Problem;
import dev.rackside.fault.Violation;
import dev.rackside.row.Choice;
import dev.rackside.row.EditConflict;
import dev.rackside.row.Facet;
import dev.rackside.row.Order;
import dev.rackside.row.PageRequest;
import dev.rackside.tag.TagService;
import dev.rackside.text.Coded;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MachineServiceTest {

    private static final Choice BACKUP = new Choice(UUID.fromString("00000000-0000-4000-8000-00000000000a"), "backup");
    private static final Choice LEGACY = new Choice(UUID.fromString("00000000-0000-4000-8000-00000000000b"), "legacy");

    private static TestDatabase test;
    private static MachineService machines;
    private static UUID agave;
    private static UUID copper;

    @BeforeAll
    static void open() {
        test = TestDatabase.migrated("machines",
                List.of(ClientService.ENTITIES, MachineService.ENTITIES, TagService.ENTITIES));
        machines = new MachineService(test.database());
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
    void machineComesBackAsItWasWritten() {
        var draft = draft(agave, "AGAVE-DC01", "10.14.0.2", List.of(BACKUP, LEGACY));
        var created = machines.create(draft);
        assertThat(machines.load(created.id())).isEqualTo(created);
        assertThat(created.draft()).isEqualTo(draft);
        assertThat(machines.clientOf(created.id())).contains(agave);
    }

    @Test
    void listShowsClientAndTags() {
        machines.create(draft(agave, "AGAVE-DC01", null, List.of(LEGACY, BACKUP)));
        var row = rows(MachineFilter.ALL, "hostname").getFirst();
        assertThat(row.clientName()).isEqualTo("Agave Orthopedics");
        assertThat(row.tags()).isEqualTo("backup, legacy");
    }

    @Test
    void listIsNarrowedByScopeTypeStatusAndTag() {
        machines.create(draft(agave, "A1", null, List.of(BACKUP)));
        machines.create(draft(copper, "C1", null, List.of(BACKUP, LEGACY)));
        machines.create(draft(copper, "C2", null, List.of()));
        assertThat(names(MachineFilter.of(copper))).containsExactly("C1", "C2");
        assertThat(names(MachineFilter.ALL.withClients(Set.of(agave)))).containsExactly("A1");
        assertThat(names(MachineFilter.ALL.withTags(Set.of(BACKUP.id(), LEGACY.id())))).containsExactly("A1", "C1");
        assertThat(names(MachineFilter.ALL.withTypes(Set.of("printer")))).isEmpty();
        assertThat(names(MachineFilter.ALL.withStatuses(Set.of("active")))).containsExactly("A1", "C1", "C2");
    }

    @Test
    void facetsCountUnderTheOtherFacets() {
        machines.create(draft(agave, "A1", null, List.of(BACKUP)));
        machines.create(draft(copper, "C1", null, List.of(BACKUP, LEGACY)));
        var facets = machines.facets(MachineFilter.ALL.withClients(Set.of(agave)));
        assertThat(facets.clients()).extracting(Facet::label, Facet::count).containsExactlyInAnyOrder(
                org.assertj.core.groups.Tuple.tuple("Agave Orthopedics", 1L),
                org.assertj.core.groups.Tuple.tuple("Copper Construction", 1L));
        assertThat(facets.tags()).containsExactly(new Facet(BACKUP.id().toString(), "backup", 1));
        assertThat(facets.types()).containsExactly(new Facet("workstation", "workstation", 1));
    }

    @Test
    void searchFindsWhatLikeFinds() {
        machines.create(draft(agave, "AGAVE-APP09", "10.4.0.12", List.of()));
        machines.create(draft(agave, "AGAVE-DC01", "10.40.0.12", List.of()));
        machines.create(draft(agave, "100%_O'Hara", null, List.of()));
        assertThat(names(MachineFilter.ALL.withText("10.4."))).containsExactly("AGAVE-APP09");
        assertThat(names(MachineFilter.ALL.withText("dc"))).containsExactly("AGAVE-DC01");
        assertThat(names(MachineFilter.ALL.withText("agave-app09"))).containsExactly("AGAVE-APP09");
        assertThat(names(MachineFilter.ALL.withText("+AGAVE-APP09*"))).isEmpty();
        assertThat(names(MachineFilter.ALL.withText("C++ ("))).isEmpty();
        for (var odd : List.of("%", "_", "'", "100%_O'")) {
            assertThat(names(MachineFilter.ALL.withText(odd))).containsExactly("100%_O'Hara");
        }
    }

    @Test
    void everyColumnOrdersTheList() {
        machines.create(draft(agave, "A1", "10.0.0.1", List.of()));
        test.outside(
                "INSERT INTO infrastructure (id, hostname, asset_type) VALUES ('" + Ids.next() + "', 'N', 'other')");
        for (var column : List.of("hostname", "client", "type", "ip", "os", "powershell", "status", "updated")) {
            assertThat(rows(MachineFilter.ALL, column)).hasSize(2);
        }
    }

    @Test
    void unknownTagIsRefused() {
        var unknown = draft(agave, "A1", null, List.of(new Choice(Ids.next(), "nobody's")));
        assertThatThrownBy(() -> machines.create(unknown)).satisfies(refused("tags", "rule.unknown-tag"));
        assertThat(names(MachineFilter.ALL)).isEmpty();
    }

    @Test
    void hostnameIsTakenOnceAtEachClient() {
        machines.create(draft(agave, "SRV01", null, List.of()));
        machines.create(draft(copper, "SRV01", null, List.of()));
        assertThatThrownBy(() -> machines.create(draft(agave, "srv01", null, List.of())))
                .satisfies(refused("hostname", "rule.hostname-taken"));
    }

    @Test
    void goneClientIsRefused() {
        assertThatThrownBy(() -> machines.create(draft(Ids.next(), "A1", null, List.of())))
                .satisfies(refused("clientId", "rule.client-gone"));
    }

    @Test
    void rulesAreCheckedByTheServiceToo() {
        assertThatThrownBy(() -> machines.create(draft(agave, " ", "10.0.0.256", List.of())))
                .asInstanceOf(type(InvalidDraft.class))
                .extracting(InvalidDraft::violations, list(Violation.class))
                .extracting(Violation::field).containsExactly("hostname", "ipAddress");
    }

    @Test
    void secondEditOfTheSameVersionIsAConflict() {
        var loaded = machines.create(draft(agave, "A1", null, List.of()));
        machines.save(loaded, draft(agave, "A1", "10.0.0.1", List.of()));
        assertThatThrownBy(() -> machines.save(loaded, draft(agave, "A1", "10.0.0.2", List.of())))
                .asInstanceOf(type(EditConflict.class))
                .satisfies(conflict -> assertThat(((MachineDraft) conflict.current().draft()).ipAddress())
                        .isEqualTo("10.0.0.1"));
    }

    @Test
    void outsideChangeOfCaseIsAConflict() {
        var loaded = machines.create(draft(agave, "A1", null, List.of()));
        test.outside("UPDATE infrastructure SET hostname = 'a1'");
        assertThatThrownBy(() -> machines.save(loaded, draft(agave, "A1", "10.0.0.2", List.of())))
                .isInstanceOf(EditConflict.class);
    }

    @Test
    void outsideChangeOfTagsIsAConflict() {
        var loaded = machines.create(draft(agave, "A1", null, List.of()));
        test.outside("INSERT INTO infrastructure_tags VALUES ('" + loaded.id() + "', '" + BACKUP.id() + "')");
        assertThatThrownBy(() -> machines.save(loaded, draft(agave, "A1", null, List.of(LEGACY))))
                .asInstanceOf(type(EditConflict.class))
                .satisfies(conflict -> assertThat(((MachineDraft) conflict.current().draft()).tags())
                        .containsExactly(BACKUP));
    }

    @Test
    void tagsAreSavedWithTheMachine() {
        var loaded = machines.create(draft(agave, "A1", null, List.of(BACKUP)));
        var saved = machines.save(loaded, draft(agave, "A1", null, List.of(LEGACY)));
        assertThat(saved.draft().tags()).containsExactly(LEGACY);
        assertThat(saved.rowVersion()).isEqualTo(loaded.rowVersion() + 1);
    }

    @Test
    void goneMachineIsSaidToBeGone() {
        var loaded = machines.create(draft(agave, "A1", null, List.of()));
        machines.delete(loaded.id());
        assertThatThrownBy(() -> machines.save(loaded, draft(agave, "A2", null, List.of())))
                .asInstanceOf(type(Problem.class)).extracting(Problem::code).isEqualTo(ErrorCode.ROW_GONE);
    }

    @Test
    void deleteIsCountedBefore() {
        var machine = machines.create(draft(agave, "A1", null, List.of(BACKUP)));
        test.outside("INSERT INTO environmental_insights (id, infrastructure_id, insight_category, insight_title,"
                + " insight_description) VALUES ('" + Ids.next() + "', '" + machine.id()
                + "', 'permissions', 'x', 'y')");
        assertThat(machines.facts(machine.id()).insights()).isEqualTo(1);
        assertThat(machines.dependents(machine.id())).containsExactlyInAnyOrder(
                new Dependent("environmental_insights", 1, true), new Dependent("infrastructure_tags", 1, true));
    }

    private static MachineDraft draft(UUID client, String hostname, @Nullable String ip, List<Choice> tags) {
        var blank = MachineDraft.blank(client);
        return new MachineDraft(client, hostname, blank.assetType(), ip, null, null, null, blank.shellType(), null,
                blank.status(), true, tags);
    }

    private static UUID client(String name) {
        return new ClientService(test.database()).create(
                new ClientDraft(name, Coded.of(ClientType.MSP_CLIENT), null, null, null, null, true)).id();
    }

    private static List<MachineRow> rows(MachineFilter filter, String order) {
        return machines.list(filter).page(PageRequest.start(Order.by(order), 100)).rows();
    }

    private static List<@Nullable String> names(MachineFilter filter) {
        return rows(filter, "hostname").stream().<@Nullable String>map(MachineRow::hostname).toList();
    }

    private static java.util.function.Consumer<Throwable> refused(String field, String key) {
        return thrown -> assertThat(thrown).asInstanceOf(type(InvalidDraft.class))
                .extracting(InvalidDraft::violations, list(Violation.class))
                .extracting(Violation::field, Violation::key)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(field, key));
    }
}
