package dev.rackside.ticket.ui;

import dev.rackside.fx.Background;
import dev.rackside.fx.FacetBox;
import dev.rackside.fx.ListMenu;
import dev.rackside.fx.PagedTable;
import dev.rackside.fx.Presence;
import dev.rackside.fx.SearchField;
import dev.rackside.row.Choice;
import dev.rackside.text.Messages;
import dev.rackside.ticket.TicketFacets;
import dev.rackside.ticket.TicketFilter;
import dev.rackside.ticket.TicketRow;
import java.util.Set;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** The list of ticket links with what narrows it. */
final class TicketListController {

    private static final double WIDE = 1270;
    private static final double MIDDLE = 922;
    private static final double NARROW = 680;

    private final TicketListViewModel model;
    private final Background background;
    private final Runnable create;
    private final Runnable check;

    @FXML
    private Label count;
    @FXML
    private Label scopeNote;
    @FXML
    private Button checkAll;
    @FXML
    private Button newLink;
    @FXML
    private Button chip;
    @FXML
    private SearchField search;
    @FXML
    private FacetBox client;
    @FXML
    private FacetBox system;
    @FXML
    private FacetBox state;
    @FXML
    private FacetBox linkType;
    @FXML
    private FacetBox linkedBy;
    @FXML
    private Hyperlink clear;
    @FXML
    private ListMenu more;
    @FXML
    private PagedTable<TicketRow> table;

    TicketListController(TicketListViewModel model, Background background, Runnable create, Runnable check) {
        this.model = model;
        this.background = background;
        this.create = create;
        this.check = check;
    }

    @FXML
    private void initialize() {
        columns();
        table.show(model.rows());
        search.onSearch(background, _ -> narrow());
        boxes().forEach(box -> box.chosen().addListener((_, _, _) -> narrow()));
        model.facets().addListener((_, _, facets) -> show(facets));
        count.textProperty().bind(model.rows().countText());
        model.scope().addListener((_, _, _) -> scoped());
        model.only().addListener((_, _, _) -> scoped());
        chip.setOnAction(_ -> model.showOnly(null));
        checkAll.setOnAction(_ -> check.run());
        newLink.setOnAction(_ -> create.run());
        clear.setOnAction(_ -> clear());
        scoped();
        more.of(table, search, client, system, state, linkType, linkedBy);
    }

    private void columns() {
        var systems = table.badge("ticket.system", "system", 108,
                row -> TicketWords.coded(row.system(), TicketWords.system(row.system())),
                row -> TicketWords.system(row.system()));
        systems.setMaxWidth(112);
        table.mono("ticket.number", "number", 124, TicketWords::number).setMaxWidth(136);
        table.text("ticket.subject", "subject", 260, TicketRow::subject);
        var clients = table.text("ticket.client", "client", 130, TicketWords::client);
        var sessions = table.text("ticket.session", "session", 150, TicketWords::session);
        var words = table.text("ticket.status", "status", 120, TicketRow::status);
        table.badge("ticket.state", "state", 96, TicketWords::state,
                row -> TicketWords.badge(row.state()).word()).setMaxWidth(112);
        var types = table.badge("ticket.link", "link", 88,
                row -> TicketWords.coded(row.linkType(), TicketWords.linkType(row.linkType())),
                row -> TicketWords.linkType(row.linkType()));
        var people = table.text("ticket.linked-by", "by", 110, TicketRow::linkedBy);
        table.age("ticket.linked", "linked", 68, TicketRow::linkedAt);
        table.hideBelow(WIDE, sessions, types, people);
        table.hideBelow(MIDDLE, clients, words);
        table.hideBelow(NARROW, systems);
    }

    private Stream<FacetBox> boxes() {
        return Stream.of(client, system, state, linkType, linkedBy);
    }

    private void narrow() {
        model.narrow(new TicketFilter(text(), null, client.ids(),
                system.chosen().get(), state.chosen().get(), linkType.chosen().get(), linkedBy.chosen().get()));
        offerHelp();
    }

    private @Nullable String text() {
        var words = search.getText();
        return words == null || words.isBlank() ? null : words.strip();
    }

    private void offerHelp() {
        var narrowed = !model.filter().get().equals(TicketFilter.ALL);
        Presence.present(clear, narrowed);
        clear.setManaged(narrowed);
        if (narrowed) {
            table.whenEmpty(Messages.get("ticket.nothing"), Messages.get("ticket.clear"), this::clear);
        } else {
            table.whenEmpty(Messages.get(model.only().get() == null ? "ticket.none" : "ticket.none-here"),
                    Messages.get("ticket.new"), create);
        }
    }

    private void clear() {
        search.clear();
        boxes().forEach(box -> box.choose(Set.of()));
        narrow();
    }

    private void show(TicketFacets facets) {
        client.show(facets.clients());
        system.show(facets.systems());
        state.show(facets.states());
        linkType.show(facets.linkTypes());
        linkedBy.show(facets.linkedBy());
    }

    private void scoped() {
        var scope = model.scope().getValue();
        var only = model.only().get();
        scopeNote.setText(scope == null || only != null ? "" : Messages.get("ticket.only", scope.label()));
        client.setVisible(scope == null && only == null);
        client.setManaged(client.isVisible());
        chip.setVisible(only != null);
        chip.setManaged(only != null);
        if (only != null) {
            chip.setText(label(only));
            chip.setTooltip(new Tooltip(label(only) + "\n" + Messages.get("ticket.chip.tip")));
        }
        offerHelp();
    }

    private static String label(TicketListViewModel.Only only) {
        Choice choice = only.choice();
        return Messages.get(only.session() ? "ticket.chip.session" : "ticket.chip.client", choice.label());
    }

    PagedTable<TicketRow> table() {
        return table;
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }
}
