package dev.rackside.workspace;

import static dev.rackside.workspace.ConnectionReport.Outcome.FAILED;
import static dev.rackside.workspace.ConnectionReport.Outcome.PASSED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.db.DatabaseAddress.Host;
import dev.rackside.db.TestServer;
import dev.rackside.workspace.ConnectionReport.Check;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The distribution's server, which can't prove itself by the password: its certificate must be named. */
class CertificateTest {

    private static @Nullable TlsServer server;
    @SuppressWarnings("NullAway.Init")
    private static Certificate certificate;

    @BeforeAll
    static void start() throws Exception {
        var program = TestServer.installed();
        Assumptions.assumeTrue(program.isPresent(), "No MariaDB is installed here");
        certificate = Certificate.make(Path.of("target", "team-certificate"), "dns:localhost");
        server = TlsServer.start(program.get(), "installed-team-server", "--ssl-cert=" + certificate.certificate(),
                "--ssl-key=" + certificate.key());
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void namedCertificateIsTrusted() {
        var report = test("localhost", certificate.certificate());
        assertThat(report.passed()).as("%s", report).isTrue();
    }

    @Test
    void certificateForAnotherNameIsRefused() {
        var report = test("127.0.0.1", certificate.certificate());
        assertThat(ConnectionTestTest.outcomes(report)).startsWith(PASSED, PASSED, FAILED);
        assertThat(ConnectionTestTest.sentence(report, Check.TLS)).contains("for another name");
    }

    @Test
    void certificateThatNobodyVouchesForIsRefused() {
        var report = test("localhost", null);
        assertThat(ConnectionTestTest.outcomes(report)).startsWith(PASSED, PASSED, FAILED);
        assertThat(ConnectionTestTest.sentence(report, Check.TLS)).contains("not trusted");
    }

    @Test
    void missingCertificateFileIsNamed() {
        var report = test("localhost", Path.of("gone.pem").toAbsolutePath());
        assertThat(ConnectionTestTest.sentence(report, Check.TLS)).startsWith("No certificate can be read from")
                .contains("gone.pem");
    }

    private static ConnectionReport test(String name, @Nullable Path trusted) {
        Host host = server == null ? new Host(name, 0) : server.host(name);
        return ConnectionTest.run(new Workspace.Team("Team", List.of(host), TlsServer.DATABASE, TlsServer.WRITER,
                trusted), TlsServer.PASSWORD.toCharArray());
    }
}
