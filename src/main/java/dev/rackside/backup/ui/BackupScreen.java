package dev.rackside.backup.ui;

import dev.rackside.backup.BackupDraft;
import dev.rackside.backup.BackupRow;
import dev.rackside.backup.BackupFilter;
import dev.rackside.fx.Act;
import dev.rackside.fx.Background;
import dev.rackside.fx.DetailPane;
import dev.rackside.fx.Dialogs;
import dev.rackside.fx.ListKeys;
import dev.rackside.fx.ListScreen;
import dev.rackside.fx.Shortcut;
import dev.rackside.fx.Views;
import dev.rackside.row.Choice;
import dev.rackside.row.Dependent;
import dev.rackside.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** Backups: what matters of them, the list, and beside it the detail or the form of one. */
public final class BackupScreen extends ListScreen<BackupRow> {

    /** The keys that this screen has beside those of every list. */
    public static final List<Shortcut> KEYS = Stream.concat(BackupPages.KEYS.stream(), BackupJobs.KEYS.stream())
            .toList();

    private final Dialogs dialogs;
    private final BackupPages pages;
    private final BackupJobs jobs;
    private final BackupListViewModel listModel;
    private final BackupDetailViewModel detailModel;
    private final BackupListController list;
    private final BackupDetailController detail;
    private final BackupFormController form;
    private final DetailPane<BackupRow> pane;

    /**
     * @param person whose name stands in the records made here
     * @param scope the client that the whole window is narrowed to; a backup holds them all
     */
    public BackupScreen(BackupDoors doors, String person, Background background, Dialogs dialogs,
            ObservableValue<@Nullable Choice> scope, BackupActs acts) {
        this.dialogs = dialogs;
        jobs = new BackupJobs(doors.maker(), background, acts.say(), () -> {
            refresh();
            acts.look().run();
        });
        var backups = doors.backups();
        listModel = new BackupListViewModel(background, backups);
        detailModel = new BackupDetailViewModel(background, backups);
        list = new BackupListController(listModel, background, scope, new BackupListController.Ways(this::create,
                () -> pages().history(), () -> pages().retention(),
                () -> pages().notices(), () -> pages().proof(), jobs));
        detail = new BackupDetailController(detailModel,
                new BackupDetailController.Steps(this::back, this::edit, this::delete, this::verify,
                        this::restore, () -> confirm(person)),
                jobs.running());
        form = new BackupFormController(backups, person, background, dialogs, this::back);
        var views = new Views();
        frame.setList(views.load(list));
        var detailView = views.load(detail);
        var formView = views.load(form);
        pane = new DetailPane<>(frame, listModel.rows(), detailView, formView, form.editing(), background);
        pages = new BackupPages(frame, doors, background, dialogs,
                new BackupPages.Ways(this::leaveRow, this::focusTable,
                        day -> listModel.narrow(BackupFilter.ALL.started(day)), listModel::showFailures, this::show,
                        listModel::refresh));
        pane.onShow(this::show);
        form.editing().onSaved(row -> saved(row.id()));
        list.table().onOpen(_ -> open());
        frame.sceneProperty().addListener((_, _, scene) -> listModel.watched(scene != null));
        frame.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        listModel.summary().addListener(_ -> pages.refresh());
        arrange(new Parts<>(listModel, list.table(), () -> {
            pages.close();
            list.focusSearch();
        }, pane, form.editing()));
    }

    /** Shows one backup, also where the list doesn't. */
    public void show(UUID id) {
        pane.leave(() -> {
            pages.close();
            listModel.reveal(id);
        });
    }

    /** Nothing stays chosen: its detail would come back beside the page. */
    private void leaveRow(Runnable then) {
        pane.leave(() -> {
            listModel.rows().selected().set(null);
            then.run();
        });
    }

    /** The pages are made after the list that leads to them. */
    private BackupPages pages() {
        return pages;
    }

    private void show(BackupRow row) {
        detail.folded(frame.folded());
        detailModel.show(row);
    }

    private void open() {
        detail.folded(frame.folded());
        pane.open();
    }

    private void pressed(KeyEvent event) {
        var onList = !pane.editing() && pane.row() != null && !pages.isOpen();
        if (pages.pressed(event) || jobs.pressed(event)) {
            event.consume();
            return;
        }
        var typing = event.getTarget() instanceof TextInputControl;
        if (onList && BackupPages.RESTORE.match(event)) {
            restore();
        } else if (ListKeys.BACK.match(event) && frame.getDetail() != null) {
            back();
        } else if (onList && !typing && ListKeys.DELETE.match(event)) {
            delete();
        } else if (onList && !typing && BackupJobs.VERIFY.match(event)) {
            verify();
        } else {
            return;
        }
        event.consume();
    }

    @Override
    protected boolean editable() {
        var known = detailModel.detail().get();
        return known != null && known.editable();
    }

    @Override
    protected List<Act> rowActs() {
        var known = detailModel.detail().get();
        var acts = new ArrayList<Act>();
        if (known != null && known.restorable()) {
            acts.add(Act.of("backup.restore", BackupPages.RESTORE.keys(), this::restore));
        }
        acts.add(Act.of("backup.verify", BackupJobs.VERIFY.keys(), this::verify));
        acts.add(Act.delete(this::delete));
        return acts;
    }

    private void verify() {
        var row = pane.row();
        if (row != null) {
            jobs.prove(row);
        }
    }

    @Override
    protected void edit() {
        var known = detailModel.detail().get();
        if (known != null && known.editable()) {
            form.edit(known.row().id(), pane::edit);
        }
    }

    @Override
    public void create() {
        form.editing().leave(() -> {
            pages.close();
            form.create(BackupDraft.blank(), pane::edit);
        });
    }

    private void restore() {
        var known = detailModel.detail().get();
        if (known != null && known.restorable() && !pane.editing()) {
            pages.restore(known.row());
        }
    }

    private void saved(UUID id) {
        saved();
        listModel.reveal(id);
    }

    private void confirm(String person) {
        if (dialogs.confirm(Messages.get("backup.suspect.question"), Messages.get("backup.suspect.explanation"),
                Messages.get("backup.suspect.right"))) {
            detailModel.confirm(person, listModel::refresh);
        }
    }

    private void delete() {
        detailModel.beforeDelete(this::askToDelete);
    }

    private void askToDelete(List<Dependent> dependents) {
        var row = detailModel.row().get();
        if (row != null && dialogs.confirmDelete(Messages.get("backup.delete.what", BackupBadges.title(row)),
                consequences(row, dependents))) {
            detailModel.delete(this::deleted);
        }
    }

    /** The record goes; the file never does. */
    static List<String> consequences(BackupRow row, List<Dependent> dependents) {
        var sentences = new ArrayList<String>();
        sentences.add(Messages.get("backup.delete.file-stays", String.valueOf(row.filePath())));
        for (var each : dependents) {
            var key = each.table().equals("backup_schedules")
                    ? "backup.delete.schedules"
                    : each.deleted() ? "backup.delete.goes" : "backup.delete.unlinked";
            sentences.add(Messages.get(key, each.count(), each.table()));
        }
        return sentences;
    }
}
