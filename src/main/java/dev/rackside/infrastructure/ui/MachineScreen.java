package dev.rackside.infrastructure.ui;

import dev.rackside.fx.Act;
import dev.rackside.fx.Background;
import dev.rackside.fx.BulkEditing;
import dev.rackside.fx.BulkFields;
import dev.rackside.fx.DetailPane;
import dev.rackside.fx.Dialogs;
import dev.rackside.fx.ListKeys;
import dev.rackside.fx.ListScreen;
import dev.rackside.fx.Shortcut;
import dev.rackside.fx.Views;
import dev.rackside.infrastructure.MachineDraft;
import dev.rackside.infrastructure.MachineRow;
import dev.rackside.infrastructure.MachineStatus;
import dev.rackside.row.Choice;
import dev.rackside.text.Messages;
import java.util.List;
import java.util.UUID;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** Machines: the list, and beside it the detail or the form of one. */
public final class MachineScreen extends ListScreen<MachineRow> {

    /** What its keys do, beyond those of every list. */
    public static final List<Shortcut> KEYS = List.of(ListKeys.EDIT_MANY, ListKeys.TAKE_BACK, ListKeys.DUPLICATE);

    private static final int MATCHES = 50;

    private final MachineActs acts;
    private final Dialogs dialogs;
    private final MachineListViewModel listModel;
    private final MachineDetailViewModel detailModel;
    private final MachineListController list;
    private final MachineDetailController detail;
    private final MachineFormController form;
    private final DetailPane<MachineRow> pane;

    /** @param scope the client that the whole window is narrowed to; null for all */
    public MachineScreen(MachineDoors doors, Background background, Dialogs dialogs,
            ObservableValue<@Nullable Choice> scope, MachineActs acts) {
        this.acts = acts;
        this.dialogs = dialogs;
        listModel = new MachineListViewModel(background, doors.machines(), scope);
        detailModel = new MachineDetailViewModel(background, doors.machines());
        list = new MachineListController(listModel, background, this::create);
        detail = new MachineDetailController(detailModel, acts, new MachineDetailController.Steps(this::back,
                this::edit, this::duplicate, this::delete, tags -> {
                    tags.open(background, new MachineTags(doors.tags()));
                    tags.onChanged(listModel::refresh);
                }));
        form = new MachineFormController(doors, background, dialogs, this::back);
        var views = new Views();
        frame.setList(views.load(list));
        Node detailView = views.load(detail);
        Node formView = views.load(form);
        pane = new DetailPane<>(frame, listModel.rows(), detailView, formView, form.editing(), background);
        pane.onShow(row -> {
            detail.folded(frame.folded());
            detailModel.show(row);
        });
        form.editing().onSaved(row -> saved(row.id()));
        list.table().onOpen(_ -> open());
        frame.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        arrange(new Parts<>(listModel, list.table(), list::focusSearch, pane, form.editing()));
        editMany(new BulkEditing<>(background, doors.machines().bulk(), listModel, list.table(),
                () -> many(background, doors), draft -> MachineWords.name(draft.hostname())));
    }

    private static BulkFields many(Background background, MachineDoors doors) {
        return new BulkFields(background)
                .coded("machine.status", "status", MachineStatus.class, "machine.status.")
                .choice("machine.client", "clientId", null, text -> doors.clients().choices(text, MATCHES))
                .several("machine.tags", "tags", "machine.many.add", "machine.many.remove",
                        text -> doors.tags().choices(text, MATCHES));
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
        var row = pane.row();
        return List.of(Act.of("machine.insights.tip", null, () -> {
            if (row != null) {
                acts.showInsights().accept(row.id());
            }
        }), Act.duplicate(this::duplicate), Act.delete(this::delete));
    }

    @Override
    protected void edit() {
        var row = pane.row();
        if (row != null) {
            form.edit(row.id(), pane::edit);
        }
    }

    private void duplicate() {
        var facts = detailModel.facts().get();
        if (facts != null) {
            start(facts.machine().draft().copy(), facts.client());
        }
    }

    @Override
    public void create() {
        form.editing().leave(() -> {
            var client = listModel.scope().getValue();
            start(MachineDraft.blank(client == null ? null : client.id()), client);
        });
    }

    private void start(MachineDraft draft, @Nullable Choice client) {
        form.create(draft, client);
        pane.edit();
        form.focus();
    }

    private void saved(UUID id) {
        saved();
        listModel.reveal(id);
    }

    private void delete() {
        var row = pane.row();
        if (row == null) {
            return;
        }
        var what = Messages.get("machine.delete.what", MachineWords.name(row.hostname()));
        detailModel.beforeDelete(found -> {
            if (dialogs.confirmDelete(what, MachineWords.consequences(found))) {
                detailModel.delete(this::deleted);
            }
        });
    }

    /** Shows one machine, wherever it stands in the list. */
    public void show(UUID id) {
        pane.leave(() -> listModel.reveal(id));
    }

    /** Shows the machines that have a tag, and nothing else narrows the list. */
    public void showForTag(Choice tag) {
        pane.leave(() -> list.showForTag(tag));
    }
}
