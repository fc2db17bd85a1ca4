package dev.rackside;

import dev.rackside.cli.BuildVersion;
import dev.rackside.crash.CrashReports;
import dev.rackside.crash.JavaCrashes;
import dev.rackside.crash.Program;
import dev.rackside.crash.RecentLog;
import dev.rackside.fx.Alarm;
import dev.rackside.fx.Background;
import dev.rackside.fx.CrashBook;
import dev.rackside.fx.Failures;
import dev.rackside.fx.Slot;
import dev.rackside.settings.Settings;
import dev.rackside.shell.DeskController;
import dev.rackside.text.Messages;
import dev.rackside.update.Finding;
import dev.rackside.update.UpdateService;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the program tells of itself once its window is there: that it ended badly last time, that there is a newer one.
 * Nothing here is done before the first picture.
 */
final class ProgramNews {

    private static final Logger LOG = LoggerFactory.getLogger(ProgramNews.class);
    /** The first rows of a workspace come first. */
    private static final Duration AFTER_OPENING = Duration.ofSeconds(15);
    /** A window may stay open for weeks; the service sees to it that a day passes between two questions. */
    private static final Duration LOOKING = Duration.ofHours(1);

    private final Background background;
    private final DeskController desk;
    private final Path logs;
    private final JavaCrashes crashes;
    private final Ways ways;
    private final Supplier<Settings.Updates> wish;
    private final UpdateService updates;
    private final Slot asking;
    private final List<Alarm> looking = new ArrayList<>();

    /**
     * Where the person is led to.
     *
     * @param folder shows a folder in the file manager
     * @param browser shows an address of http or https
     */
    record Ways(Consumer<Path> folder, Consumer<String> browser) {}

    /** @param logs the folder of the log */
    ProgramNews(Background background, DeskController desk, Path logs, Ways ways, UpdateService updates,
            Supplier<Settings.Updates> wish) {
        this.background = background;
        this.desk = desk;
        this.logs = logs;
        crashes = new JavaCrashes(logs);
        this.ways = ways;
        this.updates = updates;
        this.wish = wish;
        asking = background.slot();
    }

    /** From now on faults are written down; what Java left of the last run is told of. */
    void begin(Failures failures) {
        var reports = new CrashReports(logs, new Program(BuildVersion.number(), BuildVersion.commit()),
                RecentLog.listen());
        failures.keep(new Book(reports));
        background.slot().run(() -> {
            reports.prepare();
            var ended = crashes.news();
            crashes.begun();
            return ended;
        }, ended -> {
            if (ended) {
                desk.news(Messages.get("crash.ended"), Messages.get("fx.bug.folder"), this::showReports);
            }
        });
    }

    /** A workspace is open: the rest of the world may be asked. */
    void opened() {
        if (looking.isEmpty()) {
            looking.add(background.every(LOOKING, this::look));
            looking.add(background.after(AFTER_OPENING, this::look));
        }
    }

    /** Asks for a newer Rackside where the person wants that and it is a day since; keeps silent where it can't. */
    void look() {
        var wanted = wish.get();
        if (!looking.isEmpty() && wanted.daily()) {
            asking.once(() -> updates.checkSeldom(wanted.address()), this::found,
                    problem -> LOG.info("Nobody says whether there is a newer Rackside: {}", problem.code()));
        }
    }

    /** The program ends well. */
    void close() {
        crashes.ended();
        looking.forEach(Alarm::cancel);
        asking.cancel();
    }

    private void found(Optional<Finding> finding) {
        finding.filter(Finding::newer).map(Finding::manifest)
                .ifPresent(manifest -> desk.news(Messages.get("update.available", manifest.version()),
                        Messages.get("update.notes"), () -> ways.browser().accept(manifest.notes().toString())));
    }

    private void showReports() {
        ways.folder().accept(CrashReports.folder(logs));
    }

    /** Faults as {@link CrashReports} writes them. */
    private final class Book implements CrashBook {

        private final CrashReports reports;

        Book(CrashReports reports) {
            this.reports = reports;
        }

        @Override
        public Page write(String code, Throwable thrown, String thread) {
            var report = reports.write(code, thrown, thread);
            return new Page(report.text(), report.file() != null);
        }

        @Override
        public void open() {
            showReports();
        }
    }
}
