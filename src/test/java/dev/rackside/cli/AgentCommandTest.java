package dev.rackside.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rackside.access.AccessService;
import dev.rackside.backup.BackupService;
import dev.rackside.db.Database;
import dev.rackside.db.DatabaseAddress;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.server.RunningServer;
import dev.rackside.workspace.AgentLock;
import dev.rackside.workspace.Passwords;
import dev.rackside.workspace.Places;
import dev.rackside.workspace.Workspace;
import dev.rackside.workspace.WorkspaceOpener;
import dev.rackside.workspace.Workspaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("long")
class AgentCommandTest {

    private static final Set<Class<?>> ENTITIES = Stream.of(AccessService.ENTITIES, BackupService.ENTITIES)
            .flatMap(Set::stream).collect(Collectors.toSet());

    private Path home = Path.of("");
    private Places places = Places.below(home);

    @BeforeEach
    void moveIn() throws IOException {
        home = Ran.home("agent-command");
        places = Places.ofThisWorkstation();
    }

    @AfterEach
    void moveOut() {
        Ran.goHome(home);
    }

    /** Nothing is kept. */
    private static final class Forgetful implements Passwords {
        @Override
        public boolean available() {
            return false;
        }

        @Override
        public Optional<char[]> find(Workspace.Team team) {
            return Optional.empty();
        }

        @Override
        public boolean keep(Workspace.Team team, char[] password) {
            return false;
        }

        @Override
        public void forget(Workspace.Team team) {
            // Nothing was kept.
        }
    }

    @Test
    void withoutAKeptPasswordTheAgentSaysWhatToDo() {
        var known = new Workspaces(places);
        known.keep(new Workspace.Team("MSP", List.of(new DatabaseAddress.Host("db.example.net", 3306)), "msp", "ana",
                null));
        assertThatThrownBy(() -> AgentCommand.workspaces(known, List.of("msp"), new Forgetful()))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo(ErrorCode.AGENT_NO_PASSWORD);
                    assertThat(Told.what(problem)).contains("MSP");
                    assertThat(Told.remedy(problem)).contains("keyring");
                });
        assertThat(Ran.of("", "agent", "run", "--workspace", "nowhere").code()).isEqualTo(ExitCode.PROBLEM);
        assertThat(Ran.of("", "agent", "run").code()).as("no workspace").isEqualTo(ExitCode.USAGE);
        assertThat(Ran.of("", "agent").code()).isEqualTo(ExitCode.USAGE);
        var status = Ran.of("", "agent", "status");
        assertThat(status.code()).isEqualTo(ExitCode.PROBLEM);
        assertThat(status.out()).contains("No agent runs.");
    }

    @Test
    void theSystemStartsTheVeryProgramThatInstalledIt() {
        var system = new Properties();
        system.setProperty("jpackage.app-path", "/opt/rackside/bin/rackside");
        assertThat(AgentProgram.command(system, List.of("My desk"))).containsExactly("/opt/rackside/bin/rackside",
                "agent", "run", "--workspace", "My desk");
        system.remove("jpackage.app-path");
        system.setProperty("java.home", "/opt/java");
        system.setProperty("java.class.path", "/a.jar:b.jar");
        assertThat(AgentProgram.command(system, List.of())).contains("/opt/java/bin/java", "dev.rackside.Main")
                .contains("/a.jar:" + Path.of("b.jar").toAbsolutePath()).endsWith("agent", "run");
    }

    @Test
    void theAgentRunsBesideOtherProgramsAndEndsCleanlyInTheMidstOfABackup() throws Exception {
        assertThat(Ran.of("", "workspace", "create", "Desk").code()).isEqualTo(ExitCode.OK);
        var backups = Files.createDirectories(home.resolve("nightly"));
        var added = Ran.of("", "schedule", "add", "Nightly", "--cron", "0 0 0 * * *", "--zone", "UTC", "--to",
                backups.toString());
        assertThat(added.code()).as(added.all()).isEqualTo(ExitCode.OK);
        assertThat(added.out()).contains("at 00:00").hasLineCount(6);
        var desk = (Workspace.Local) new Workspaces(places).named("Desk").orElseThrow();
        var opener = new WorkspaceOpener(places, ENTITIES, () -> false);
        try (var open = opener.open(desk, _ -> {
        })) {
            makeDue(open.database());
        }
        assertThat(Ran.of("", "schedule", "list").code()).isEqualTo(ExitCode.OVERDUE);

        var agent = start();
        try {
            until(() -> Files.exists(backups) && !files(backups).isEmpty());
            assertThat(AgentLock.holder(places)).isEqualTo(agent.pid());
            assertThat(Ran.of("", "agent", "run").code()).as("one is enough").isEqualTo(ExitCode.PROBLEM);
            try (var window = opener.open(desk, _ -> {
            })) {
                assertThat(window.shared()).isTrue();
                agent.destroy();
                assertThat(agent.waitFor(15, TimeUnit.SECONDS)).isTrue();
                assertThat(files(backups)).noneMatch(name -> name.endsWith(".partial"));
                assertThat(window.check()).as("the window goes on with a server of its own").isNotNull();
                assertThat(window.shared()).isFalse();
                var outcomes = window.database().read(session -> session.createNativeQuery(
                        "SELECT CONCAT(outcome, ' ', COALESCE(reason_code, '-')) FROM backup_log", String.class)
                        .getResultList());
                assertThat(outcomes).singleElement().isIn("failed cancelled", "succeeded -");
            }
        } finally {
            agent.destroyForcibly();
        }
        assertThat(AgentLock.runs(places)).isFalse();
        assertThat(RunningServer.of(desk.directory())).isEmpty();
        assertThat(Files.readString(places.logs().resolve("agent").resolve("rackside.log"))).contains("Nightly");
    }

    private static void makeDue(Database database) {
        database.write(session -> session.createNativeMutationQuery(
                "CREATE TABLE aaa_big AS SELECT seq AS id, REPEAT(MD5(seq), 60) AS words FROM seq_1_to_40000")
                .executeUpdate());
        database.write(session -> session.createNativeMutationQuery(
                "UPDATE backup_schedules SET next_run_at = UTC_DATE() - INTERVAL 1 DAY").executeUpdate());
    }

    private Process start() throws IOException {
        var command = new ArrayList<>(AgentProgram.command(List.of("Desk")));
        return new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(home.resolve("agent.out").toFile()).start();
    }

    private static List<String> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    /** What is waited for. */
    private interface Holds {
        boolean now() throws IOException;
    }

    private void until(Holds holds) throws Exception {
        var end = Instant.now().plus(Duration.ofSeconds(40));
        while (!holds.now() && Instant.now().isBefore(end)) {
            Thread.sleep(50);
        }
        assertThat(holds.now()).as(Files.readString(home.resolve("agent.out"))).isTrue();
    }
}
