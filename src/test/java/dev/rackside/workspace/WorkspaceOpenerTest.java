package dev.rackside.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rackside.access.AccessService;
import dev.rackside.db.TestFolders;
import dev.rackside.db.TestServer;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.workspace.WorkspaceOpener.Step;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Opening for real: a workspace's own server, and a team's over TLS. */
class WorkspaceOpenerTest {

    @SuppressWarnings("NullAway.Init")
    private static Path home;
    @SuppressWarnings("NullAway.Init")
    private static TlsServer team;
    @SuppressWarnings("NullAway.Init")
    private static WorkspaceOpener opener;

    @BeforeAll
    static void start() throws Exception {
        home = TestFolders.fresh("opener");
        Files.createDirectories(home.resolve("cache"));
        Files.createSymbolicLink(home.resolve("cache").resolve("server"),
                Path.of("target", "server-programs").toAbsolutePath());
        team = TlsServer.start(TestServer.program(), "opener-team");
        opener = new WorkspaceOpener(Places.below(home), AccessService.ENTITIES, () -> false);
    }

    @AfterAll
    static void stop() {
        team.close();
        TestFolders.delete(home);
    }

    @Test
    void localWorkspaceOpensWithItsOwnerAndOnlyOnce() {
        var local = new Workspace.Local("Desk", home.resolve("desk"), "mara");
        try (var open = opener.open(local, _ -> {
        })) {
            assertThat(open.who().displayName()).isEqualTo("mara");
            assertThat(open.check()).isNotNull();
            assertThatCode(ErrorCode.WORKSPACE_IN_USE, () -> opener.open(local, _ -> {
            }));
            assertThat(open.check()).isNotNull();
        }
        try (var again = opener.open(local, _ -> {
        })) {
            assertThat(again.who().displayName()).isEqualTo("mara");
        }
    }

    @Test
    void whatWasBegunAheadIsTakenOver() {
        var local = new Workspace.Local("Ahead", home.resolve("ahead"), "mara");
        try (var begun = new WorkspaceOpener(Places.below(home), AccessService.ENTITIES, () -> false)) {
            begun.serveAhead(local);
            begun.serveAhead(local);
            begun.mapAhead(_ -> {
            });
            try (var open = begun.open(local, _ -> {
            })) {
                assertThat(open.who().displayName()).isEqualTo("mara");
                assertThat(open.check()).isNotNull();
            }
            try (var again = begun.open(local, _ -> {
            })) {
                assertThat(again.who().displayName()).as("with a server and a mapping of its own").isEqualTo("mara");
            }
        }
    }

    @Test
    void whatNobodyTookOverEnds() {
        var local = new Workspace.Local("Left", home.resolve("left"), "mara");
        var other = new Workspace.Local("Other", home.resolve("other"), "mara");
        var begun = new WorkspaceOpener(Places.below(home), AccessService.ENTITIES, () -> false);
        try (begun) {
            begun.serveAhead(local);
            begun.open(other, _ -> {
            }).close();
            opener.open(local, _ -> {
            }).close();
            begun.serveAhead(local);
            begun.mapAhead(_ -> {
            });
        }
        begun.serveAhead(local);
        opener.open(local, _ -> {
        }).close();
    }

    @Test
    void whatWentWrongAheadIsToldWhenItIsOpened() {
        var local = new Workspace.Local("Taken", home.resolve("taken"), "mara");
        try (var open = opener.open(local, _ -> {
        }); var begun = new WorkspaceOpener(Places.below(home), AccessService.ENTITIES, () -> false)) {
            begun.serveAhead(local);
            assertThatCode(ErrorCode.WORKSPACE_IN_USE, () -> begun.open(local, _ -> {
            }));
            assertThat(open.check()).isNotNull();
        }
    }

    @Test
    void tablesThatAreChangedAreBackedUpFirst() {
        var local = new Workspace.Local("Old desk", home.resolve("old"), "mara");
        try (var open = opener.open(local, _ -> {
        })) {
            insertClient(open, "Copper Ltd");
            assertThat(preMigrations(open)).as("of a fresh one there is nothing to lose").isEmpty();
            open.database().write(session -> session.createNativeMutationQuery(
                    "delete from rackside_schema_history order by installed_rank desc limit 1").executeUpdate());
        }
        var steps = new ArrayList<WorkspaceOpener.Step>();
        try (var open = opener.open(local, steps::add)) {
            assertThat(steps).containsExactly(Step.SERVER, Step.TABLES, Step.BACKUP, Step.CONNECT);
            assertThat(clients(open)).isEqualTo(1);
            assertThat(preMigrations(open)).singleElement().asString().startsWith("succeeded not_verified parse mara ")
                    .endsWith(".sql.zst").satisfies(row -> assertThat(Path.of(row.substring(row.indexOf('/'))))
                            .isRegularFile().hasParentRaw(home.resolve("data/backups/Old-desk").toRealPath()));
        }
        try (var open = opener.open(local, _ -> {
        })) {
            assertThat(preMigrations(open)).hasSize(1);
        }
    }

    @Test
    void whereNoBackupCanBeTakenTheTablesStayAsTheyAre() throws Exception {
        var local = new Workspace.Local("Full desk", home.resolve("full"), "mara");
        try (var open = opener.open(local, _ -> {
        })) {
            insertClient(open, "Copper Ltd");
            open.database().write(session -> session.createNativeMutationQuery(
                    "delete from rackside_schema_history order by installed_rank desc limit 1").executeUpdate());
        }
        var folder = home.resolve("data/backups/Full-desk");
        Files.createDirectories(folder.resolveSibling(""));
        Files.writeString(folder, "no folder");
        assertThatThrownBy(() -> opener.open(local, _ -> {
        })).isInstanceOf(Problem.class);
        Files.delete(folder);
        try (var open = opener.open(local, _ -> {
        })) {
            assertThat(preMigrations(open)).as("only now").hasSize(1);
        }
    }

