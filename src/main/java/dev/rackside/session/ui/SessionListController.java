package dev.rackside.session.ui;

import dev.rackside.fx.Background;
import dev.rackside.fx.FacetBox;
import dev.rackside.fx.ListMenu;
import dev.rackside.fx.PagedTable;
import dev.rackside.fx.Presence;
import dev.rackside.fx.SearchField;
import dev.rackside.row.Choice;
import dev.rackside.session.SessionFacets;
import dev.rackside.session.SessionFilter;
import dev.rackside.session.SessionRow;
import dev.rackside.text.Messages;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** The list of sessions with what narrows it. */
final class SessionListController {

    private static final double WIDE = 940;
    private static final double NARROW = 480;
    private static final double MIDDLE = 640;

    private final SessionListViewModel model;
    private final Background background;
    private final Runnable create;

    @FXML
    private Label count;
    @FXML
    private Label scopeNote;
    @FXML
    private Button newSession;
    @FXML
    private SearchField search;
    @FXML
    private FacetBox client;
    @FXML
    private FacetBox status;
    @FXML
    private FacetBox technician;
    @FXML
    private FacetBox billable;
    @FXML
    private Hyperlink clear;
    @FXML
    private ListMenu more;
    @FXML
    private PagedTable<SessionRow> table;

    SessionListController(SessionListViewModel model, Background background, Runnable create) {
        this.model = model;
        this.background = background;
        this.create = create;
    }

    @FXML
    private void initialize() {
        columns();
        table.show(model.rows());
        search.onSearch(background, _ -> narrow());
        boxes().forEach(box -> box.chosen().addListener((_, _, _) -> narrow()));
        model.facets().addListener((_, _, facets) -> show(facets));
        count.textProperty().bind(model.rows().countText());
        model.scope().addListener((_, _, scope) -> scoped(scope));
        scoped(model.scope().getValue());
        newSession.setOnAction(_ -> create.run());
        clear.setOnAction(_ -> clear());
        offerHelp();
        more.of(table, search, client, status, technician, billable);
    }

    private void columns() {
        table.text("session.date", "date", 92, row -> Objects.toString(row.date(), null)).setMaxWidth(104);
        table.text("session.title", "title", 280, SessionRow::title);
        var clientName = table.text("session.client", "client", 150, SessionWords::client);
        var name = table.text("session.technician", "technician", 110, SessionRow::technician);
        table.badge("session.status", "status", 112, row -> SessionWords.badge(row.status())).setMaxWidth(128);
        var took = table.amount("session.duration", "duration", 96, SessionWords::duration);
        var hours = table.amount("session.hours", "hours", 72, row -> SessionWords.hours(row.billableHours()));
        var tickets = table.number("session.tickets", "tickets", 84, SessionRow::tickets);
        table.hideBelow(NARROW, clientName);
        table.hideBelow(MIDDLE, took, tickets);
        table.hideBelow(WIDE, name, hours);
    }

    private Stream<FacetBox> boxes() {
        return Stream.of(client, status, technician, billable);
    }

    private void narrow() {
        var chosen = billable.chosen().get();
        model.narrow(new SessionFilter(text(), client.ids(), status.chosen().get(),
                technician.chosen().get(), chosen.isEmpty() ? null : Boolean.valueOf(chosen.iterator().next())));
        offerHelp();
    }

    private @Nullable String text() {
        var words = search.getText();
        return words == null || words.isBlank() ? null : words.strip();
    }

    private void offerHelp() {
        var narrowed = !model.filter().get().equals(SessionFilter.ALL);
        Presence.present(clear, narrowed);
        if (narrowed) {
            table.whenEmpty(Messages.get("session.nothing"), Messages.get("session.clear"), this::clear);
        } else {
            table.whenEmpty(Messages.get("session.none"), Messages.get("session.new"), create);
        }
    }

    private void clear() {
        search.clear();
        boxes().forEach(box -> box.choose(Set.of()));
        narrow();
    }

    private void show(SessionFacets facets) {
        client.show(facets.clients());
        status.show(facets.statuses());
        technician.show(facets.technicians());
        billable.show(facets.billable());
    }

    private void scoped(@Nullable Choice scope) {
        scopeNote.setText(scope == null ? "" : Messages.get("session.only", scope.label()));
        Presence.present(client, scope == null);
    }

    PagedTable<SessionRow> table() {
        return table;
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }
}
