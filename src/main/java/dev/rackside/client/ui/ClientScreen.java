package dev.rackside.client.ui;

import dev.rackside.fx.Act;
import dev.rackside.fx.Background;
import dev.rackside.fx.DetailPane;
import dev.rackside.fx.Dialogs;
import dev.rackside.fx.ListKeys;
import dev.rackside.fx.ListScreen;
import dev.rackside.fx.Shortcut;
import dev.rackside.fx.Views;
import dev.rackside.client.ClientDraft;
import dev.rackside.client.ClientRow;
import dev.rackside.client.ClientService;
import dev.rackside.row.Choice;
import dev.rackside.text.Messages;
import java.util.List;
import java.util.UUID;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** Clients: the list, and beside it the detail or the form of one. */
public final class ClientScreen extends ListScreen<ClientRow> {

    /** What its keys do, beyond those of every list. */
    public static final List<Shortcut> KEYS = List.of(ListKeys.DUPLICATE);

    private final ClientActs acts;
    private final Dialogs dialogs;
    private final ClientListViewModel listModel;
    private final ClientDetailViewModel detailModel;
    private final ClientListController list;
    private final ClientDetailController detail;
    private final ClientFormController form;
    private final DetailPane<ClientRow> pane;

    /** @param scope the client that the whole window is narrowed to; null for all */
    public ClientScreen(ClientService clients, Background background, Dialogs dialogs,
            ObservableValue<@Nullable Choice> scope, ClientActs acts) {
        this.acts = acts;
        this.dialogs = dialogs;
        listModel = new ClientListViewModel(background, clients);
        detailModel = new ClientDetailViewModel(background, clients);
        list = new ClientListController(listModel, scope, background, this::create);
        detail = new ClientDetailController(detailModel, acts, new ClientDetailController.Steps(this::back,
                this::edit, this::duplicate, this::delete));
        form = new ClientFormController(clients, background, dialogs, this::back);
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
        return List.of(Act.of("client.work-on", null, () -> detail.with(acts.workOn())),
                Act.duplicate(this::duplicate), Act.delete(this::delete));
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
            start(facts.client().draft().copy());
        }
    }

    @Override
    public void create() {
        form.editing().leave(() -> start(ClientDraft.blank()));
    }

    private void start(ClientDraft draft) {
        form.start(draft);
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
        var name = ClientWords.name(row.name());
        detailModel.beforeDelete(found -> {
            if (dialogs.confirmByTyping(Messages.get("client.delete.what", name), name,
                    ClientWords.consequences(found))) {
                detailModel.delete(this::deleted);
            }
        });
    }

    /** Shows one client, wherever it stands in the list. */
    public void show(UUID id) {
        pane.leave(() -> listModel.reveal(id));
    }
}
