package dev.rackside.failure.ui;

import dev.rackside.failure.FailureRow;
import dev.rackside.fx.Background;
import dev.rackside.fx.DetailPane;
import dev.rackside.fx.Dialogs;
import dev.rackside.fx.ListKeys;
import dev.rackside.fx.ListScreen;
import dev.rackside.fx.Shortcut;
import dev.rackside.fx.Slot;
import dev.rackside.fx.Views;
import dev.rackside.row.Choice;
import dev.rackside.row.Dependent;
import dev.rackside.text.Messages;
import java.util.List;
import java.util.UUID;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** Failure patterns: the list, and beside it the detail or the form of one. */
public final class FailureScreen extends ListScreen<FailureRow> {

    private static final Shortcut TAKE_BACK = Shortcut.command(KeyCode.Z, "failure.keys.take-back");
    private static final Shortcut SEEN_AGAIN = Shortcut.key(KeyCode.S, "failure.keys.seen-again");

    /** What its keys do, beyond those of every list. */
    public static final List<Shortcut> KEYS = List.of(SEEN_AGAIN, TAKE_BACK, ListKeys.DUPLICATE);

    private final FailureDoors doors;
    private final Dialogs dialogs;
    private final Slot acting;
    private final FailureListViewModel listModel;
    private final FailureDetailViewModel detailModel;
    private final FailureListController list;
    private final FailureDetailController detail;
    private final FailureFormController form;
    private final DetailPane<FailureRow> pane;

    /** @param scope the client that the whole window is narrowed to; null for all */
    public FailureScreen(FailureDoors doors, Background background, Dialogs dialogs,
            ObservableValue<@Nullable Choice> scope, FailureActs acts) {
        this.doors = doors;
        this.dialogs = dialogs;
        acting = background.slot();
        listModel = new FailureListViewModel(background, doors.failures(), scope);
        detailModel = new FailureDetailViewModel(background, doors.failures());
        detailModel.onChanged(listModel::refresh);
        list = new FailureListController(listModel, background, this::create);
        detail = new FailureDetailController(detailModel, acts,
                new FailureDetailController.Steps(this::back, this::edit, this::duplicate, this::delete));
        form = new FailureFormController(doors, background, dialogs, this::back);
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
    }

    private void open() {
        detail.folded(frame.folded());
        pane.open();
    }

    private void pressed(KeyEvent event) {
        var onList = !pane.editing() && pane.row() != null && !(event.getTarget() instanceof TextInputControl);
        if (ListKeys.BACK.match(event) && frame.getDetail() != null) {
            back();
        } else if (onList && SEEN_AGAIN.match(event)) {
            detail.seenAgain();
        } else if (onList && TAKE_BACK.match(event)) {
            detailModel.takeBack();
        } else if (onList && ListKeys.DUPLICATE.match(event)) {
            duplicate();
        } else if (onList && ListKeys.DELETE.match(event)) {
            delete();
        } else {
            return;
        }
        event.consume();
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
            form.editing().leave(() -> form.duplicate(row.id(), pane::edit));
        }
    }

    @Override
    public void create() {
        form.editing().leave(() -> {
            pane.edit();
            form.create(listModel.scope().getValue());
        });
    }

    private void saved(UUID id) {
        saved();
        listModel.reveal(id);
    }

    private void delete() {
        var row = pane.row();
        if (row != null) {
            acting.run(() -> doors.failures().dependents(row.id()), goes -> delete(row, goes));
        }
    }

    private void delete(FailureRow row, List<Dependent> goes) {
        var what = Messages.get("failure.delete.what", FailureWords.signature(row.signature()));
        if (dialogs.confirmDelete(what, FailureWords.consequences(goes))) {
            acting.once(() -> {
                doors.failures().delete(row.id());
                return row;
            }, _ -> deleted());
        }
    }

    /** Shows one pattern, wherever it stands in the list. */
    public void show(UUID id) {
        pane.leave(() -> listModel.reveal(id));
    }
}