    private static List<String> preMigrations(OpenWorkspace open) {
        return open.database().read(session -> session.createNativeQuery("""
                select concat_ws(' ', outcome, verification_status, json_value(verification_details, '$.level'),
                taken_by, file_path) from backup_log where backup_type = 'pre-migration'""", String.class)
                .getResultList());
    }

    @Test
    void killedServerComesBackByACheckAndItsRowsAreThere() throws Exception {
        var local = new Workspace.Local("Killed", home.resolve("killed"), "mara");
        try (var open = opener.open(local, _ -> {
        })) {
            insertClient(open, "Copper Ltd");
            kill(local);
            assertThat(open.check()).isNotNull();
            assertThat(clients(open)).isEqualTo(1);
        }
    }

    @Test
    void serverThatComesBackOnAnotherPortIsReachedByTheSameDatabase() throws Exception {
        var local = new Workspace.Local("Moved", home.resolve("moved"), "mara");
        try (var open = opener.open(local, _ -> {
        })) {
            insertClient(open, "Copper Ltd");
            var before = open.database().address().hosts().getFirst().port();
            kill(local);
            try (var _ = new ServerSocket(before, 1, InetAddress.getLoopbackAddress())) {
                assertThat(open.check()).isNotNull();
                assertThat(open.database().address().hosts().getFirst().port()).isNotEqualTo(before);
                assertThat(clients(open)).isEqualTo(1);
            }
        }
    }

    @Test
    void teamWorkspaceOpensAndWrites() {
        try (var open = openTeam("msp", TlsServer.WRITER)) {
            assertThat(open.who().displayName()).isEqualTo("mara");
            assertThat(open.database().writesRefused()).isNull();
        }
    }

    @Test
    void accountThatOnlyReadsIsToldSoBeforeItTypes() {
        try (var open = openTeam("msp", TlsServer.READER)) {
            assertThat(clients(open)).isZero();
            assertThatCode(ErrorCode.ACCOUNT_ONLY_READS, () -> open.database().write(_ -> ""));
        }
    }

    @Test
    void connectingNeverMigrates() throws Exception {
        assertThatCode(ErrorCode.SCHEMA_OLDER, () -> openTeam("empty", TlsServer.WRITER));
        statement("empty", "CREATE TABLE work_items (id CHAR(36) NOT NULL PRIMARY KEY)");
        assertThatCode(ErrorCode.SCHEMA_FOREIGN, () -> openTeam("empty", TlsServer.WRITER));
        try (var connection = connect("empty");
                var statement = connection.createStatement();
                var tables = statement.executeQuery("SHOW TABLES")) {
            assertThat(tables.next()).isTrue();
            assertThat(tables.getString(1)).isEqualTo("work_items");
            assertThat(tables.next()).isFalse();
        }
    }

    @Test
    void newerTablesAreReadAndNotWritten() throws Exception {
        statement("newer", "CREATE TABLE rackside_schema_history LIKE msp.rackside_schema_history",
                "INSERT INTO rackside_schema_history SELECT * FROM msp.rackside_schema_history",
                "UPDATE rackside_schema_history SET version = '999' ORDER BY installed_rank DESC LIMIT 1",
                "CREATE TABLE schema_info (id INT NOT NULL PRIMARY KEY, min_client INT NOT NULL)",
                "INSERT INTO schema_info VALUES (1, 999)", "CREATE TABLE clients LIKE msp.clients",
                "CREATE TABLE api_users LIKE msp.api_users");
        try (var open = openTeam("newer", TlsServer.WRITER)) {
            assertThat(clients(open)).isZero();
            assertThatCode(ErrorCode.SCHEMA_NEWER, () -> open.database().write(_ -> ""));
        }
    }

    @Test
    void wrongPasswordIsNamed() {
        var workspace = new Workspace.Team("Team", List.of(team.host("127.0.0.1")), "msp", "mara", null);
        assertThatCode(ErrorCode.PASSWORD_REFUSED, () -> opener.open(workspace, "guess".toCharArray(), _ -> {
        }));
    }

    private static OpenWorkspace openTeam(String database, String account) {
        var workspace = new Workspace.Team("Team", List.of(team.host("127.0.0.1")), database, account, null);
        return opener.open(workspace, TlsServer.PASSWORD.toCharArray(), _ -> {
        });
    }

    private static void assertThatCode(ErrorCode code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.code()).isEqualTo(code));
    }

    private static void kill(Workspace.Local local) throws IOException {
        var pid = Long.parseLong(Files.readString(local.directory().resolve("run").resolve("server.pid")).strip());
        ProcessHandle.of(pid).ifPresent(server -> {
            server.destroyForcibly();
            server.onExit().join();
        });
    }

    private static void insertClient(OpenWorkspace open, String name) {
        open.database().write(session -> session
                .createNativeMutationQuery("insert into clients (id, name, type) values (uuid(), ?1, 'msp_client')")
                .setParameter(1, name).executeUpdate());
    }

    private static long clients(OpenWorkspace open) {
        return open.database().read(
                session -> session.createNativeQuery("select count(*) from clients", Long.class).getSingleResult());
    }

    private static void statement(String database, String... statements) throws SQLException {
        try (var connection = connect(database); var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static java.sql.Connection connect(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:mariadb://" + team.host("127.0.0.1") + "/" + database,
                TlsServer.WRITER, TlsServer.PASSWORD);
    }
}
