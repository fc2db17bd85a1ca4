package dev.rackside.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.db.DatabaseAddress.Host;
import dev.rackside.fault.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TeamDraftTest {

    @Test
    void hostsAreReadInOrderWithTheirPorts() {
        var draft = draft("db1.example:3307, db2.example ,[fd00::12]:3308,10.4.0.12:3306");
        assertThat(draft.violations()).isEmpty();
        assertThat(draft.team().hosts()).containsExactly(new Host("db1.example", 3307), new Host("db2.example", 3306),
                new Host("fd00::12", 3308), new Host("10.4.0.12", 3306));
        assertThat(TeamDraft.of(draft.team()).team()).isEqualTo(draft.team());
    }

    @ParameterizedTest
    @ValueSource(strings = {"db1:0", "db1:65536", "db1,", "db1;db2", "http://db1", "db1/msp", "db1?sslMode=disable",
            "a)(port=1", "fd00::12"})
    void whatIsNoHostIsRefusedBesideTheField(String hosts) {
        assertThat(draft(hosts).violations()).extracting(Violation::field).containsExactly("hosts");
    }

    @Test
    void everythingButTheCertificateIsNeeded() {
        assertThat(TeamDraft.empty().violations()).extracting(Violation::field).containsExactly("name", "hosts",
                "database", "account");
    }

    @Test
    void databaseCantCarrySettingsOfTheConnection() {
        var draft = new TeamDraft("Team", "db1", "msp?sslMode=disable", "mara", null);
        assertThat(draft.violations()).extracting(Violation::field).containsExactly("database");
    }

    private static TeamDraft draft(String hosts) {
        return new TeamDraft("Team", hosts, "msp", "mara", null);
    }
}
