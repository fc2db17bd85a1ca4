package dev.rackside.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A real Java that is ended by the system leaves its own report where the package sends it, without a secret. */
class JavaCrashTest {

    private static final String CANARY = "kanarie-Vogel_7391";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path logs;

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatJavaLeavesIsFoundAndKnowsNoSecret() throws Exception {
        var folder = Files.createDirectories(CrashReports.folder(logs));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(List.of(java, "-XX:ErrorFile=" + folder.resolve("hs_err_pid%p.log"),
                "-XX:-CreateCoredumpOnCrash", "-XX:TieredStopAtLevel=1", "-Xmx32m", "-cp",
                System.getProperty("java.class.path"), Waiting.class.getName()))
                .redirectErrorStream(true);
        builder.environment().put("RACKSIDE_SECRET", CANARY);
        var process = builder.start();
        try (var out = process.inputReader()) {
            assertThat(out.readLine()).isEqualTo("waits");
            assumeTrue(new ProcessBuilder("kill", "-SEGV", Long.toString(process.pid())).start().waitFor() == 0);
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }

        assertThat(new JavaCrashes(logs).news()).isTrue();
        assertThat(Files.readString(folder.resolve("hs_err_pid" + process.pid() + ".log"))).contains("SIGSEGV")
                .doesNotContain(CANARY);
    }

    /** Has a secret in the heap, as a program with an open vault has. */
    static final class Waiting {

        static final char[] SECRET = new StringBuilder(CANARY).reverse().reverse().toString().toCharArray();

        private Waiting() {
        }

        public static void main(String[] arguments) throws InterruptedException {
            System.out.println(SECRET.length == 0 ? "" : "waits");
            Thread.sleep(60_000);
        }
    }
}
