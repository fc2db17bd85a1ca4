package dev.rackside.tag.ui;

import dev.rackside.fx.Background;
import dev.rackside.fx.FacetBox;
import dev.rackside.fx.FacetListModel;
import dev.rackside.fx.ListMenu;
import dev.rackside.fx.PagedTable;
import dev.rackside.fx.Presence;
import dev.rackside.fx.SearchField;
import dev.rackside.row.Facet;
import dev.rackside.row.FacetFilter;
import dev.rackside.tag.TagFacet;
import dev.rackside.tag.TagRow;
import dev.rackside.text.Messages;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;

/** The list of tags with what narrows it. */
@SuppressWarnings("NullAway.Init")
final class TagListController {

    private static final double MIDDLE = 640;
    private static final double WIDE = 980;

    private final FacetListModel<TagRow, TagFacet> model;
    private final Background background;
    private final Runnable create;
    private final Map<TagFacet, FacetBox> boxes = new EnumMap<>(TagFacet.class);

    @FXML
    private Label count;
    @FXML
    private Button newTag;
    @FXML
    private ListMenu more;
    @FXML
    private SearchField search;
    @FXML
    private FacetBox category;
    @FXML
    private FacetBox use;
    @FXML
    private Hyperlink clear;
    @FXML
    private PagedTable<TagRow> table;

    TagListController(FacetListModel<TagRow, TagFacet> model, Background background, Runnable create) {
        this.model = model;
        this.background = background;
        this.create = create;
    }

    @FXML
    private void initialize() {
        columns();
        table.setAccessibleText(Messages.get("tag.list"));
        table.show(model.rows());
        more.of(table, search, category, use);
        search.onSearch(background, model::search);
        boxes.putAll(Map.of(TagFacet.CATEGORY, category, TagFacet.USE, use));
        boxes.forEach((facet, box) -> box.chosen().addListener((_, _, values) -> model.choose(facet, values)));
        model.facets().addListener((_, _, facets) -> boxes
                .forEach((facet, box) -> box.show(facets.getOrDefault(facet, List.<Facet>of()))));
        model.filter().addListener((_, _, filter) -> narrowed(filter));
        count.textProperty().bind(model.rows().countText());
        newTag.setOnAction(_ -> create.run());
        clear.setOnAction(_ -> clear());
        narrowed(model.filter().get());
    }

    private void columns() {
        table.text("tag.name", "name", 160, row -> TagWords.name(row.name()));
        var categories = table.text("tag.category", "category", 110, TagRow::category);
        var colors = table.custom("tag.color", null, 110, row -> Swatch.of(row.color()), TagRow::color);
        var words = table.text("tag.description", null, 260, TagRow::description);
        table.number("tag.machines", "machines", 100, TagRow::machines);
        table.number("tag.work", "work", 110, TagRow::workItems);
        var updated = table.age("tag.updated", "updated", 92, TagRow::updatedAt);
        table.hideBelow(MIDDLE, categories, colors);
        table.hideBelow(WIDE, words, updated);
    }

    private void narrowed(FacetFilter<TagFacet> filter) {
        boxes.forEach((facet, box) -> {
            if (!box.chosen().get().equals(filter.chosen(facet))) {
                box.choose(filter.chosen(facet));
            }
        });
        Presence.present(clear, filter.narrows());
        if (filter.narrows()) {
            table.whenEmpty(Messages.get("tag.nothing"), Messages.get("tag.clear"), this::clear);
        } else {
            table.whenEmpty(Messages.get("tag.none"), Messages.get("tag.new"), create);
        }
    }

    private void clear() {
        search.clear();
        model.clear();
    }

    PagedTable<TagRow> table() {
        return table;
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }
}
