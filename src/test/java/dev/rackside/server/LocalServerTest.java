package dev.rackside.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rackside.db.TestFolders;
import dev.rackside.db.TestServer;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("long")
class LocalServerTest {

    private final Path folder = TestFolders.fresh("local-server");

    @AfterEach
    void clean() {
        TestFolders.delete(folder);
    }

    private LocalServer open(Path directory) {
        return LocalServer.open(directory, TestServer.program(), Tuning.DESKTOP);
    }

    @Test
    void theSecondOpeningFindsWhatTheFirstWroteOnTheSamePort() throws SQLException {
        int port;
        try (var server = open(folder)) {
            port = server.port();
            Rows.run(server, "CREATE TABLE words (word VARCHAR(20) NOT NULL)", "INSERT INTO words VALUES ('Grüße 🙂')");
        }
        try (var server = open(folder)) {
            assertThat(server.port()).isEqualTo(port);
            assertThat(server.isAlive()).isTrue();
            assertThat(Rows.value(server, "SELECT word FROM words")).isEqualTo("Grüße 🙂");
            assertThat(Rows.value(server, "SELECT @@collation_database")).isEqualTo("utf8mb4_unicode_ci");
            assertThat(Rows.value(server, "SELECT @@time_zone")).isEqualTo("SYSTEM");
            assertThat(Rows.value(server, "SELECT @@local_infile")).isEqualTo("0");
            assertThat(Rows.value(server, "SELECT @@innodb_flush_log_at_trx_commit")).isEqualTo("1");
        }
    }

