package dev.rackside.backup.ui;

import dev.rackside.backup.BackupPeriod;
import dev.rackside.backup.BackupRow;
import dev.rackside.fx.Background;
import dev.rackside.fx.Dialogs;
import dev.rackside.fx.ListKeys;
import dev.rackside.fx.MasterDetail;
import dev.rackside.fx.Shortcut;
import dev.rackside.fx.Views;
import dev.rackside.text.Messages;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** Pages that stand in the list's place for a while and tell of all backups: their history, what retention removes, who is told. */
final class BackupPages {

    private static final Shortcut HISTORY = Shortcut.commandShifted(KeyCode.H, "backup.keys.history");
    private static final Shortcut RETENTION = Shortcut.commandShifted(KeyCode.R, "backup.keys.retention");
    private static final Shortcut NOTICES = Shortcut.commandShifted(KeyCode.M, "backup.keys.notices");

    static final Shortcut RESTORE = Shortcut.commandShifted(KeyCode.T, "backup.keys.restore");

    static final List<Shortcut> KEYS = List.of(HISTORY, RETENTION, RESTORE, NOTICES);

    private final MasterDetail frame;
    private final Ways ways;
    private final BackupHistoryViewModel historyModel;
    private final BackupHistoryController history;
    private final Node historyPage;
    private final RetentionViewModel retentionModel;
    private final RetentionController retention;
    private final Node retentionPage;
    private final RestoreViewModel restoreModel;
    private final RestoreController restore;
    private final Node restorePage;
    private final NoticesViewModel noticesModel;
    private final NoticesController notices;
    private final Node noticesPage;
    private final ProofController proof;
    private final Node proofPage;
    private @Nullable Node list;

    /**
     * What the pages lead to.
     *
     * @param leave asks for what is typed and not saved, then goes on
     * @param focusList gives the keyboard to the list, which has its place again
     * @param day narrows the list to a day
     * @param failures narrows the list to what failed lately
     * @param changed the list is to be read again
     */
    record Ways(Consumer<Runnable> leave, Runnable focusList, Consumer<BackupPeriod> day, Runnable failures,
            Consumer<UUID> backup, Runnable changed) {}

    BackupPages(MasterDetail frame, BackupDoors doors, Background background, Dialogs dialogs, Ways ways) {
        this.frame = frame;
        this.ways = ways;
        var views = new Views();
        historyModel = new BackupHistoryViewModel(background, doors.reports());
        history = new BackupHistoryController(historyModel, new BackupHistoryController.Ways(this::close, day -> {
            ways.day().accept(day);
            close();
        }, () -> {
            ways.failures().run();
            close();
        }, ways.backup()));
        historyPage = views.load(history);
        retentionModel = new RetentionViewModel(background, doors.retention());
        retention = new RetentionController(retentionModel, dialogs, this::close, ways.changed());
        retentionPage = views.load(retention);
        restoreModel = new RestoreViewModel(background, doors.restorer());
        restore = new RestoreController(restoreModel, this::close, ways.changed());
        restorePage = views.load(restore);
        noticesModel = new NoticesViewModel(background, doors.notices());
        notices = new NoticesController(noticesModel, dialogs, this::close);
        noticesPage = views.load(notices);
        proof = new ProofController(new ProofViewModel(background, doors.proofs()), dialogs, this::close);
        proofPage = views.load(proof);
    }

    void history() {
        ways.leave().accept(() -> {
            historyModel.read();
            open(historyPage);
            history.focus();
        });
    }

    void retention() {
        ways.leave().accept(() -> {
            retentionModel.read();
            open(retentionPage);
            retention.focus();
        });
    }

    /** Leads to a restore of a backup; one that is at work is shown again rather than a second one begun. */
    void restore(BackupRow row) {
        ways.leave().accept(() -> {
            if (!restoreModel.working()) {
                restore.title(Messages.get("backup.restore.title", BackupBadges.title(row)));
            }
            restoreModel.begin(row.id());
            open(restorePage);
            restore.focus();
        });
    }

    void notices() {
        ways.leave().accept(() -> {
            noticesModel.read();
            open(noticesPage);
            notices.focus();
        });
    }

    void proof() {
        ways.leave().accept(() -> {
            open(proofPage);
            proof.begin();
        });
    }

    private void open(Node page) {
        if (list == null) {
            list = frame.getList();
        }
        frame.setDetail(null);
        frame.setList(page);
        // Only what stands in a scene takes the keyboard.
        frame.applyCss();
        frame.layout();
    }

    /** Gives the list its place back. */
    void close() {
        var before = list;
        if (before != null) {
            list = null;
            frame.setList(before);
            ways.focusList().run();
        }
    }

    boolean isOpen() {
        return list != null;
    }

    /** Reads again what is shown. */
    void refresh() {
        if (isOpen() && historyPage.equals(frame.getList())) {
            historyModel.read();
        } else if (isOpen() && noticesPage.equals(frame.getList())) {
            noticesModel.read();
        }
    }

    /** Whether the key was one of the pages'. */
    boolean pressed(KeyEvent event) {
        if (HISTORY.match(event)) {
            history();
        } else if (RETENTION.match(event)) {
            retention();
        } else if (NOTICES.match(event)) {
            notices();
        } else if (isOpen() && frame.getDetail() == null && ListKeys.BACK.match(event)) {
            if (noticesPage.equals(frame.getList())) {
                notices.leave(this::close);
            } else {
                close();
            }
        } else {
            return false;
        }
        return true;
    }
}
