package dev.rackside.ticket.ui;

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
import dev.rackside.text.Messages;
import dev.rackside.ticket.StatusRefresh;
import dev.rackside.ticket.StatusReport;
import dev.rackside.ticket.TicketDraft;
import dev.rackside.ticket.TicketRow;
import dev.rackside.ticket.TicketState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** Ticket links: the list, and beside it the detail or the form of one. */
public final class TicketScreen extends ListScreen<TicketRow> {

    private static final Shortcut BROWSE = Shortcut.command(KeyCode.ENTER, "ticket.keys.browse");

    private static final Shortcut CHECK = Shortcut.shifted(KeyCode.F5, "ticket.keys.check");
    private static final Shortcut WRITE = Shortcut.commandShifted(KeyCode.N, "ticket.keys.write");

    /** What its keys do, beyond those of every list. */
    public static final List<Shortcut> KEYS = List.of(TicketLinking.LINK, BROWSE, CHECK, WRITE, ListKeys.EDIT_MANY,
            ListKeys.TAKE_BACK,
            ListKeys.DUPLICATE);

    private static final int MATCHES = 50;

    private final TicketDoors doors;
    private final Dialogs dialogs;
    private final Slot acting;
    private final TicketListViewModel listModel;
    private final TicketListController list;
    private final TicketDetailController detail;
    private final TicketFormController form;
    private final DetailPane<TicketRow> pane;
    private final TicketActs acts;
    private final Background background;
    private final NoteController note;
    private final StatusPanel report;

    /** @param scope the client that the whole window is narrowed to; null for all */
    public TicketScreen(TicketDoors doors, Background background, Dialogs dialogs,
            ObservableValue<@Nullable Choice> scope, TicketActs acts) {
        this.doors = doors;
        this.dialogs = dialogs;
        this.acts = acts;
        this.background = background;
        acting = background.slot();
        listModel = new TicketListViewModel(background, doors, scope);
        list = new TicketListController(listModel, background, acts.find(), this::check);
        detail = new TicketDetailController(acts, new TicketDetailController.Steps(this::back, this::edit,
                this::duplicate, this::delete, this::checkOne, this::write));
        note = new NoteController(new NoteViewModel(background, doors),
                new NoteController.Steps(acts.front()::show, acts.front()::away, this::noted, this::browse));
        report = new StatusPanel(this::back, this::show);
        form = new TicketFormController(doors, background, dialogs, this::back);
        var views = new Views();
        views.load(note);
        frame.setList(views.load(list));
        Node detailView = views.load(detail);
        Node formView = views.load(form);
        pane = new DetailPane<>(frame, listModel.rows(), detailView, formView, form.editing(), background);
        pane.onShow(row -> {
            detail.folded(frame.folded());
            detail.show(row);
        });
        form.editing().onSaved(row -> saved(row.id()));
        list.table().onOpen(_ -> open());
        frame.addEventFilter(KeyEvent.KEY_PRESSED, this::browse);
        frame.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        arrange(new Parts<>(listModel, list.table(), list::focusSearch, pane, form.editing()));
        editMany(new BulkEditing<>(background, doors.tickets().bulk(), listModel, list.table(),
                () -> many(background, doors), TicketWords::title));
    }

    private static BulkFields many(Background background, TicketDoors doors) {
        return new BulkFields(background)
                .coded("ticket.state", "state", TicketState.class, "ticket.state.")
                .choice("ticket.client", "clientId", "ticket.many.no-client",
                        text -> doors.clients().choices(text, MATCHES));
    }

    private void open() {
        detail.folded(frame.folded());
        pane.open();
    }

    /** Ahead of the table, for which it is an Enter. */
    private void browse(KeyEvent event) {
        if (BROWSE.match(event) && !pane.editing() && pane.row() != null) {
            event.consume();
            detail.openInBrowser();
        }
    }