    /** A search over a million rows keeps a processor busy; what draws the window goes first. */
    @Test
    void theServerGivesWayToTheWindow() throws IOException {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "Only Linux tells a process's priority in a file");
        try (var server = open(folder)) {
            assertThat(server.isAlive()).isTrue();
            var pid = Files.readString(new ServerDirectory(folder).pidFile()).strip();
            assertThat(nice(pid)).isEqualTo(Math.min(nice("self") + 5, 19));
        }
    }

    private static int nice(String process) throws IOException {
        var stat = Files.readString(Path.of("/proc", process, "stat"));
        return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[16]);
    }

    @Test
    void nobodyGetsInWithoutAPassword() throws SQLException {
        try (var server = open(folder)) {
            for (var user : new String[]{"root", "", ServerDirectory.USER, ServerDirectory.ADMIN, "mariadb.sys"}) {
                assertThatThrownBy(() -> Connections.open(server.port(), new Account(user, "")).close()).as(user)
                        .isInstanceOf(SQLException.class);
            }
            assertThat(Rows.valueAsAdmin(server, """
                    SELECT count(*) FROM mysql.global_priv WHERE json_value(priv, '$.authentication_string') IS NULL
                    AND json_value(priv, '$.account_locked') IS NULL""")).isEqualTo("0");
        }
    }

    @Test
    void theAccountHasItsOwnDatabaseAndNothingBeside() throws SQLException {
        try (var server = open(folder)) {
            assertThatThrownBy(() -> Rows.run(server, "CREATE DATABASE scratch")).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> Rows.run(server, "SELECT * FROM mysql.global_priv"))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> Rows.run(server, "SELECT 1 INTO OUTFILE 'x'")).isInstanceOf(SQLException.class);
            Rows.run(server, "CREATE TABLE t (id INT)", "CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW SET @x = 1",
                    "CREATE VIEW v AS SELECT * FROM t");
        }
    }

    @Test
    void passwordsAreForTheOwnerAlone() throws IOException {
        assumeTrue(!Platform.here().windows(), "file modes are tested on POSIX systems");
        try (var server = open(folder)) {
            for (var name : new String[]{"secrets.properties", "admin.properties"}) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)))).as(name)
                        .isEqualTo("rw-------");
            }
            for (var name : new String[]{"", "data", "log", "run", "tmp"}) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)))).as(name)
                        .isEqualTo("rwx------");
            }
            assertThat(Files.readString(server.logFile())).doesNotContain(server.account().password(),
                    server.admin().password());
            assertThat(server.account().password()).hasSizeGreaterThan(30).isNotEqualTo(server.admin().password());
            assertThat(server.account().toString()).doesNotContain(server.account().password());
        }
    }

    @Test
    void onlyThisMachineReachesTheServer() throws IOException, SQLException {
        try (var server = open(folder)) {
            assertThat(Rows.value(server, "SELECT @@bind_address")).isEqualTo("127.0.0.1");
            assertThat(Rows.value(server, "SELECT @@socket")).isEmpty();
            for (var network : NetworkInterface.networkInterfaces().toList()) {
                for (var address : network.inetAddresses().filter(found -> !found.isLoopbackAddress()).toList()) {
                    assertThatThrownBy(() -> reach(address, server.port())).as(address.toString())
                            .isInstanceOf(IOException.class);
                }
            }
        }
    }

    private static void reach(InetAddress address, int port) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 2000);
        }
    }

    @Test
    void aTakenPortIsLeftToItsOwner() throws IOException, SQLException {
        int port;
        try (var server = open(folder)) {
            port = server.port();
        }
        try (var stranger = new ServerSocket(port, 1, InetAddress.getByAddress(new byte[]{127, 0, 0, 1}));
                var server = open(folder)) {
            assertThat(stranger.isBound()).isTrue();
            assertThat(server.port()).isNotEqualTo(port);
            assertThat(Rows.value(server, "SELECT 1")).isEqualTo("1");
            var another = server.port();
            server.restart();
            assertThat(server.port()).isEqualTo(another);
            assertThat(Rows.value(server, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void aClosedServerIsNotRevived() {
        var server = open(folder);
        server.close();
        assertThat(server.isAlive()).isFalse();
        assertThatThrownBy(server::revive).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.code()).isEqualTo(ErrorCode.CONNECTION_LOST));
        assertThat(server.isAlive()).isFalse();
        server.close();
    }

    @Test
    void aPathLongerThanASocketsNameWorks() throws SQLException {
        var deep = folder.resolve("a name that is rather long, with spaces ").resolve("ä".repeat(60))
                .resolve("y".repeat(60));
        try (var server = open(deep)) {
            assertThat(Rows.value(server, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsNotWritable() throws IOException {
        Files.createDirectories(folder);
        var file = Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> open(file.resolve("below"))).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.code()).isEqualTo(ErrorCode.NOT_WRITABLE));
    }

    @Test
    void aFullDiskIsToldFromOneThatCannotBeWritten() {
        var full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "there is no /dev/full");
        assertThatThrownBy(() -> Files.writeString(full, "x")).isInstanceOfSatisfying(IOException.class,
                failure -> assertThat(DiskTrouble.of(failure, full).code()).isEqualTo(ErrorCode.DISK_FULL));
        assertThatThrownBy(() -> DiskTrouble.refuseFull(folder.getRoot(), Long.MAX_VALUE >> 21)).isInstanceOfSatisfying(
                Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.DISK_FULL));
    }

    @Test
    void aServerThatCannotStartNamesItsLog() throws IOException {
        open(folder).close();
        Files.writeString(folder.resolve("data").resolve("ibdata1"), "not a tablespace");
        assertThatThrownBy(() -> open(folder)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.SERVER_DID_NOT_START);
            assertThat(problem.arguments().getFirst()).endsWith("server.log");
        });
    }

    @Test
    void lostPasswordsAreADamagedWorkspace() throws IOException {
        open(folder).close();
        Files.delete(folder.resolve("secrets.properties"));
        assertThatThrownBy(() -> open(folder)).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.code()).isEqualTo(ErrorCode.WORKSPACE_DAMAGED));
        assertThat(folder.resolve("secrets.properties")).doesNotExist();
    }
}
