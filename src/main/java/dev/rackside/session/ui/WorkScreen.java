package dev.rackside.session.ui;

import dev.rackside.fx.Act;
import dev.rackside.fx.Background;
import dev.rackside.fx.BulkEditing;
import dev.rackside.fx.BulkFields;
import dev.rackside.fx.DetailPane;
import dev.rackside.fx.Dialogs;
import dev.rackside.fx.ListKeys;
import dev.rackside.fx.ListScreen;
import dev.rackside.fx.Shortcut;
import dev.rackside.fx.Slot;
import dev.rackside.fx.Views;
import dev.rackside.row.Choice;
import dev.rackside.row.Dependent;
import dev.rackside.session.WorkDraft;
import dev.rackside.session.WorkPriority;
import dev.rackside.session.WorkRow;
import dev.rackside.session.WorkStatus;
import dev.rackside.text.Messages;
import java.util.List;
import java.util.UUID;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** Work items: the list, and beside it the detail or the form of one. */
public final class WorkScreen extends ListScreen<WorkRow> {

    /** What its keys do, beyond those of every list. */
    public static final List<Shortcut> KEYS = List.of(ListKeys.EDIT_MANY, ListKeys.TAKE_BACK, ListKeys.DUPLICATE);

    private static final int MATCHES = 50;

    private final WorkDoors doors;
    private final Dialogs dialogs;
    private final Slot acting;
    private final WorkListViewModel listModel;
    private final WorkListController list;
    private final WorkDetailController detail;
    private final WorkFormController form;
    private final DetailPane<WorkRow> pane;

    /** @param scope the client that the whole window is narrowed to; null for all */
    public WorkScreen(WorkDoors doors, Background background, Dialogs dialogs,
            ObservableValue<@Nullable Choice> scope, WorkActs acts) {
        this.doors = doors;
        this.dialogs = dialogs;
        acting = background.slot();
        listModel = new WorkListViewModel(background, doors, scope);
        list = new WorkListController(listModel, background, this::create);
        detail = new WorkDetailController(doors, acts, background, new WorkDetailController.Steps(this::back,
                this::edit, this::duplicate, this::delete, listModel::refresh));
        form = new WorkFormController(doors, background, dialogs, this::back);
        var views = new Views();
        frame.setList(views.load(list));
        var detailView = views.load(detail);
        var formView = views.load(form);
        pane = new DetailPane<>(frame, listModel.rows(), detailView, formView, form.editing(), background);
        pane.onShow(row -> {
            detail.folded(frame.folded());
            detail.show(row);
        });
        form.editing().onSaved(row -> saved(row.id()));
        list.table().onOpen(_ -> open());
        frame.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        arrange(new Parts<>(listModel, list.table(), list::focusSearch, pane, form.editing()));
        editMany(new BulkEditing<>(background, doors.work().bulk(), listModel, list.table(),
                () -> many(background, doors),
                draft -> WorkWords.title(draft.work().title())));
    }

    private static BulkFields many(Background background, WorkDoors doors) {
        return new BulkFields(background)
                .coded("work.status", "status", WorkStatus.class, WorkWords.STATUS)
                .coded("work.priority", "priority", WorkPriority.class, WorkWords.PRIORITY)
                .several("work.tags", "tags", "work.many.add", "work.many.remove",
                        text -> doors.tags().choices(text, MATCHES))
                .following("work.field.completedAt", "completedAt");
    }

    private void open() {
        detail.folded(frame.folded());
        pane.open();
    }

    private void pressed(KeyEvent event) {
        var onList = !pane.editing() && pane.row() != null;
        if (ListKeys.BACK.match(event) && frame.getDetail() != null) {
            back();
        } else if (onList && ListKeys.DUPLICATE.match(event)) {
            duplicate();
        } else if (onList && ListKeys.DELETE.match(event) && !(event.getTarget() instanceof TextInputControl)) {
            delete();
        } else {
            return;
        }
        event.consume();
    }

    @Override
    protected List<Act> rowActs() {
        return List.of(Act.duplicate(this::duplicate), Act.delete(this::delete));
    }

    @Override
    protected void edit() {
        var row = pane.row();
        if (row != null) {
            form.edit(row.id(), pane::edit);
        }
    }

    private void duplicate() {
        var row = pane.row();
        if (row != null) {
            acting.run(() -> doors.work().load(row.id()), loaded -> start(loaded.draft().copy()));
        }
    }

    @Override
    public void create() {
        var session = listModel.session().get();
        start(WorkDraft.blank(session == null ? null : session.id()));
    }

    private void start(WorkDraft draft) {
        form.editing().leave(() -> form.create(draft, pane::edit));
    }

    /** Opens the form of a new work item of a session. */
    public void addFor(UUID sessionId) {
        listModel.onlySession(sessionId);
        start(WorkDraft.blank(sessionId));
    }

    /** Shows only the work items of a session, until the person takes the chip away. */
    public void showForSession(UUID sessionId) {
        listModel.onlySession(sessionId);
    }

    /** Shows the work items that have a tag, and nothing else narrows the list. */
    public void showForTag(Choice tag) {
        pane.leave(() -> list.showForTag(tag));
    }

    /** Shows one work item, also where the list doesn't. */
    public void show(UUID id) {
        pane.leave(() -> listModel.reveal(id));
    }

    private void saved(UUID id) {
        saved();
        listModel.reveal(id);
    }

    private void delete() {
        var row = pane.row();
        if (row != null) {
            acting.run(() -> doors.work().dependents(row.id()), goes -> delete(row, goes));
        }
    }

    private void delete(WorkRow row, List<Dependent> goes) {
        if (dialogs.confirmDelete(Messages.get("work.delete.what", WorkWords.title(row)),
                SessionWords.consequences(goes))) {
            acting.once(() -> {
                doors.work().delete(row.id());
                return row;
            }, _ -> deleted());
        }
    }
}
