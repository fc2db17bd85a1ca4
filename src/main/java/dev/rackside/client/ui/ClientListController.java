package dev.rackside.client.ui;

import dev.rackside.client.ClientFacets;
import dev.rackside.client.ClientFilter;
import dev.rackside.client.ClientRow;
import dev.rackside.fx.Background;
import dev.rackside.fx.FacetBox;
import dev.rackside.fx.ListMenu;
import dev.rackside.fx.PagedTable;
import dev.rackside.fx.Presence;
import dev.rackside.fx.SearchField;
import dev.rackside.row.Choice;
import dev.rackside.text.Messages;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** The list of clients with what narrows it. It shows all of them also while the window is narrowed to one. */
final class ClientListController {

    private static final double MIDDLE = 560;
    private static final double WIDE = 700;

    private final ClientListViewModel model;
    private final ObservableValue<@Nullable Choice> scope;
    private final Background background;
    private final Runnable create;

    @FXML
    private Label count;
    @FXML
    private Label scopeNote;
    @FXML
    private Button newClient;
    @FXML
    private SearchField search;
    @FXML
    private FacetBox type;
    @FXML
    private FacetBox active;
    @FXML
    private Hyperlink clear;
    @FXML
    private ListMenu more;
    @FXML
    private PagedTable<ClientRow> table;

    ClientListController(ClientListViewModel model, ObservableValue<@Nullable Choice> scope, Background background,
            Runnable create) {
        this.model = model;
        this.scope = scope;
        this.background = background;
        this.create = create;
    }

    @FXML
    private void initialize() {
        columns();
        table.show(model.rows());
        table.setAccessibleText(Messages.get("client.list"));
        search.onSearch(background, _ -> narrow());
        type.chosen().addListener((_, _, _) -> narrow());
        active.chosen().addListener((_, _, _) -> narrow());
        model.facets().addListener((_, _, facets) -> show(facets));
        count.textProperty().bind(model.rows().countText());
        scope.addListener((_, _, client) -> scoped(client));
        scoped(scope.getValue());
        newClient.setOnAction(_ -> create.run());
        clear.setOnAction(_ -> clear());
        offerHelp();
        more.of(table, search, type, active);
    }

    private void columns() {
        table.text("client.name", "name", 220, row -> ClientWords.name(row.name()));
        table.text("client.type", "type", 110, row -> ClientWords.type(row.type()));
        var domain = table.mono("client.domain", "domain", 190, ClientRow::domainName);
        var subnet = table.mono("client.subnet", "subnet", 130, ClientRow::networkSubnet);
        var contact = table.text("client.contact", "contact", 150, ClientRow::primaryContact);
        table.badge("client.active", "active", 110, row -> ClientWords.badge(row.active()));
        table.hideBelow(WIDE, domain);
        table.hideBelow(MIDDLE, subnet, contact);
    }

    private void narrow() {
        var chosen = active.chosen().get();
        model.narrow(new ClientFilter(text(), type.chosen().get(),
                chosen.isEmpty() ? null : Boolean.valueOf(chosen.iterator().next())));
        offerHelp();
    }

    private @Nullable String text() {
        var words = search.getText();
        return words == null || words.isBlank() ? null : words.strip();
    }

    private void offerHelp() {
        var narrowed = !model.filter().get().equals(ClientFilter.ALL);
        Presence.present(clear, narrowed);
        if (narrowed) {
            table.whenEmpty(Messages.get("client.nothing"), Messages.get("client.clear"), this::clear);
        } else {
            table.whenEmpty(Messages.get("client.none"), Messages.get("client.new"), create);
        }
    }

    private void clear() {
        search.clear();
        type.choose(Set.of());
        active.choose(Set.of());
        narrow();
    }

    private void show(ClientFacets facets) {
        type.show(ClientWords.types(facets.types()));
        active.show(ClientWords.active(facets.active()));
    }

    private void scoped(@Nullable Choice client) {
        scopeNote.setText(client == null ? "" : Messages.get("client.working-on", client.label()));
    }

    PagedTable<ClientRow> table() {
        return table;
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }
}
