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
import dev.rackside.fx.Views;
import dev.rackside.fx.Zones;
import dev.rackside.row.Choice;
import dev.rackside.row.Dependent;
import dev.rackside.session.SessionDraft;
import dev.rackside.session.SessionRow;
import dev.rackside.session.SessionStatus;
import dev.rackside.text.Messages;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** Sessions: the list, and beside it the detail or the form of one. */
public final class SessionScreen extends ListScreen<SessionRow> {

    private static final Shortcut LINK = Shortcut.command(KeyCode.L, "session.keys.link");

    /** What its keys do, beyond those of every list. */
    public static final List<Shortcut> KEYS = List.of(LINK, ListKeys.EDIT_MANY, ListKeys.TAKE_BACK, ListKeys.DUPLICATE);

    private static final int MATCHES = 50;

    private final SessionActs acts;
    private final Dialogs dialogs;
    private final SessionListViewModel listModel;
    private final SessionDetailViewModel detailModel;
    private final SessionListController list;
    private final SessionDetailController detail;
    private final SessionFormController form;
    private final DetailPane<SessionRow> pane;

    /** @param scope the client that the whole window is narrowed to; null for all */
    public SessionScreen(SessionDoors doors, Background background, Dialogs dialogs,
            ObservableValue<@Nullable Choice> scope, SessionActs acts) {
        this.acts = acts;
        this.dialogs = dialogs;
        listModel = new SessionListViewModel(background, doors.sessions(), scope);
        detailModel = new SessionDetailViewModel(background, doors.sessions());
        list = new SessionListController(listModel, background, this::create);
        detail = new SessionDetailController(detailModel, acts, new SessionDetailController.Steps(this::back,
                this::edit, this::duplicate, this::delete));
        form = new SessionFormController(doors.sessions(), doors.clients(), background, dialogs, this::back);
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
        editMany(new BulkEditing<>(background, doors.sessions().bulk(), listModel, list.table(),
                () -> many(background, doors),
                draft -> draft.title() == null ? Messages.get("session.untitled") : draft.title()));
    }

    private static BulkFields many(Background background, SessionDoors doors) {
        return new BulkFields(background)
                .coded("session.status", "status", SessionStatus.class, "session.status.")
                .choice("session.client", "clientId", "session.many.no-client",
                        text -> doors.clients().choices(text, MATCHES));
    }

    private void open() {
        detail.folded(frame.folded());
        pane.open();
    }

    private void pressed(KeyEvent event) {
        var onList = !pane.editing() && pane.row() != null;
        if (ListKeys.BACK.match(event) && frame.getDetail() != null) {
            back();
        } else if (onList && LINK.match(event)) {
            detail.withSession(acts.linkTicket());
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
        return List.of(Act.of("session.link", LINK.keys(), () -> detail.withSession(acts.linkTicket())),
                Act.of("session.tickets.show", null, () -> detail.withSession(acts.showTickets())),
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
        var read = detailModel.more().get();
        var row = pane.row();
        if (read != null && row != null) {
            start(read.draft().copy(LocalDate.now(Zones.shown()), Instant.now()),
                    row.clientId() == null || row.clientName() == null
                            ? null
                            : new Choice(row.clientId(), row.clientName()));
        }
    }

    @Override
    public void create() {
        form.editing().leave(() -> start(SessionDraft.blank(listModel.clientId(), acts.whoIAm().get(),
                LocalDate.now(Zones.shown()), Instant.now()), listModel.scope().getValue()));
    }

    private void start(SessionDraft draft, @Nullable Choice client) {
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
        var what = Messages.get("session.delete.what",
                Objects.requireNonNullElse(row.title(), Messages.get("session.untitled")));
        Consumer<List<Dependent>> ask = found -> {
            if (dialogs.confirmDelete(what, SessionWords.consequences(found))) {
                detailModel.delete(this::deleted);
            }
        };
        detailModel.beforeDelete(ask);
    }

    /** Shows one session, also where the list doesn't. */
    public void show(UUID id) {
        pane.leave(() -> listModel.reveal(id));
    }
}
