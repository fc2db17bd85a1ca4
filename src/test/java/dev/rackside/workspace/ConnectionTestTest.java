package dev.rackside.workspace;

import static dev.rackside.workspace.ConnectionReport.Outcome.FAILED;
import static dev.rackside.workspace.ConnectionReport.Outcome.LIMITED;
import static dev.rackside.workspace.ConnectionReport.Outcome.NOT_REACHED;
import static dev.rackside.workspace.ConnectionReport.Outcome.PASSED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.db.DatabaseAddress.Host;
import dev.rackside.db.TestServer;
import dev.rackside.workspace.ConnectionReport.Check;
import dev.rackside.workspace.ConnectionReport.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each way in which a team's settings can be wrong, tried on a server that encrypts with a certificate of its own. */
class ConnectionTestTest {

    @SuppressWarnings("NullAway.Init")
    private static TlsServer server;

    @BeforeAll
    static void start() throws Exception {
        server = TlsServer.start(TestServer.program(), "team-server");
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void rightSettingsPassEveryCheck() {
        var report = test(here(), TlsServer.DATABASE, TlsServer.WRITER, TlsServer.PASSWORD);
        assertThat(report.passed()).as("%s", report).isTrue();
        assertThat(outcomes(report)).containsExactly(PASSED, PASSED, PASSED, PASSED, PASSED, PASSED, PASSED);
        assertThat(sentence(report, Check.RIGHTS)).isEqualTo("mara can read and write.");
    }

    @Test
    void unknownNameFailsAndNothingBehindItIsTried() {
        var report = test(new Host("no-such-host.invalid", 3306), "msp", "mara", TlsServer.PASSWORD);
        assertThat(outcomes(report)).containsExactly(FAILED, NOT_REACHED, NOT_REACHED, NOT_REACHED, NOT_REACHED,
                NOT_REACHED, NOT_REACHED);
        assertThat(sentence(report, Check.NAME)).contains("no-such-host.invalid");
    }

    @Test
    void closedPortFails() throws Exception {
        int closed;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        var report = test(new Host("127.0.0.1", closed), "msp", "mara", TlsServer.PASSWORD);
        assertThat(outcomes(report)).startsWith(PASSED, FAILED, NOT_REACHED, NOT_REACHED);
        assertThat(sentence(report, Check.PORT)).startsWith("Nothing listens at 127.0.0.1:" + closed);
    }

    @Test
    void anotherProgramOnThePortIsNamedAsSuch() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> greet(socket));
            var report = test(new Host("127.0.0.1", socket.getLocalPort()), "msp", "mara", TlsServer.PASSWORD);
            assertThat(outcomes(report)).startsWith(PASSED, FAILED, NOT_REACHED);
            assertThat(sentence(report, Check.PORT)).startsWith("Something else than MariaDB");
        }
    }

    private static void greet(ServerSocket socket) {
        try (var guest = socket.accept()) {
            guest.getOutputStream().write("SSH-2.0-OpenSSH_9.2\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void serverWithoutTlsFailsBeforeThePasswordIsSaid() {
        var plain = TestServer.shared();
        var report = test(new Host(plain.host(), plain.port()), "msp", "mara", TlsServer.PASSWORD);
        assertThat(outcomes(report)).startsWith(PASSED, PASSED, FAILED, NOT_REACHED, NOT_REACHED);
        assertThat(sentence(report, Check.TLS)).contains("offers no encryption");
    }

    @Test
    void wrongPasswordFailsAndIsNotRepeated() {
        var report = test(here(), "msp", "mara", "my-wrong-guess");
        assertThat(outcomes(report)).containsExactly(PASSED, PASSED, PASSED, FAILED, NOT_REACHED, NOT_REACHED,
                NOT_REACHED);
        assertThat(report.toString()).doesNotContain("my-wrong-guess");
    }

    @Test
    void missingDatabaseFails() {
        var report = test(here(), "nowhere", "mara", TlsServer.PASSWORD);
        assertThat(outcomes(report)).containsExactly(PASSED, PASSED, PASSED, PASSED, FAILED, NOT_REACHED,
                NOT_REACHED);
    }

    @Test
    void missingRightsFailAndNameTheTables() {
        var report = test(here(), "msp", TlsServer.STRANGER, TlsServer.PASSWORD);
        assertThat(outcomes(report)).containsExactly(PASSED, PASSED, PASSED, PASSED, PASSED, FAILED, NOT_REACHED);
        assertThat(sentence(report, Check.RIGHTS)).startsWith("sam may not read api_tokens").contains("more");
    }

    @Test
    void readerPassesAndIsToldThatItOnlyReads() {
        var report = test(here(), "msp", TlsServer.READER, TlsServer.PASSWORD);
        assertThat(report.passed()).isTrue();
        assertThat(outcomes(report)).endsWith(LIMITED, PASSED);
        assertThat(sentence(report, Check.RIGHTS)).startsWith("lee can only read.");
    }

    @Test
    void emptyDatabaseFailsByItsTables() {
        var report = test(here(), "empty", "mara", TlsServer.PASSWORD);
        assertThat(outcomes(report)).endsWith(PASSED, PASSED, FAILED);
        assertThat(sentence(report, Check.SCHEMA)).contains("rackside adopt");
    }

    @Test
    void eachHostOfAClusterIsTried() {
        var report = ConnectionTest.run(new Workspace.Team("Team",
                List.of(new Host("no-such-host.invalid", 3306), here()), "msp", "mara", null),
                TlsServer.PASSWORD.toCharArray());
        assertThat(outcomes(report)).containsExactly(FAILED, NOT_REACHED, NOT_REACHED, PASSED, PASSED, PASSED, PASSED,
                PASSED, PASSED, PASSED);
        assertThat(report.passed()).isFalse();
    }

    private static Host here() {
        return server.host("127.0.0.1");
    }

    private static ConnectionReport test(Host host, String database, String account, String password) {
        return ConnectionTest.run(new Workspace.Team("Team", List.of(host), database, account, null),
                password.toCharArray());
    }

    static Stream<Outcome> outcomes(ConnectionReport report) {
        return report.results().stream().map(ConnectionReport.Result::outcome);
    }

    static String sentence(ConnectionReport report, Check check) {
        return report.results().stream().filter(result -> result.check() == check)
                .map(ConnectionReport.Result::sentence).findFirst().orElseThrow();
    }
}
