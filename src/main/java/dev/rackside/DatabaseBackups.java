package dev.rackside;

import dev.rackside.access.Role;
import dev.rackside.backup.BackupAlert;
import dev.rackside.backup.BackupHealth;
import dev.rackside.backup.BackupMaker;
import dev.rackside.backup.BackupPeriod;
import dev.rackside.backup.BackupReports;
import dev.rackside.backup.BackupRestorer;
import dev.rackside.backup.BackupService;
import dev.rackside.backup.PruneService;
import dev.rackside.backup.ScheduleRunner;
import dev.rackside.backup.ScheduleService;
import dev.rackside.backup.SlotNotice;
import dev.rackside.backup.SystemNotice;
import dev.rackside.backup.Workshop;
import dev.rackside.backup.Workstation;
import dev.rackside.backup.notice.Notices;
import dev.rackside.backup.proof.RestoreProofs;
import dev.rackside.backup.proof.SignedProof;
import dev.rackside.backup.ui.BackupActs;
import dev.rackside.backup.ui.BackupDoors;
import dev.rackside.backup.ui.BackupScreen;
import dev.rackside.backup.ui.BackupWatch;
import dev.rackside.backup.ui.NoticeWatch;
import dev.rackside.backup.ui.ScheduleScreen;
import dev.rackside.cli.BuildVersion;
import dev.rackside.credential.ProofSigning;
import dev.rackside.credential.VaultService;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.fx.Once;
import dev.rackside.fx.Slot;
import dev.rackside.shell.Destination;
import dev.rackside.text.Messages;
import dev.rackside.workspace.OpenWorkspace;
import org.kordamp.ikonli.feather.Feather;

/** The backups of the workspace's own database: how they stand, what is done with them, and when they are due. */
final class DatabaseBackups {

    private final OpenWorkspace workspace;
    private final Place place;
    private final BackupService backups;
    private final Workshop workshop;
    private final VaultService vaults;
    private final BackupMaker maker;
    private final BackupWatch watch;
    private final Slot noticing;
    private final Notices notices;
    private final NoticeWatch telling;
    private final Once<BackupScreen> backupScreen = new Once<>(this::makeBackups);
    private final Once<ScheduleScreen> scheduleScreen = new Once<>(this::makeSchedules);

    /**
     * @param workshop with what and where this workstation takes them
     * @param vaults sign proofs of restore
     * @param notices tells people outside the window
     */
    DatabaseBackups(OpenWorkspace workspace, Workshop workshop, VaultService vaults, Notices notices, Place place) {
        this.workspace = workspace;
        this.place = place;
        this.workshop = workshop;
        this.vaults = vaults;
        this.notices = notices;
        telling = new NoticeWatch(notices, place.background(), problem -> place.desk().problem(problem, null));
        backups = new BackupService(workspace.database());
        maker = new BackupMaker(workspace.database(), workshop, this::person);
        noticing = place.background().slot();
        // What a process that was killed left is settled before anybody looks; where nothing may be written, it stays.
        place.background().slot().run(() -> {
            maker.clearLeftOvers();
            return "";
        }, _ -> {
        }, _ -> {
        });
        watch = new BackupWatch(backups, place.background(), this::mark, this::alert);
    }

    Destination backups() {
        return new Destination("backups", Feather.ARCHIVE, backupScreen::get).keys(BackupScreen.KEYS);
    }

    Destination schedules() {
        return new Destination("schedules", Feather.CALENDAR, scheduleScreen::get).keys(ScheduleScreen.KEYS);
    }

    /** What happened to a schedule's backup, on this workstation or another. */
    void told(SlotNotice notice) {
        if (notice.kind() == SlotNotice.Kind.DONE) {
            place.desk().say(notice.sentence());
        } else if (notice.kind() == SlotNotice.Kind.MISSED) {
            // What failed is told by the watch, whoever took it.
            place.desk().problem(new Problem(ErrorCode.BACKUPS_NEED_YOU, notice.sentence()), null);
        }
        if (notice.kind() != SlotNotice.Kind.TAKEN) {
            watch.look();
            place.desk().refresh();
        }
    }

    void stop() {
        watch.stop();
        telling.stop();
    }

    private void mark(BackupHealth state) {
        var style = switch (state.light()) {
            case GREEN -> null;
            case AMBER -> "dot-warn";
            case RED -> "dot-bad";
        };
        place.desk().mark("backups", style, state.sentence());
        telling.look();
    }

    private void alert(BackupAlert alert) {
        if (alert.bad()) {
            place.desk().problem(new Problem(ErrorCode.BACKUPS_NEED_YOU, alert.sentence()), null);
        } else {
            place.desk().say(alert.sentence());
        }
        // Where the window isn't looked at.
        noticing.run(() -> SystemNotice.show(Messages.get("backup.alert.title"), alert.sentence()), _ -> {
        });
    }

    private String person() {
        return workspace.who().username();
    }

    private boolean administrator() {
        return workspace.who().role().known() == Role.ADMINISTRATOR;
    }

    private BackupScreen makeBackups() {
        var database = workspace.database();
        return place.kept("backups", new BackupScreen(
                new BackupDoors(backups, new BackupReports(database),
                        new PruneService(database, this::person, this::administrator, Workstation.name()), maker,
                        new BackupRestorer(database, workshop, this::person, workspace::administrator), notices,
                        this::proof),
                person(), place.background(), place.failures(), place.scope(),
                new BackupActs(place.desk()::say, watch::look)));
    }

    private SignedProof proof(BackupPeriod period) {
        var database = workspace.database();
        return new RestoreProofs(database, new ProofSigning(database, vaults), BuildVersion.number())
                .of(period, workspace.workspace().name(), person());
    }

    private ScheduleScreen makeSchedules() {
        return place.kept("schedules",
                new ScheduleScreen(new ScheduleService(workspace.database()), place.background(), place.failures(),
                        id -> place.desk().go("backups", () -> backupScreen.get().show(id)),
                        new ScheduleRunner(workspace.database(), maker, _ -> {
                            // The job that runs it tells what came of it.
                        })::now));
    }
}