    private void pressed(KeyEvent event) {
        var onList = !pane.editing() && pane.row() != null;
        if (ListKeys.BACK.match(event) && frame.getDetail() != null) {
            back();
        } else if (CHECK.match(event) && !pane.editing()) {
            check();
        } else if (onList && WRITE.match(event)) {
            write();
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
        var acts = new ArrayList<Act>();
        if (row != null && row.url() != null) {
            acts.add(new Act(Messages.get("ticket.open-at", TicketWords.system(row.system())), BROWSE.keys(),
                    detail::openInBrowser));
        }
        if (row != null && row.sessionId() != null) {
            acts.add(Act.of("ticket.session.show", null, detail::openSession));
        }
        acts.add(Act.of("ticket.check.one", null, this::checkOne));
        acts.add(Act.of("ticket.write", WRITE.keys(), this::write));
        acts.addAll(List.of(Act.duplicate(this::duplicate), Act.delete(this::delete)));
        return acts;
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
            acting.run(() -> doors.tickets().load(row.id()), loaded -> start(loaded.draft().copy(), clientOf(row)));
        }
    }

    private void write() {
        var row = pane.row();
        if (row != null) {
            note.open(row);
        }
    }

    private void noted(TicketRow row) {
        acts.say().accept(Messages.get("ticket.write.done", TicketWords.number(row)));
    }

    private void browse(TicketRow row) {
        if (row.url() != null) {
            acts.openAddress().accept(row.url());
        }
    }

    private void checkOne() {
        var row = pane.row();
        if (row != null) {
            check(List.of(row.id()));
        }
    }

    /** The rows that are marked; where none is, all whose status is stale. */
    private void check() {
        var marked = List.copyOf(list.table().marked());
        if (marked.isEmpty()) {
            acting.run(doors.statuses()::stale, this::check);
        } else {
            check(marked);
        }
    }

    private void check(List<UUID> links) {
        if (links.isEmpty()) {
            acts.say().accept(Messages.get("ticket.check.none"));
            return;
        }
        background.job(Messages.get("ticket.check.job"), progress -> doors.statuses().run(links,
                new StatusRefresh.Watch() {
                    @Override
                    public void at(int done, int of) {
                        progress.at((double) done / of, Messages.get("ticket.check.at", done, of));
                    }

                    @Override
                    public boolean cancelled() {
                        return progress.cancelled();
                    }
                }), this::checked);
    }

    private void checked(StatusReport found) {
        listModel.refresh();
        acts.say().accept(StatusPanel.summary(found));
        if (StatusPanel.worthShowing(found) && !pane.editing()) {
            report.show(found);
            pane.leave(() -> pane.hold(report, () -> {
            }));
        }
    }

    private static @Nullable Choice clientOf(TicketRow row) {
        return row.clientId() == null || row.clientName() == null
                ? null
                : new Choice(row.clientId(), row.clientName());
    }

    @Override
    public void create() {
        var only = listModel.only().get();
        var scope = only == null ? listModel.scope().getValue() : only.session() ? null : only.choice();
        start(TicketDraft.blank(scope == null ? null : scope.id(),
                only != null && only.session() ? only.choice().id() : null), scope);
    }

    /** Opens the form of a new link, for a ticket that no search finds. */
    public void linkByHand(LinkTarget target) {
        if (target.session() != null) {
            listModel.onlySession(target.session());
        }
        var client = target.client();
        acting.run(() -> Optional.ofNullable(client).map(this::named),
                owner -> start(TicketDraft.blank(client, target.session()), owner.orElse(null)));
    }

    private Choice named(UUID client) {
        return new Choice(client, Objects.requireNonNullElse(doors.clients().load(client).draft().name(), ""));
    }

    private void start(TicketDraft draft, @Nullable Choice client) {
        form.editing().leave(() -> form.create(draft, client, pane::edit));
    }

    /** Shows only the tickets of a session, until the person takes the chip away. */
    public void showForSession(UUID sessionId) {
        listModel.onlySession(sessionId);
    }

    /** Shows only the tickets of a client, until the person takes the chip away. */
    public void showForClient(UUID clientId) {
        listModel.onlyClient(clientId);
    }

    /** Shows one ticket link, also where the list doesn't. */
    public void show(UUID id) {
        pane.leave(() -> listModel.reveal(id));
    }

    private void saved(UUID id) {
        saved();
        listModel.reveal(id);
    }

    private void delete() {
        var row = pane.row();
        if (row != null && dialogs.confirmDelete(Messages.get("ticket.delete.what", TicketWords.title(row)),
                List.of(Messages.get("ticket.delete.stays", TicketWords.system(row.system()))))) {
            acting.once(() -> {
                doors.tickets().delete(row.id());
                return row;
            }, _ -> deleted());
        }
    }
}
