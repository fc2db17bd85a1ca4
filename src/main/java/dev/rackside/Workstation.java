package dev.rackside;

import dev.rackside.cli.BuildVersion;
import dev.rackside.crash.CrashReports;
import dev.rackside.fx.Alarm;
import dev.rackside.fx.Background;
import dev.rackside.fx.Failures;
import dev.rackside.fx.Links;
import dev.rackside.fx.Once;
import dev.rackside.fx.Opener;
import dev.rackside.fx.Theme;
import dev.rackside.fx.Zones;
import dev.rackside.settings.About;
import dev.rackside.settings.Libraries;
import dev.rackside.settings.LogFile;
import dev.rackside.settings.Settings;
import dev.rackside.settings.SettingsFile;
import dev.rackside.settings.ui.SettingsActs;
import dev.rackside.settings.ui.SettingsScreen;
import dev.rackside.settings.ui.SettingsViewModel;
import dev.rackside.shell.Command;
import dev.rackside.shell.DeskController;
import dev.rackside.shell.Destination;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import dev.rackside.update.UpdateService;
import dev.rackside.workspace.OpenWorkspace;
import dev.rackside.workspace.Places;
import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What a person chose on this workstation, applied to everything at once: look, zone, start page, log. */
final class Workstation {

    /** The window's first picture is on the screen by then. */
    private static final Duration FIRST_PICTURE = Duration.ofSeconds(1);

    private final Places places;
    private final Opener opener;
    private final Background background;
    private final Theme theme;
    private final DeskController desk;
    private final SettingsViewModel model;
    private final LogFile log;
    /** What the screen says about the server is asked off the screen thread. */
    private final AtomicReference<@Nullable OpenWorkspace> open = new AtomicReference<>();
    private final Once<UpdateService> updates;
    private @Nullable SettingsScreen screen;
    private @Nullable Alarm beginning;
    private @Nullable ProgramNews news;

    Workstation(Places places, Opener opener, Background background, Theme theme, DeskController desk) {
        this.places = places;
        this.opener = opener;
        this.background = background;
        this.theme = theme;
        this.desk = desk;
        log = new LogFile(places.logs());
        var file = new SettingsFile(places.config());
        model = new SettingsViewModel(background, file, file.read());
        updates = new Once<>(() -> new UpdateService(places.config(), BuildVersion.number()));
    }

    /**
     * Everything is as it was chosen, from now on.
     *
     * @param renew makes the workspace's screens anew, where they show something else from now on
     */
    void apply(Runnable renew) {
        apply(model.settings().get());
        model.settings().addListener((_, before, now) -> {
            apply(now);
            if (before.textPercent() != now.textPercent() || !java.util.Objects.equals(before.zone(), now.zone())) {
                renew.run();
            }
        });
        desk.always(new Destination(DeskController.SETTINGS, Feather.SETTINGS, Destination.Group.ALWAYS, this::screen));
        for (var wish : Settings.Theme.values()) {
            desk.command(new Command(Messages.get("shell.command.theme." + Coded.code(wish)), null,
                    () -> model.change(settings -> settings.withTheme(wish))));
        }
        desk.command(new Command(Messages.get("settings.about"), null, this::about));
        desk.command(new Command(Messages.get("settings.log.open"), null, () -> show(places.logs().toFile())));
        desk.command(new Command(Messages.get("settings.data.open"), null, () -> show(places.data().toFile())));
        desk.command(new Command(Messages.get("settings.crashes.open"), null,
                () -> show(CrashReports.folder(places.logs()).toFile())));
    }

    /** The window is shown: what the program tells of itself comes after its first picture. */
    void shown(Failures failures) {
        beginning = background.after(FIRST_PICTURE, () -> {
            var fresh = new ProgramNews(background, desk, places.logs(),
                    new ProgramNews.Ways(folder -> show(folder.toFile()), new Links(opener)::open), updates.get(),
                    () -> model.settings().get().updates());
            news = fresh;
            fresh.begin(failures);
            if (open.get() != null) {
                fresh.opened();
            }
            model.settings().addListener((_, before, now) -> {
                if (now.updates().daily() && !now.updates().equals(before.updates())) {
                    fresh.look();
                }
            });
        });
    }

    /** The window is closed. */
    void close() {
        if (beginning != null) {
            beginning.cancel();
        }
        if (news != null) {
            news.close();
        }
    }

    /** The workspace whose server the person is told about; null where none is open. */
    void opened(@Nullable OpenWorkspace workspace) {
        open.set(workspace);
        if (workspace != null && news != null) {
            news.opened();
        }
    }

    /** After how long without a key or the mouse the vault is locked. */
    Duration vaultIdle() {
        return Duration.ofMinutes(model.settings().get().vaultMinutes());
    }

    private void apply(Settings settings) {
        theme.choose(Theme.Wish.valueOf(settings.theme().name()));
        theme.compact(settings.density() == Settings.Density.COMPACT);
        theme.text(settings.textPercent() / 100.0);
        Zones.show(settings.zone());
        desk.startAt(settings.startPage());
        log.level(settings.logLevel());
    }

    private SettingsScreen screen() {
        if (screen == null) {
            screen = new SettingsScreen(model, background, new SettingsActs(this::startPages, this::read,
                    folder -> show(folder.toFile()), new SettingsActs.Folders(places.logs(), places.data()),
                    new SettingsActs.Updates(updates.get(), new Links(opener)::open), desk::back));
        }
        return screen;
    }

    private void about() {
        desk.go(DeskController.SETTINGS, () -> screen().showAbout());
    }

    private List<SettingsActs.Place> startPages() {
        return desk.places().stream().filter(place -> place.group() != Destination.Group.ALWAYS)
                .map(place -> new SettingsActs.Place(place.key(), place.title())).toList();
    }

    private About read() {
        var workspace = open.get();
        return new About(BuildVersion.number(), BuildVersion.commit(),
                System.getProperty("java.version") + ", " + System.getProperty("java.vendor"),
                System.getProperty("javafx.runtime.version", ""),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                        + System.getProperty("os.arch"),
                workspace == null ? null : workspace.database().serverVersion(), Libraries.all());
    }

    /** The file manager shows a folder; one that isn't there yet is made, so that it has something to show. */
    private void show(File folder) {
        background.slot().run(() -> {
            java.nio.file.Files.createDirectories(folder.toPath());
            return folder.toURI().toString();
        }, opener);
    }
}
