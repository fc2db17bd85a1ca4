package dev.rackside.backup.ui;

import dev.rackside.backup.BackupPeriod;
import dev.rackside.fx.Background;
import dev.rackside.fx.Dialogs;
import dev.rackside.fx.ListKeys;
import dev.rackside.fx.MasterDetail;
import dev.rackside.fx.Shortcut;
import dev.rackside.fx.Views;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** Pages that stand in the list's place for a while and tell of all backups: their history, what retention removes. */
final class BackupPages {

    private static final Shortcut HISTORY = Shortcut.commandShifted(KeyCode.H, "backup.keys.history");
    private static final Shortcut RETENTION = Shortcut.commandShifted(KeyCode.R, "backup.keys.retention");

    static final List<Shortcut> KEYS = List.of(HISTORY, RETENTION);

    private final MasterDetail frame;
    private final Ways ways;
    private final BackupHistoryViewModel historyModel;
    private final BackupHistoryController history;
    private final Node historyPage;
    private final RetentionViewModel retentionModel;
    private final RetentionController retention;
    private final Node retentionPage;
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
        }
    }

    /** Whether the key was one of the pages'. */
    boolean pressed(KeyEvent event) {
        if (HISTORY.match(event)) {
            history();
        } else if (RETENTION.match(event)) {
            retention();
        } else if (isOpen() && frame.getDetail() == null && ListKeys.BACK.match(event)) {
            close();
        } else {
            return false;
        }
        return true;
    }
}
