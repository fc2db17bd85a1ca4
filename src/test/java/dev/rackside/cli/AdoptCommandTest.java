package dev.rackside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.db.ExistingMsp;
import dev.rackside.db.TestServer;
import dev.rackside.db.TestServer.Schema;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdoptCommandTest {

    @Test
    void declinedChangesNothingAndAcceptedIsCurrentAfterwards() throws SQLException {
        ExistingMsp.assumeThere();
        var schema = ExistingMsp.load("adopt_command");
        var before = columns(schema);

        var unnamed = adopt(schema, "\n");
        assertThat(unnamed.code()).as(unnamed.all()).isEqualTo(ExitCode.DECLINED);
        assertThat(unnamed.out()).contains("add columns", "add indexes", "add table", "environmental_examples");
        assertThat(adopt(schema, "msp-2026-11-22.sql.gz\nsomething else\n").code()).isEqualTo(ExitCode.DECLINED);
        assertThat(columns(schema)).isEqualTo(before);

        var accepted = adopt(schema, "msp-2026-11-22.sql.gz\n" + schema.name() + "\n");
        assertThat(accepted.code()).as(accepted.all()).isEqualTo(ExitCode.OK);
        assertThat(accepted.out()).contains("is adopted", "msp-2026-11-22.sql.gz", "left to the programs")
                .doesNotContain("!cli", "!schema");
        assertThat(accepted.all()).doesNotContain(schema.password());
        assertThat(columns(schema)).containsAll(before).hasSizeGreaterThan(before.size());

        var again = adopt(schema, "", "--yes", "--backup", "msp-2026-11-22.sql.gz");
        assertThat(again.code()).isEqualTo(ExitCode.OK);
        assertThat(again.out()).contains("is current");
    }

    @Test
    void whatStandsInTheWayIsNamedAndNothingIsChanged() throws SQLException {
        var schema = TestServer.shared().newSchema("obstacle");
        try (var connection = schema.connect(); var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE environmental_insights (id INT PRIMARY KEY) ENGINE = InnoDB");
        }
        var ran = adopt(schema, "", "--yes", "--backup", "b");
        assertThat(ran.code()).as(ran.all()).isEqualTo(ExitCode.PROBLEM);
        assertThat(ran.out()).contains("has to be settled first", "not a UUID");
        assertThat(columns(schema)).hasSize(1);
    }

    @Test
    void anEmptyDatabaseNeedsNoBackup() throws SQLException {
        var schema = TestServer.shared().newSchema("from_nothing");
        var ran = adopt(schema, schema.name() + "\n");
        assertThat(ran.code()).as(ran.all()).isEqualTo(ExitCode.OK);
        assertThat(ran.out()).contains("is adopted");
    }

    @Test
    void aDatabaseThatIsNotThereIsAProblem() {
        var schema = TestServer.shared().newSchema("gone");
        var arguments = DoctorCommandTest.arguments("adopt", schema);
        arguments.set(arguments.indexOf(schema.name()), "nobodys");
        arguments.add("--password-stdin");
        var ran = Ran.of(schema.password() + "\n", arguments.toArray(String[]::new));
        assertThat(ran.code()).isEqualTo(ExitCode.PROBLEM);
        assertThat(ran.err()).contains("nobodys").doesNotContain("\tat ");
    }

    private static Ran adopt(Schema schema, String answers, String... more) {
        var arguments = DoctorCommandTest.arguments("adopt", schema);
        arguments.add("--password-stdin");
        arguments.addAll(List.of(more));
        return Ran.of(schema.password() + "\n" + answers, arguments.toArray(String[]::new));
    }

    private static List<String> columns(Schema schema) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = schema.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT CONCAT(table_name, '.', column_name, ' ', column_type) "
                        + "FROM information_schema.columns WHERE table_schema = DATABASE()")) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
