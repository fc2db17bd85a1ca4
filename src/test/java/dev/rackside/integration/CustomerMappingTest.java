package dev.rackside.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.db.TestDatabase;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose an outside system's customers are here. */
class CustomerMappingTest {

    private static final UUID BRIGHTWATER = UUID.randomUUID();
    private static final UUID CALDER = UUID.randomUUID();

    private static TestDatabase test;
    private static CustomerMapping mapping;

    @BeforeAll
    static void open() {
        test = TestDatabase.migrated("mappings", List.of(ExchangeService.ENTITIES));
        mapping = new CustomerMapping(test.database(), () -> "kim");
        test.outside("insert into clients (id, name, type, domain_name) values ('" + BRIGHTWATER
                + "', 'Brightwater Legal LLP', 'msp_client', 'brightwaterlegal.example'), ('" + CALDER
                + "', 'Calder Valley Housing Trust', 'msp_client', 'cvht.example'), (uuid(), 'Twin Ltd', 'msp_client', null), "
                + "(uuid(), 'The Twin Group', 'msp_client', null)");
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @BeforeEach
    void empty() {
        test.outside("delete from integration_mappings");
    }

    @Test
    void whatWasSaidStaysWhenTheCustomerIsRenamed() {
        mapping.map(ExchangeSystem.AUTOTASK, "4711", "Brightwater", BRIGHTWATER);

        assertThat(mapping.ownerOf(ExchangeSystem.AUTOTASK, "4711", "Calder Valley Housing Trust")).hasValueSatisfying(
                owner -> {
                    assertThat(owner.client().id()).isEqualTo(BRIGHTWATER);
                    assertThat(owner.sure()).isTrue();
                });
        assertThat(mapping.ownerOf(ExchangeSystem.CONNECTWISE, "4711", null)).as("another system's id").isEmpty();
    }

    @Test
    void theLastWordCounts() {
        mapping.map(ExchangeSystem.AUTOTASK, "4711", "Brightwater", BRIGHTWATER);
        mapping.map(ExchangeSystem.AUTOTASK, "4711", "Calder", CALDER);

        assertThat(mapping.ownerOf(ExchangeSystem.AUTOTASK, "4711", null)).hasValueSatisfying(
                owner -> assertThat(owner.client().id()).isEqualTo(CALDER));
        assertThat(test.ask("select concat(count(*), ' ', max(external_name), ' ', max(mapped_by), ' ', "
                + "max(row_version)) from integration_mappings")).isEqualTo("1 Calder kim 1");
    }

    @ParameterizedTest
    @CsvSource({"Brightwater Legal, true", "BRIGHTWATER LEGAL L.L.P, false", "brightwater-legal llp, true",
            "BrightwaterLegal, true", "Calder Valley Housing Trust, false", "Brightwater, false", "Twin, false"})
    void aNameIsASuggestionWhereItIsTheSameAndAlone(String name, boolean brightwater) {
        assertThat(mapping.ownerOf(ExchangeSystem.AUTOTASK, "1", name)
                .filter(owner -> owner.client().id().equals(BRIGHTWATER) && !owner.sure()).isPresent())
                .isEqualTo(brightwater);
    }

    @Test
    void whoIsDeletedOwnsNothing() {
        var gone = UUID.randomUUID();
        test.outside("insert into clients (id, name, type) values ('" + gone + "', 'Gone', 'msp_client')");
        mapping.map(ExchangeSystem.AUTOTASK, "9", "Gone", gone);
        test.outside("delete from clients where id = '" + gone + "'");

        assertThat(mapping.ownerOf(ExchangeSystem.AUTOTASK, "9", "Gone")).isEmpty();
    }
}
