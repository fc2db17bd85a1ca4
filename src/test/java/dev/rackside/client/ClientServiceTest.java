package dev.rackside.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.rackside.db.Ids;
import dev.rackside.db.TestDatabase;
import dev.rackside.fault.InvalidDraft;
import dev.rackside.fault.Violation;
import dev.rackside.row.Choice;
import dev.rackside.row.Dependent;
import dev.rackside.row.EditConflict;
import dev.rackside.row.Facet;
import dev.rackside.row.Order;
import dev.rackside.row.PageRequest;
import dev.rackside.text.Coded;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClientServiceTest {

    private static TestDatabase test;
    private static ClientService clients;

    @BeforeAll
    static void open() {
        test = TestDatabase.migrated("clients", List.of(ClientService.ENTITIES));
        test.outside("ALTER TABLE clients DROP CONSTRAINT ck_clients_type, MODIFY type VARCHAR(50) NULL,"
                + " MODIFY is_active TINYINT(1) NULL");
        clients = new ClientService(test.database());
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @BeforeEach
    void empty() {
        test.outside("DELETE FROM clients");
    }

    @Test
    void clientComesBackAsItWasWritten() {
        var draft = new ClientDraft("Agave", Coded.of(ClientType.PROJECT), "Dana Ortiz", "agave.local",
                "10.14.0.0/16, fd00:14::/48", "Notes", false);
        var created = clients.create(draft);
        assertThat(clients.load(created.id())).isEqualTo(created);
        assertThat(created.draft()).isEqualTo(draft);
    }

    @Test
    void nameIsTakenOnce() {
        clients.create(draft("Agave", null));
        assertThatThrownBy(() -> clients.create(draft("AGAVE", null))).asInstanceOf(type(InvalidDraft.class))
                .extracting(InvalidDraft::violations, list(Violation.class))
                .containsExactly(Violation.of("name", "rule.client-taken", "AGAVE"));
    }

    @Test
    void changeOfCaseInOnesOwnNameIsSaved() {
        var loaded = clients.create(draft("Agave", null));
        assertThat(clients.save(loaded, draft("AGAVE", null)).draft().name()).isEqualTo("AGAVE");
    }

    @Test
    void oddSubnetStaysUnlessItIsEdited() {
        var id = outsider("'Old'", "'msp_client'", "'ask Dana'", "1");
        var loaded = clients.load(id);
        var renamed = clients.save(loaded, draft("Renamed", "ask Dana"));
        assertThat(renamed.draft().networkSubnet()).isEqualTo("ask Dana");
        assertThatThrownBy(() -> clients.save(renamed, draft("Renamed", "ask Luis"))).isInstanceOf(InvalidDraft.class);
    }

    @Test
    void oddRowsAreListedCountedAndMended() {
        var id = outsider("'Odd'", "'RESELLER'", "NULL", "NULL");
        outsider("'Upper'", "'MSP_CLIENT'", "NULL", "1");
        outsider("'Nothing'", "NULL", "NULL", "0");
        assertThat(names(ClientFilter.ALL)).containsExactly("Nothing", "Odd", "Upper");
        var facets = clients.facets(ClientFilter.ALL);
        assertThat(facets.types()).containsExactlyInAnyOrder(new Facet("RESELLER", "RESELLER", 1),
                new Facet("MSP_CLIENT", "MSP_CLIENT", 1));
        assertThat(facets.active()).containsExactly(new Facet("false", "false", 2), new Facet("true", "true", 1));
        assertThat(names(ClientFilter.ALL.withTypes(Set.of("RESELLER")))).containsExactly("Odd");
        assertThat(names(ClientFilter.ALL.withActive(false))).containsExactly("Nothing", "Odd");
        var mended = clients.save(clients.load(id), draft("Odd", null)).draft();
        assertThat(mended.type()).isEqualTo(Coded.of(ClientType.MSP_CLIENT));
        assertThat(mended.active()).isTrue();
    }

    @Test
    void outsideWriterIsNoticed() {
        var loaded = clients.create(draft("Agave", "10.1.0.0/16"));
        test.outside("UPDATE clients SET network_subnet = '10.2.0.0/16'");
        assertThatThrownBy(() -> clients.save(loaded, draft("Agave B", "10.1.0.0/16")))
                .isInstanceOf(EditConflict.class);
    }

    @Test
    void factsAndDependentsCountWhatHangsOnAClient() {
        var id = clients.create(draft("Agave", null)).id();
        test.outside(
                "INSERT INTO infrastructure (id, client_id, hostname, asset_type) VALUES ('" + Ids.next() + "', '" + id
                        + "', 'A1', 'other')",
                "INSERT INTO ticket_links (id, client_id, integration_type, ticket_id) VALUES ('" + Ids.next() + "', '"
                        + id + "', 'autotask', '1')");
        var facts = clients.facts(id);
        assertThat(List.of(facts.machines(), facts.sessions(), facts.tickets(), facts.insights()))
                .containsExactly(1L, 0L, 1L, 0L);
        assertThat(clients.dependents(id)).containsExactlyInAnyOrder(new Dependent("infrastructure", 1, true),
                new Dependent("ticket_links", 1, false));
        test.outside("DELETE FROM ticket_links");
    }

    @Test
    void choicesAreFoundByWhatTheyContain() {
        clients.create(draft("100% Legal", null));
        clients.create(draft("Agave", null));
        assertThat(clients.choices("%", 10)).extracting(Choice::label).containsExactly("100% Legal");
        assertThat(clients.choices("", 10)).hasSize(2);
    }

    private static UUID outsider(String name, String type, String subnet, String active) {
        var id = Ids.next();
        test.outside("INSERT INTO clients (id, name, type, network_subnet, is_active) VALUES ('" + id + "', " + name
                + ", " + type + ", " + subnet + ", " + active + ")");
        return id;
    }

    private static ClientDraft draft(String name, @Nullable String subnet) {
        return new ClientDraft(name, Coded.of(ClientType.MSP_CLIENT), null, null, subnet, null, true);
    }

    private static List<@Nullable String> names(ClientFilter filter) {
        return clients.list(filter).page(PageRequest.start(Order.by("name"), 100)).rows().stream()
                .<@Nullable String>map(ClientRow::name).toList();
    }
}
