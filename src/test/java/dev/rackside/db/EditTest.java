package dev.rackside.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.client.ClientService;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An edit lands only on the row as it was loaded, whoever wrote in between. */
class EditTest {

    private static final UUID ID = UUID.fromString("0196f0a0-0000-7000-8000-000000000001");

    private static TestDatabase test;

    @BeforeAll
    static void open() {
        test = TestDatabase.migrated("edits", List.of(ClientService.ENTITIES));
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @BeforeEach
    void oneRow() {
        test.outside("DELETE FROM clients", "INSERT INTO clients (id, name, type, domain_name, created_at, updated_at)"
                + " VALUES ('" + ID + "', 'Agave', 'project', NULL, '2024-01-01 10:00:00', '2024-01-01 10:00:00')");
    }

    @Test
    void landsOnTheRowAsLoadedAndRaisesItsVersion() throws SQLException {
        assertThat(edit("Agave", "Birch", null, null)).isTrue();
        assertThat(read("concat(name, row_version)")).isEqualTo("Birch1");
        assertThat(read("created_at")).startsWith("2024-01-01 10:00:00");
        assertThat(read("updated_at")).doesNotStartWith("2024");
    }

    @Test
    void secondEditOfOneVersionDoesNotLand() throws SQLException {
        assertThat(edit("Agave", "Birch", null, null)).isTrue();
        assertThat(edit("Birch", "Cedar", null, null)).isFalse();
        assertThat(read("name")).isEqualTo("Birch");
    }

    @Test
    void outsideChangeOfAnEditedColumnIsNoticed() {
        test.outside("UPDATE clients SET domain_name = 'agave.local'");
        assertThat(edit("Agave", "Birch", null, null)).isFalse();
    }

    @Test
    void outsideChangeOfLetterCaseAccentOrTrailingBlankIsNoticed() {
        for (var name : List.of("AGAVE", "Agáve", "Agave ")) {
            test.outside("UPDATE clients SET name = '" + name + "'");
            assertThat(edit("Agave", "Birch", null, null)).as(name).isFalse();
        }
    }

    @Test
    void outsideChangeOfOtherColumnsIsNoConflict() {
        test.outside("UPDATE clients SET notes = 'by another program'");
        assertThat(edit("Agave", "Birch", null, null)).isTrue();
    }

    @Test
    void nullIsAValueLikeOthers() throws SQLException {
        assertThat(edit("Agave", "Agave", null, "agave.local")).isTrue();
        assertThat(read("domain_name")).isEqualTo("agave.local");
        assertThat(edit("Agave", "Agave", null, "other.local")).isFalse();
    }

    @Test
    void goneRowIsNotWritten() {
        test.outside("DELETE FROM clients");
        assertThat(edit("Agave", "Birch", null, null)).isFalse();
    }

    private static boolean edit(String nameBefore, String name, @Nullable String domainBefore,
            @Nullable String domain) {
        return test.database().write(session -> Edit.of("clients", ID, 0)
                .column("name", nameBefore, name)
                .column("domain_name", domainBefore, domain)
                .keep("created_at").apply(session));
    }

    private static String read(String column) throws SQLException {
        try (var connection = test.schema().connect();
                var rows = connection.createStatement().executeQuery("SELECT " + column + " FROM clients")) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }
}
