package dev.rackside.access.ui;

import dev.rackside.access.PersonFacet;
import dev.rackside.access.PersonFilter;
import dev.rackside.access.PersonRow;
import dev.rackside.fx.Background;
import dev.rackside.fx.FacetBox;
import dev.rackside.fx.ListMenu;
import dev.rackside.fx.PagedTable;
import dev.rackside.fx.Presence;
import dev.rackside.fx.SearchField;
import dev.rackside.row.Facet;
import dev.rackside.text.Messages;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;

/** The list of people with what narrows it. */
@SuppressWarnings("NullAway.Init")
final class PersonListController {

    private static final double WIDE = 700;

    private final PersonListViewModel model;
    private final Background background;
    private final Runnable create;
    private final Map<PersonFacet, FacetBox> boxes = new EnumMap<>(PersonFacet.class);

    @FXML
    private Label count;
    @FXML
    private Button newPerson;
    @FXML
    private ListMenu more;
    @FXML
    private SearchField search;
    @FXML
    private FacetBox role;
    @FXML
    private FacetBox state;
    @FXML
    private Hyperlink clear;
    @FXML
    private PagedTable<PersonRow> table;

    PersonListController(PersonListViewModel model, Background background, Runnable create) {
        this.model = model;
        this.background = background;
        this.create = create;
    }

    @FXML
    private void initialize() {
        columns();
        table.setAccessibleText(Messages.get("person.list"));
        table.show(model.rows());
        more.of(table, search, role, state);
        search.onSearch(background, model::search);
        boxes.putAll(Map.of(PersonFacet.ROLE, role, PersonFacet.STATE, state));
        boxes.forEach((facet, box) -> box.chosen().addListener((_, _, values) -> model.choose(facet, values)));
        model.facets().addListener((_, _, facets) -> boxes
                .forEach((facet, box) -> box.show(facets.getOrDefault(facet, List.<Facet>of()))));
        model.filter().addListener((_, _, filter) -> narrowed(filter));
        count.textProperty().bind(model.rows().countText());
        newPerson.setOnAction(_ -> create.run());
        clear.setOnAction(_ -> clear());
        narrowed(model.filter().get());
    }

    private void columns() {
        table.text("person.name", "name", 180, PersonRow::name);
        table.mono("person.username", "username", 140, PersonRow::username);
        table.badge("person.role", "role", 132, row -> PersonWords.role(row.role()));
        table.badge("person.state", null, 110, row -> PersonWords.state(row.state()));
        var emails = table.text("person.email", "email", 200, PersonRow::email);
        var logins = table.age("person.login", "login", 92, PersonRow::lastLoginAt);
        table.hideBelow(WIDE, emails);
        table.hideBelow(WIDE, logins);
    }

    private void narrowed(PersonFilter filter) {
        boxes.forEach((facet, box) -> {
            if (!box.chosen().get().equals(filter.chosen(facet))) {
                box.choose(filter.chosen(facet));
            }
        });
        Presence.present(clear, model.narrowed());
        if (model.narrowed()) {
            table.whenEmpty(Messages.get("person.nothing"), Messages.get("person.clear"), this::clear);
        } else {
            table.whenEmpty(Messages.get("person.none"), Messages.get("person.new"), create);
        }
    }

    private void clear() {
        search.clear();
        model.clear();
    }

    PagedTable<PersonRow> table() {
        return table;
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }
}
