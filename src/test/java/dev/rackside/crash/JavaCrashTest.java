package dev.rackside.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A real Java that is ended by the system leaves its own report, which is found, and knows no secret. */
class JavaCrashTest {

    private static final String CANARY = "kanarie-Vogel_7391";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatJavaLeavesIsFetchedToldOnceAndKnowsNoSecret() throws Exception {
        var logs = folder.resolve("logs");
        var work = Files.createDirectories(folder.resolve("work"));
        Files.createDirectories(CrashReports.folder(logs));
        var process = started(logs, work);
        var left = "hs_err_pid" + process.pid() + ".log";
        try (var out = process.inputReader()) {
            assertThat(out.readLine()).isEqualTo("waits");
            assertThat(new JavaCrashes(logs).news()).isFalse();
            assumeTrue(new ProcessBuilder("kill", "-SEGV", Long.toString(process.pid())).start().waitFor() == 0);
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }

        assertThat(work.resolve(left)).exists();
        assertThat(new JavaCrashes(logs).news()).isTrue();
        assertThat(new JavaCrashes(logs).news()).isFalse();
        assertThat(work.resolve(left)).doesNotExist();
        assertThat(Files.readString(CrashReports.folder(logs).resolve(left))).contains("SIGSEGV")
                .doesNotContain(CANARY);
        try (var files = Files.list(CrashReports.folder(logs))) {
            assertThat(files).extracting(file -> file.getFileName().toString())
                    .containsExactlyInAnyOrder(left, "told.txt");
        }
    }

    private static Process started(Path logs, Path work) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var path = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(each -> Path.of(each).toAbsolutePath().toString()).collect(Collectors.joining(File.pathSeparator));
        var builder = new ProcessBuilder(List.of(java, "-XX:-CreateCoredumpOnCrash", "-XX:TieredStopAtLevel=1",
                "-Xmx32m", "-cp", path, Waiting.class.getName(), logs.toString())).directory(work.toFile())
                .redirectErrorStream(true);
        builder.environment().put("RACKSIDE_SECRET", CANARY);
        return builder.start();
    }

    /** Has a secret in the heap, as a program with an open vault has. */
    static final class Waiting {

        static final char[] SECRET = new StringBuilder(CANARY).reverse().reverse().toString().toCharArray();

        private Waiting() {
        }

        public static void main(String[] arguments) throws InterruptedException {
            new JavaCrashes(Path.of(arguments[0])).begun();
            System.out.println(SECRET.length == 0 ? "" : "waits");
            Thread.sleep(60_000);
        }
    }
}
