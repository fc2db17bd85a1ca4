package dev.rackside.crash;

import dev.rackside.fault.Trace;
import dev.rackside.server.OwnerOnly;
import dev.rackside.text.Messages;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder {@code crashes} beside the log: a file for each fault of Rackside's own, which its owner alone can read,
 * and what Java leaves when it ends itself. The newest {@value #KEPT} are kept. Nothing is sent anywhere; a report has
 * no message of an exception and no value in it, so that a person can hand it on.
 */
public final class CrashReports {

    static final int KEPT = 20;

    private static final Logger LOG = LoggerFactory.getLogger(CrashReports.class);
    private static final String FOLDER = "crashes";
    private static final String BEGINNING = "rackside-crash-";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
            .withZone(ZoneOffset.UTC);
    private static final long MIB = 1024 * 1024;

    private final Path folder;
    private final Program program;
    private final @Nullable RecentLog recent;
    private final InstantSource clock;

    /**
     * Reads and makes nothing yet.
     *
     * @param logs the folder of the log
     * @param recent what was logged; null for nothing
     */
    public CrashReports(Path logs, Program program, @Nullable RecentLog recent) {
        this(logs, program, recent, InstantSource.system());
    }

    CrashReports(Path logs, Program program, @Nullable RecentLog recent, InstantSource clock) {
        this.folder = folder(logs);
        this.program = program;
        this.recent = recent;
        this.clock = clock;
    }

    /** The folder of the reports beside the log. */
    public static Path folder(Path logs) {
        return logs.resolve(FOLDER);
    }

    /** Whether there is anything in that folder that a person might hand on. */
    public static boolean any(Path logs) {
        try (var files = Files.list(folder(logs))) {
            return files.map(file -> file.getFileName().toString())
                    .anyMatch(name -> name.startsWith(BEGINNING) || JavaCrashes.isOne(name));
        } catch (IOException _) {
            return false;
        }
    }

    /** What a fault is called, so that its report, the log and the person mean the same. */
    public static String code() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    }

    /** Makes the folder where it isn't there: Java writes into it when it ends itself, and makes none. */
    public void prepare() {
        try {
            OwnerOnly.folder(folder);
        } catch (IOException e) {
            LOG.warn("No folder for crash reports: {}", e.getClass());
        }
    }

    /**
     * Writes a report; never throws. Where the file can't be written, the text is there all the same.
     *
     * @param code of eight digits, by which it is found in the log
     * @param thread the name of the one in which it happened
     */
    public CrashReport write(String code, Throwable thrown, String thread) {
        var at = clock.instant();
        var text = text(code, at, thrown, thread);
        try {
            OwnerOnly.folder(folder);
            var file = folder.resolve(BEGINNING + STAMP.format(at) + "-" + code + ".txt");
            OwnerOnly.write(file, text);
            forgetOldest();
            return new CrashReport(text, file);
        } catch (IOException | RuntimeException e) {
            LOG.warn("The report {} was not written: {}", code, e.getClass());
            return new CrashReport(text, null);
        }
    }

    private String text(String code, Instant at, Throwable thrown, String thread) {
        var text = new StringBuilder(Messages.get("crash.report")).append("\n\n");
        line(text, "code", code);
        line(text, "at", at.truncatedTo(ChronoUnit.SECONDS));
        line(text, "version", program.version());
        line(text, "build", program.build());
        line(text, "java", property("java.version") + ", " + property("java.vendor"));
        line(text, "javafx", property("javafx.runtime.version"));
        line(text, "system", property("os.name") + " " + property("os.version") + ", " + property("os.arch"));
        line(text, "up", Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime())
                .truncatedTo(ChronoUnit.SECONDS));
        line(text, "memory", memory());
        line(text, "thread", RecentLog.name(thread));
        text.append('\n').append(Messages.get("crash.report.trace")).append('\n').append(Trace.of(thrown));
        if (recent != null) {
            text.append('\n').append(Messages.get("crash.report.log")).append('\n');
            recent.lines().forEach(each -> text.append(each).append('\n'));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String key, Object value) {
        text.append(Messages.get("crash.report." + key)).append(": ").append(value).append('\n');
    }

    private static String property(String name) {
        return System.getProperty(name, "-");
    }

    private static String memory() {
        var heap = Runtime.getRuntime();
        return Messages.get("crash.report.heap", (heap.totalMemory() - heap.freeMemory()) / MIB,
                heap.totalMemory() / MIB, heap.maxMemory() / MIB);
    }

    /** Their names begin with the time. */
    private void forgetOldest() throws IOException {
        for (var file : reports().stream().skip(KEPT).toList()) {
            Files.deleteIfExists(file);
        }
    }

    /** The newest first. */
    private List<Path> reports() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(BEGINNING + "\\d{8}T\\d{6}Z-\\w+\\.txt"))
                    .sorted(Comparator.comparing((Path file) -> file.getFileName().toString()).reversed()).toList();
        }
    }
}
