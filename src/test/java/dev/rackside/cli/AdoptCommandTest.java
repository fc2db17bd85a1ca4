package dev.rackside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.db.ExistingMsp;
import dev.rackside.db.TestFolders;
import dev.rackside.db.TestServer;
import dev.rackside.db.TestServer.Schema;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class AdoptCommandTest {

    private static final Path FOLDER = TestFolders.fresh("adopt-backups");

    @AfterAll
    static void cleanUp() {
        TestFolders.delete(FOLDER);
    }

    @Test
    void declinedChangesNothingAndAcceptedIsCurrentAfterwards() throws SQLException {
        ExistingMsp.assumeThere();
        var schema = ExistingMsp.load("adopt_command");
        var before = columns(schema);

        var unnamed = adopt(schema, "\n");
        assertThat(unnamed.code()).as(unnamed.all()).isEqualTo(ExitCode.DECLINED);
        assertThat(unnamed.out()).contains("add columns", "add indexes", "add table", "environmental_examples");
        assertThat(adopt(schema, "something else\n").code()).isEqualTo(ExitCode.DECLINED);
        assertThat(columns(schema)).isEqualTo(before);
        assertThat(FOLDER).doesNotExist();

        var accepted = adopt(schema, schema.name() + "\n", "--backup-to", FOLDER.toString());
        assertThat(accepted.code()).as(accepted.all()).isEqualTo(ExitCode.OK);
        assertThat(accepted.out()).contains("is adopted", "The backup from before: " + FOLDER, "left to the programs")
                .doesNotContain("!cli", "!schema");
        assertThat(accepted.all()).doesNotContain(schema.password());
        assertThat(columns(schema)).containsAll(before).hasSizeGreaterThan(before.size());

        assertThat(recorded(schema)).containsExactly("pre-migration succeeded not_verified parse");
        assertThat(FOLDER).isDirectoryContaining("glob:**.sql.zst");

        var again = adopt(schema, "", "--yes");
        assertThat(again.code()).isEqualTo(ExitCode.OK);
        assertThat(again.out()).contains("is current");
    }

    @Test
    void whatStandsInTheWayIsNamedAndNothingIsChanged() throws SQLException {
        var schema = TestServer.shared().newSchema("obstacle");
        try (var connection = schema.connect(); var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE environmental_insights (id INT PRIMARY KEY) ENGINE = InnoDB");
        }
        var ran = adopt(schema, "", "--yes");
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

    private static List<String> recorded(Schema schema) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = schema.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        SELECT CONCAT_WS(' ', backup_type, outcome, verification_status,
                            JSON_VALUE(verification_details, '$.level')) FROM backup_log
                        WHERE backup_type = 'pre-migration' AND taken_by IS NOT NULL""")) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
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
