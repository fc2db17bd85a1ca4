package dev.rackside.crash;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fault leaves a file that says where it happened and nothing of what it happened to. */
class CrashReportsTest {

    private static final String CANARY = "kanarie-Vogel_7391";

    private final LoggerContext context = new LoggerContext();
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path logs;
    private Instant now = Instant.parse("2026-11-30T02:30:00.123456Z");

    private CrashReports reports() {
        context.setMDCAdapter(new LogbackMDCAdapter());
        return new CrashReports(logs, new Program("1.2.0", "7683ac5, 2026-11-29"), RecentLog.listen(context),
                () -> now);
    }

    private static Throwable thrown() {
        return new IllegalStateException("of " + CANARY, new Problem(ErrorCode.VALUE_REFUSED, CANARY));
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(logs.resolve("crashes"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aFaultIsWrittenDownForItsOwnerAlone() throws IOException {
        var report = reports().write("0badc0de", thrown(), "JavaFX Application Thread");

        var file = Objects.requireNonNull(report.file());
        assertThat(file).isEqualTo(logs.resolve("crashes").resolve("rackside-crash-20261130T023000Z-0badc0de.txt"));
        assertThat(Files.readString(file)).isEqualTo(report.text()).contains("Code: 0badc0de\n",
                "At: 2026-11-30T02:30:00Z\n", "Version: 1.2.0\n", "Build: 7683ac5, 2026-11-29\n",
                "Java: " + System.getProperty("java.version"), "System: " + System.getProperty("os.name"),
                "Running for: PT", " MiB used, at most ", "Thread: JavaFX Application Thread\n",
                "java.lang.IllegalStateException\n    at dev.rackside.crash.CrashReportsTest.",
                "Caused by: dev.rackside.fault.Problem VALUE_REFUSED\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        assertThat(CrashReports.any(logs)).isTrue();
    }

    @Test
    void nothingOfWhatItHappenedToIsInIt() {
        var reports = reports();
        var own = context.getLogger("dev.rackside.insight.InsightService");
        own.info("{} of {} saved in {} for {}", 3, ErrorCode.ROW_GONE, Duration.ofSeconds(2), CANARY);
        own.warn("Refused: {}", List.of(CANARY), thrown());
        own.error("{}", thrown().toString());
        own.info("{} {}", "password", "=" + CANARY);
        var library = context.getLogger("com.zaxxer.hikari.pool.HikariPool");
        library.warn(CANARY + " is not available");
        library.error("HHH000247: Duplicate entry '" + CANARY + "'", new IllegalStateException(CANARY, thrown()));
        var text = reports.write("0badc0de", thrown(), CANARY.replace("_", "\n") + "\u001b[31m").text();

        assertThat(text.replace("Thread: " + CANARY, "")).doesNotContain(CANARY, "password", "\u001b").contains(
                "dev.rackside.insight.InsightService 3 of ROW_GONE saved in PT2S for …\n",
                "Refused: … | java.lang.IllegalStateException < dev.rackside.fault.Problem\n",
                "WARN  ", "com.zaxxer.hikari.pool.HikariPool …\n",
                "HHH000247 … | java.lang.IllegalStateException < java.lang.IllegalStateException");
    }

    @Test
    void ofTheLogTheNewestLinesAreInIt() {
        var reports = reports();
        IntStream.rangeClosed(1, 500).forEach(number -> context.getLogger("dev.rackside.X").info("line {}", number));
        var lines = reports.write("0badc0de", thrown(), "main").text().lines().filter(each -> each.contains(" line "))
                .toList();

        assertThat(lines).hasSize(RecentLog.MOST);
        assertThat(lines.getFirst()).endsWith(" dev.rackside.X line 301");
        assertThat(lines.getLast()).endsWith(" dev.rackside.X line 500");
    }

    @Test
    void theNewestAreKept() throws IOException {
        var reports = reports();
        var folder = Files.createDirectories(logs.resolve("crashes"));
        Files.writeString(folder.resolve("hs_err_pid1.log"), "Java's own");
        Files.writeString(folder.resolve("rackside-crash-notes.txt"), "A person's own");
        for (var count = 0; count < 25; count++) {
            reports.write("0000000" + count % 10, thrown(), "main");
            now = now.plusSeconds(1);
        }

        assertThat(files()).hasSize(CrashReports.KEPT + 2).contains("hs_err_pid1.log", "rackside-crash-notes.txt",
                "rackside-crash-20261130T023024Z-00000004.txt")
                .doesNotContain("rackside-crash-20261130T023004Z-00000004.txt");
    }

    @Test
    void whereNothingCanBeWrittenTheTextIsThere() throws IOException {
        Files.writeString(logs.resolve("crashes"), "a file where the folder should be");
        var reports = reports();
        reports.prepare();
        var report = reports.write("0badc0de", thrown(), "main");

        assertThat(report.file()).isNull();
        assertThat(report.text()).contains("0badc0de", "java.lang.IllegalStateException");
        assertThat(CrashReports.any(logs)).isFalse();
        assertThat(new JavaCrashes(logs).news()).isFalse();
    }

    @Test
    void whatJavaLeftIsToldOnce() throws IOException {
        assertThat(new JavaCrashes(logs).news()).isFalse();
        reports().prepare();
        assertThat(new JavaCrashes(logs).news()).isFalse();
        assertThat(CrashReports.any(logs)).isFalse();
        var left = Files.writeString(logs.resolve("crashes").resolve("hs_err_pid17.log"), "# SIGSEGV");

        assertThat(CrashReports.any(logs)).isTrue();
        assertThat(new JavaCrashes(logs).news()).isTrue();
        assertThat(new JavaCrashes(logs).news()).isFalse();
        Files.setLastModifiedTime(left, java.nio.file.attribute.FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(new JavaCrashes(logs).news()).isTrue();
        Files.writeString(logs.resolve("crashes").resolve("told.txt"), "soon");
        assertThat(new JavaCrashes(logs).news()).isTrue();
    }

    @Test
    void aRunThatEndsWellLeavesNothingAndASpoiledMarkStopsNobody() throws IOException {
        reports().prepare();
        var crashes = new JavaCrashes(logs);
        crashes.begun();
        assertThat(files()).singleElement().asString().startsWith("running-");
        assertThat(crashes.news()).isFalse();
        crashes.ended();
        assertThat(files()).isEmpty();

        var folder = logs.resolve("crashes");
        Files.writeString(folder.resolve("running-999999999999999999.txt"), "\0");
        Files.writeString(folder.resolve("running-999999999999999998.txt"), logs.resolve("gone") + "\n");
        Files.createSymbolicLink(logs.resolve("hs_err_pid999999999999999997.log"), folder.resolve("told.txt"));
        Files.writeString(folder.resolve("running-999999999999999997.txt"), logs + "\n");
        assertThat(crashes.news()).isFalse();
        assertThat(files()).isEmpty();
    }

    /** The reports have our own messages as they stand in the source: none may be put together from values. */
    @Test
    void everyMessageOfOursIsAConstant() throws IOException {
        var call = Pattern.compile("\\bLOG\\.(?:trace|debug|info|warn|error)\\(\\s*(\"(?:[^\"\\\\]|\\\\.)*\"(?:\\s*\\+"
                + "\\s*\"(?:[^\"\\\\]|\\\\.)*\")*\\s*[,)])?");
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
            var found = sources.filter(file -> file.toString().endsWith(".java")).flatMap(CrashReportsTest::text)
                    .flatMap(text -> call.matcher(text).results().toList().stream()).toList();
            assertThat(found).hasSizeGreaterThan(40)
                    .allSatisfy(each -> assertThat(each.group(1)).as(each.group()).isNotNull());
        }
    }

    private static Stream<String> text(Path file) {
        try {
            return Stream.of(Files.readString(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
