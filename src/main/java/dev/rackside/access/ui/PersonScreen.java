package dev.rackside.access.ui;

import dev.rackside.access.PeopleService;
import dev.rackside.access.PersonFacet;
import dev.rackside.access.PersonRow;
import dev.rackside.access.TokenRow;
import dev.rackside.access.Who;
import dev.rackside.fx.Background;
import dev.rackside.fx.DetailPane;
import dev.rackside.fx.Dialogs;
import dev.rackside.fx.ListKeys;
import dev.rackside.fx.ListScreen;
import dev.rackside.fx.Views;
import dev.rackside.text.Messages;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/** People and services: the list, and beside it the detail or the form of one. */
public final class PersonScreen extends ListScreen<PersonRow> {

    private final Dialogs dialogs;
    private final PersonListViewModel listModel;
    private final PersonDetailViewModel detailModel;
    private final PersonListController list;
    private final PersonDetailController detail;
    private final PersonFormController form;
    private final DetailPane<PersonRow> pane;

    /** @param who the person at this workstation, who can't shut themselves out */
    public PersonScreen(PeopleService people, Supplier<Who> who, Background background, Dialogs dialogs) {
        this.dialogs = dialogs;
        listModel = new PersonListViewModel(background, people);
        detailModel = new PersonDetailViewModel(background, people, who);
        detailModel.onChanged(listModel::refresh);
        list = new PersonListController(listModel, background, this::create);
        detail = new PersonDetailController(detailModel, new PersonDetailController.Steps(this::back, this::edit,
                this::turn, this::delete, this::revoke));
        form = new PersonFormController(people, who, background, dialogs, this::back);
        var views = new Views();
        frame.setList(views.load(list));
        var detailView = views.load(detail);
        var formView = views.load(form);
        pane = new DetailPane<>(frame, listModel.rows(), detailView, formView, form.editing(), background);
        pane.onShow(row -> {
            detail.folded(frame.folded());
            detailModel.show(row);
        });
        form.editing().onSaved(row -> saved(row.id()));
        list.table().onOpen(_ -> {
            detail.folded(frame.folded());
            pane.open();
        });
        frame.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        arrange(new Parts<>(listModel, list.table(), list::focusSearch, pane, form.editing()));
    }

    private void pressed(KeyEvent event) {
        var onList = !pane.editing() && pane.row() != null && !(event.getTarget() instanceof TextInputControl);
        if (ListKeys.BACK.match(event) && frame.getDetail() != null) {
            back();
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

    @Override
    public void create() {
        form.editing().leave(() -> {
            pane.edit();
            form.create();
        });
    }

    private void saved(UUID id) {
        saved();
        listModel.reveal(id);
    }

    private void turn() {
        var row = pane.row();
        var read = detailModel.detail().get();
        if (row == null) {
            return;
        }
        var inactive = (read == null ? row.state() : read.state()).equals(PersonFacet.INACTIVE);
        if (inactive) {
            detailModel.activate(true);
        } else if (dialogs.confirm(Messages.get("person.deactivate.question", row.name()),
                Messages.get("person.deactivate.text"), Messages.get("person.deactivate"))) {
            detailModel.activate(false);
        }
    }

    private void delete() {
        var row = pane.row();
        if (row != null) {
            detailModel.beforeDelete(found -> delete(row, found));
        }
    }

    /** A name that stands in rows stays explained: the person is let in no longer instead. */
    private void delete(PersonRow row, PersonDetailViewModel.Leaving found) {
        if (found.traces().isEmpty()) {
            if (dialogs.confirmDelete(Messages.get("person.delete.what", row.name()),
                    PersonWords.consequences(found.dependents()))) {
                detailModel.delete(this::deleted);
            }
        } else if (dialogs.confirm(Messages.get("person.keep.question", row.name()),
                Messages.get("person.keep.text", PersonWords.traces(found.traces())),
                Messages.get("person.deactivate"))) {
            detailModel.activate(false);
        }
    }

    private void revoke(TokenRow token) {
        if (dialogs.confirm(Messages.get("person.token.revoke.question", String.valueOf(token.name())),
                Messages.get("person.token.revoke.text"), Messages.get("person.token.revoke"))) {
            detailModel.revoke(token.id());
        }
    }

    /** Shows one person, wherever they stand in the list. */
    public void show(UUID id) {
        pane.leave(() -> listModel.reveal(id));
    }
}
