package dev.rackside.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rackside.db.TestFolders;
import dev.rackside.db.TestServer;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Data that another version of the server wrote. */
@Tag("long")
class UpgradeTest {

    private static final String DEFINITIONS = """
            SELECT md5(group_concat(table_name, column_name, column_type, ifnull(column_default, '-')
            ORDER BY table_name, ordinal_position)) FROM information_schema.columns WHERE table_schema = 'mysql'""";

    private final Path folder = TestFolders.fresh("upgrade");
    private final Path workspace = folder.resolve("old");
    private final ServerProgram program = TestServer.program();

    @AfterEach
    void clean() {
        TestFolders.delete(folder);
    }

    private static ServerProgram installed() {
        var installed = TestServer.installed();
        assumeTrue(installed.isPresent(), "no mariadbd is installed");
        assumeTrue(installed.get().version().compareTo(TestServer.program().version()) < 0,
                "the installed mariadbd isn't older than the bundled one");
        return installed.get();
    }

    private LocalServer open(ServerProgram with) {
        return LocalServer.open(workspace, with, Tuning.DESKTOP);
    }

    private void fill(ServerProgram with) throws SQLException {
        try (var server = open(with)) {
            Rows.run(server, "CREATE TABLE kept (id INT NOT NULL PRIMARY KEY, word VARCHAR(20), FULLTEXT (word))",
                    "INSERT INTO kept VALUES (1, 'Grüße 🙂')",
                    "CREATE PROCEDURE twice(IN n INT, OUT m INT) SET m = 2 * n",
                    "CREATE FUNCTION three() RETURNS INT DETERMINISTIC RETURN 3",
                    "CREATE EVENT nightly ON SCHEDULE EVERY 1 DAY DO SELECT 1",
                    "CREATE TRIGGER louder BEFORE INSERT ON kept FOR EACH ROW SET NEW.word = upper(NEW.word)",
                    "CREATE VIEW shown AS SELECT word FROM kept");
            Rows.runAsAdmin(server, "CREATE USER reader@'127.0.0.1' IDENTIFIED BY 'r'",
                    "GRANT SELECT ON rackside.kept TO reader@'127.0.0.1'");
        }
    }

    private static void findEverything(LocalServer server) throws SQLException {
        assertThat(Rows.value(server, "SELECT word FROM shown"))
                .isEqualTo("Grüße 🙂");
        Rows.run(server, "INSERT INTO kept VALUES (2, 'quiet')");
        assertThat(Rows.value(server, "SELECT word FROM kept WHERE id = 2")).isEqualTo("QUIET");
        assertThat(Rows.value(server, "SELECT three()")).isEqualTo("3");
        assertThat(Rows.value(server, "SHOW CREATE PROCEDURE twice")).isEqualTo("twice");
        assertThat(Rows.value(server, "SELECT event_name FROM information_schema.events")).isEqualTo("nightly");
        assertThat(Rows.valueAsAdmin(server, "SHOW GRANTS FOR reader@'127.0.0.1'")).contains("reader");
    }

    @Test
    void dataOfAnOlderSeriesAreKeptAsideThenUpgraded() throws Exception {
        var old = installed();
        fill(old);
        try (var server = open(program);
                var fresh = LocalServer.open(folder.resolve("fresh"), program, Tuning.DESKTOP)) {
            assertThat(Rows.value(server, "SELECT version()")).startsWith(program.version().toString());
            findEverything(server);
            assertThat(Rows.valueAsAdmin(server, DEFINITIONS)).isEqualTo(Rows.valueAsAdmin(fresh, DEFINITIONS));
            assertThat(Rows.valueAsAdmin(server,
                    "SELECT count(*) FROM information_schema.schemata WHERE schema_name = 'rackside_upgrade'"))
                    .isEqualTo("0");
        }
        var copy = workspace.resolve("data.before-" + program.version());
        assertThat(ServerDirectory.mark(copy)).contains(new ServerDirectory.Mark(old.version()));
        assertThat(ServerDirectory.mark(workspace.resolve("data")))
                .contains(new ServerDirectory.Mark(program.version()));
        // The copy is good: with it in place the old server works again.
        TestFolders.delete(workspace.resolve("data"));
        Files.move(copy, workspace.resolve("data"));
        try (var server = open(old)) {
            findEverything(server);
        }
    }

    @Test
    void dataOfANewerServerStayUntouched() throws Exception {
        open(program).close();
        ServerDirectory.mark(workspace.resolve("data"), new ServerDirectory.Mark(new ServerVersion(99, 1, 2)));
        var before = contents();
        assertThatThrownBy(() -> open(program)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.DATA_NEWER_THAN_SERVER);
            assertThat(problem.arguments()).containsExactly("99.1.2", program.version().toString());
        });
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void anOlderReleaseOfTheSameSeriesIsKeptAsideToo() throws Exception {
        fill(program);
        var older = new ServerVersion(program.version().major(), program.version().minor(), 1);
        ServerDirectory.mark(workspace.resolve("data"), new ServerDirectory.Mark(older));
        try (var server = open(program)) {
            findEverything(server);
        }
        assertThat(ServerDirectory.mark(workspace.resolve("data.before-" + program.version())))
                .contains(new ServerDirectory.Mark(older));
    }

    @Test
    void anUpgradeThatFailsLeavesTheDataAsTheyWere() throws Exception {
        fill(program);
        var older = new ServerVersion(10, 11, 1);
        ServerDirectory.mark(workspace.resolve("data"), new ServerDirectory.Mark(older));
        var broken = new ServerProgram(program.daemon(), program.client(), program.dump(),
                folder.resolve("nothing"), program.version());
        assertThatThrownBy(() -> open(broken)).isInstanceOf(Problem.class);
        assertThat(ServerDirectory.mark(workspace.resolve("data"))).contains(new ServerDirectory.Mark(older));
        assertThat(workspace.resolve("data.before-" + program.version())).doesNotExist();
        try (var server = open(program)) {
            findEverything(server);
        }
    }

    @Test
    void anUpgradeThatWasKilledBeginsAgainWithTheOldData() throws Exception {
        fill(program);
        var older = new ServerVersion(10, 11, 1);
        var data = workspace.resolve("data");
        ServerDirectory.mark(data, new ServerDirectory.Mark(older));
        Folders.copy(data, workspace.resolve("data.before-9"));
        ServerDirectory.mark(data, new ServerDirectory.Mark(older, "data.before-9"));
        Files.delete(data.resolve("ibdata1"));
        try (var server = open(program)) {
            findEverything(server);
        }
        assertThat(workspace.resolve("data.before-9")).doesNotExist();
    }

    @Test
    void dataThatWereBeingPutBackArePutBack() throws Exception {
        fill(program);
        Files.move(workspace.resolve("data"), workspace.resolve("data.before-9"));
        try (var server = open(program)) {
            findEverything(server);
        }
    }

    private Map<String, String> contents() throws IOException, NoSuchAlgorithmException {
        var found = new TreeMap<String, String>();
        try (var paths = Files.walk(workspace.resolve("data"))) {
            for (var path : paths.filter(Files::isRegularFile).toList()) {
                var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path));
                found.put(path.toString(), HexFormat.of().formatHex(digest));
            }
        }
        return found;
    }
}
