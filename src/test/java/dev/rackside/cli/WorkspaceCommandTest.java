package dev.rackside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.server.LocalServer;
import dev.rackside.server.RunningServer;
import dev.rackside.db.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("long")
class WorkspaceCommandTest {

    private Path home = Path.of("");

    @BeforeEach
    void moveIn() throws IOException {
        home = Ran.home("workspace-command");
    }

    @AfterEach
    void moveOut() {
        Ran.goHome(home);
    }

    @Test
    void aMadeWorkspaceIsFilledListedAndHealthyAndItsServerStops() throws SQLException {
        var made = Ran.of("", "workspace", "create", "Sample desk", "--sample");
        assertThat(made.code()).as(made.err()).isEqualTo(ExitCode.OK);
        assertThat(made.err()).contains("Filling it with sample data");
        var directory = home.resolve("data").resolve("workspaces").resolve("sample-desk");
        assertThat(RunningServer.of(directory)).isEmpty();

        var listed = Ran.of("", "workspace", "list");
        assertThat(listed.code()).isEqualTo(ExitCode.OK);
        assertThat(listed.out()).contains("* Sample desk", "local", directory.toString());

        var again = Ran.of("", "workspace", "create", "sample desk");
        assertThat(again.code()).isEqualTo(ExitCode.PROBLEM);
        assertThat(again.err()).contains("is there already").doesNotContain("\tat ");

        var healthy = Ran.of("", "doctor");
        assertThat(healthy.code()).as(healthy.all()).isEqualTo(ExitCode.OK);
        assertThat(healthy.out()).contains("ok    Tables", "ok    Rights", "ok    Clock", "ok    Texts")
                .doesNotContain("fail");
        assertThat(RunningServer.of(directory)).isEmpty();

        whileItIsOpen(directory);
    }

    private static void whileItIsOpen(Path directory) throws SQLException {
        try (var server = LocalServer.open(directory, TestServer.program());
                var connection = DriverManager.getConnection(server.jdbcUrl(), server.account().user(),
                        server.account().password());
                var statement = connection.createStatement();
                var clients = statement.executeQuery("SELECT COUNT(*) FROM clients")) {
            assertThat(clients.next()).isTrue();
            assertThat(clients.getInt(1)).isPositive();
            var looked = Ran.of("", "doctor", "--workspace", "sample desk");
            assertThat(looked.code()).as(looked.all()).isEqualTo(ExitCode.OK);
            assertThat(looked.out()).contains("open in another Rackside", "ok    Tables")
                    .doesNotContain(server.account().password());
            assertThat(server.isAlive()).isTrue();
        }
    }

    @Test
    void copyIsComparedAndADifferenceIsFound() throws SQLException {
        assertThat(Ran.of("", "workspace", "create", "One", "--sample").code()).isEqualTo(ExitCode.OK);
        var copied = Ran.of("", "workspace", "copy", "One", "Two");
        assertThat(copied.code()).as(copied.all()).isEqualTo(ExitCode.OK);
        assertThat(copied.err()).contains("Copying: 50 %", "Comparing: 100 %");
        assertThat(copied.out()).contains("sessions: 400 rows, the same", "every value is the same");
        assertThat(Ran.of("", "workspace", "list").out()).contains("One", "Two");
        assertThat(Ran.of("", "workspace", "copy", "One", "Two").code()).isEqualTo(ExitCode.PROBLEM);

        var same = Ran.of("", "workspace", "compare", "One", "two");
        assertThat(same.code()).as(same.all()).isEqualTo(ExitCode.OK);
        try (var server = LocalServer.open(home.resolve("data").resolve("workspaces").resolve("two"),
                TestServer.program());
                var connection = DriverManager.getConnection(server.jdbcUrl(), server.account().user(),
                        server.account().password());
                var statement = connection.createStatement()) {
            statement.execute("UPDATE sessions SET technician = 'somebody' ORDER BY id LIMIT 1");
        }
        var differs = Ran.of("", "workspace", "compare", "One", "Two");
        assertThat(differs.code()).isEqualTo(ExitCode.PROBLEM);
        assertThat(differs.out()).contains("sessions: 400 and 400 rows; 1 different", ": technician")
                .doesNotContain("somebody");
    }

    @Test
    void withoutAnyWorkspaceItSaysHowToMakeOne() {
        var listed = Ran.of("", "workspace", "list");
        assertThat(listed.code()).isEqualTo(ExitCode.OK);
        assertThat(listed.out()).isEmpty();
        assertThat(listed.err()).contains("rackside workspace create");
        var looked = Ran.of("", "doctor");
        assertThat(looked.code()).as(looked.all()).isEqualTo(ExitCode.OK);
        assertThat(looked.out()).contains("warn  Workspace");
    }

    @Test
    void aDamagedFileOfWorkspacesIsAFindingAndAProblemButNeverAStackTrace() throws IOException {
        Files.createDirectories(home.resolve("config"));
        Files.writeString(home.resolve("config").resolve("workspaces.json"), "{ not json");
        var listed = Ran.of("", "workspace", "list");
        assertThat(listed.code()).isEqualTo(ExitCode.PROBLEM);
        assertThat(listed.err()).contains("workspaces.json").doesNotContain("\tat ", "Exception");
        var looked = Ran.of("", "doctor");
        assertThat(looked.code()).isEqualTo(ExitCode.PROBLEM);
        assertThat(looked.out()).contains("fail  Workspaces");
    }

    @Test
    void anUnknownWorkspaceIsNotOpened() {
        var opened = Ran.of("", "workspace", "open", "Nowhere");
        assertThat(opened.code()).isEqualTo(ExitCode.PROBLEM);
        assertThat(opened.err()).contains("Nowhere");
        assertThat(opened.windows()).isEmpty();
        assertThat(Ran.of("", "doctor", "--workspace", "Nowhere").code()).isEqualTo(ExitCode.PROBLEM);
    }
}
