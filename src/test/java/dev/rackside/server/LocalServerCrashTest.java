package dev.rackside.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rackside.db.TestFolders;
import dev.rackside.db.TestServer;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is left after something was killed. */
@Tag("long")
class LocalServerCrashTest {

    private final Path folder = TestFolders.fresh("local-server-crash");

    @AfterEach
    void clean() throws IOException {
        // Where a test fails half-way, the server that it orphaned is still there.
        if (Files.exists(folder.resolve("run").resolve("server.pid"))) {
            ServerProcess.orphan(ServerDirectory.at(folder)).ifPresent(ServerProcess::kill);
        }
        TestFolders.delete(folder);
    }

    private LocalServer open() {
        return LocalServer.open(folder, TestServer.program(), Tuning.DESKTOP);
    }

    private long serverProcess() throws IOException {
        return Long.parseLong(Files.readString(folder.resolve("run").resolve("server.pid")).strip());
    }

    private void killServer() throws IOException, InterruptedException {
        var process = ProcessHandle.of(serverProcess()).orElseThrow();
        process.destroyForcibly();
        while (ServerProcess.running(process)) {
            Thread.sleep(Duration.ofMillis(10));
        }
    }

    @Test
    void aKilledServerIsRevivedOnItsPortWithEveryAcknowledgedRow() throws Exception {
        try (var server = open()) {
            var port = server.port();
            Rows.run(server, "CREATE TABLE kept (id INT NOT NULL PRIMARY KEY)");
            var acknowledged = 0;
            try (var connection = Rows.connect(server); var statement = connection.createStatement()) {
                for (var id = 1; id <= 200; id++) {
                    statement.execute("INSERT INTO kept VALUES (" + id + ")");
                    acknowledged = id;
                }
                connection.setAutoCommit(false);
                statement.execute("INSERT INTO kept VALUES (1000)");
                killServer();
            } catch (SQLException _) {
                // Closing a connection to a dead server may fail.
            }
            assertThat(server.isAlive()).isFalse();
            assertThat(server.revive()).isTrue();
            assertThat(server.revive()).isFalse();
            assertThat(server.port()).isEqualTo(port);
            assertThat(Rows.value(server, "SELECT count(*) FROM kept")).isEqualTo(Integer.toString(acknowledged));
        }
    }

    @Test
    void theNextOpeningRecoversFromAKilledServer() throws Exception {
        try (var server = open()) {
            Rows.run(server, "CREATE TABLE kept (id INT NOT NULL PRIMARY KEY)", "INSERT INTO kept VALUES (7)");
            killServer();
        }
        try (var server = open()) {
            assertThat(Rows.value(server, "SELECT id FROM kept")).isEqualTo("7");
        }
    }

    @Test
    void theServerOfAKilledRacksideIsTakenOver() throws Exception {
        var last = 0L;
        try (var owner = ServerOwner.of(folder)) {
            assertThat(owner.says()).isEqualTo("open");
            while (last < 200) {
                last = Long.parseLong(owner.says());
            }
            // A server that held an end of Rackside's output would keep whoever reads that waiting.
            assertThat(pipes(serverProcess())).doesNotContainAnyElementsOf(pipes(owner.process().pid()));
            owner.kill();
        }
        var orphan = serverProcess();
        assertThat(ProcessHandle.of(orphan)).isPresent();
        try (var server = open()) {
            assertThat(serverProcess()).isEqualTo(orphan);
            assertThat(Rows.value(server, "SELECT max(id) >= " + last + " FROM kept")).isEqualTo("1");
            server.restart();
            assertThat(serverProcess()).isNotEqualTo(orphan);
            assertThat(Rows.value(server, "SELECT count(*) = max(id) FROM kept")).isEqualTo("1");
        }
    }

    private static List<String> pipes(long process) throws IOException {
        var folder = Path.of("/proc", Long.toString(process), "fd");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var found = new ArrayList<String>();
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                found.add(Files.readSymbolicLink(file).toString());
            }
        }
        found.removeIf(file -> !file.startsWith("pipe:"));
        return found;
    }

    @Test
    void racksideAndServerKilledTogetherLoseNothing() throws Exception {
        var last = 0L;
        try (var owner = ServerOwner.of(folder)) {
            assertThat(owner.says()).isEqualTo("open");
            while (last < 100) {
                last = Long.parseLong(owner.says());
            }
            killServer();
            owner.kill();
        }
        try (var server = open()) {
            assertThat(Rows.value(server, "SELECT max(id) >= " + last + " FROM kept")).isEqualTo("1");
        }
    }

    @Test
    void anEndedRacksideStopsItsServer() throws Exception {
        try (var owner = ServerOwner.of(folder)) {
            assertThat(owner.says()).isEqualTo("open");
            var server = ProcessHandle.of(serverProcess()).orElseThrow();
            owner.process().destroy();
            assertThat(owner.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(ServerProcess.running(server)).isFalse();
            assertThat(Files.readString(folder.resolve("log").resolve("server.log"))).contains("Shutdown complete");
        }
    }

    @Test
    void aSecondRacksideIsTurnedAwayAndHarmsNothing() throws Exception {
        try (var server = open()) {
            assertThatThrownBy(this::open).isInstanceOfSatisfying(Problem.class, problem -> {
                assertThat(problem.code()).isEqualTo(ErrorCode.WORKSPACE_IN_USE);
                assertThat(problem.arguments().getLast()).isEqualTo(Long.toString(ProcessHandle.current().pid()));
            });
            // The refused attempt of this process must not have given up its lock.
            try (var second = ServerOwner.of(folder)) {
                assertThat(second.says()).isEqualTo(
                        "WORKSPACE_IN_USE [" + folder.getFileName() + ", " + ProcessHandle.current().pid() + "]");
            }
            assertThat(server.isAlive()).isTrue();
            assertThat(Rows.value(server, "SELECT 1")).isEqualTo("1");
        }
        try (var server = open()) {
            assertThat(server.isAlive()).isTrue();
        }
    }

    @Test
    void anInstallationThatWasKilledIsDoneAgain() throws Exception {
        try (var owner = ServerOwner.of(folder)) {
            while (unfinished() == 0 && owner.process().isAlive()) {
                Thread.sleep(Duration.ofMillis(5));
            }
            owner.kill();
        }
        assertThat(unfinished()).isEqualTo(1);
        assertThat(folder.resolve("data")).doesNotExist();
        try (var server = open()) {
            assertThat(Rows.value(server, "SELECT 1")).isEqualTo("1");
            assertThat(unfinished()).isZero();
        }
    }

    private long unfinished() throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (var found = Files.list(folder)) {
            return found.filter(path -> path.getFileName().toString().startsWith("data.tmp-")).count();
        }
    }
}
