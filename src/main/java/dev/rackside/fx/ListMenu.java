package dev.rackside.fx;

import dev.rackside.row.Row;
import dev.rackside.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The comforts that every list has, in its page head: named filters; columns and their order; export. In FXML
 * {@code <ListMenu fx:id="more"/>}, in the controller one call of {@link #of}.
 */
public final class ListMenu extends HBox {

    private final Button filters = new Button(null, new FontIcon(Feather.BOOKMARK));
    private final MenuButton more = new MenuButton(null, new FontIcon(Feather.SLIDERS));
    private @Nullable ListComforts<?> comforts;

    public ListMenu() {
        getStyleClass().add("list-menu");
        filters.getStyleClass().addAll("button-icon", "flat");
        name(filters, "fx.filters.tip");
        filters.setOnAction(_ -> comforts().filters().open(filters));
        more.getStyleClass().addAll("button-icon", "flat", "no-arrow");
        name(more, "fx.list.tip");
        more.getItems().setAll(item("fx.columns", this::columns),
                item("fx.columns.reset", () -> comforts().chooser().reset()), new SeparatorMenuItem(),
                item("fx.export", () -> comforts().export()));
        getChildren().addAll(filters, more);
    }

    private static void name(javafx.scene.control.ButtonBase button, String key) {
        button.setTooltip(new Tooltip(Messages.get(key)));
        button.setAccessibleText(Messages.get(key));
    }

    private static MenuItem item(String key, Runnable act) {
        var item = new MenuItem(Messages.get(key));
        item.setOnAction(_ -> act.run());
        return item;
    }

    /**
     * The list that it serves; once, after the table has its columns and rows.
     *
     * @param facets what narrows the list, each with its {@code fx:id}
     */
    public <R extends Row> void of(PagedTable<R> table, SearchField search, FacetBox... facets) {
        comforts = new ListComforts<>(table, new NarrowedBy(search, List.of(facets)));
        table.menu(this);
    }

    private ListComforts<?> comforts() {
        return Objects.requireNonNull(comforts);
    }

    private void columns() {
        comforts().chooser().open(more);
    }

    void remember(Comforts with, String list) {
        comforts().remember(with, list);
    }

    /** The same for the palette. */
    List<Act> acts() {
        var acts = new ArrayList<Act>();
        acts.add(Act.of("fx.columns", null, this::columns));
        acts.add(Act.of("fx.columns.reset", null, () -> comforts().chooser().reset()));
        acts.add(Act.of("fx.export", null, () -> comforts().export()));
        acts.add(Act.of("fx.filters", null, () -> comforts().filters().open(filters)));
        acts.addAll(comforts().savedActs());
        return acts;
    }
}
