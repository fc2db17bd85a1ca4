package dev.rackside.fx;

import dev.rackside.row.Facet;
import dev.rackside.text.Messages;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A button that narrows a list by one of its columns: its values with how many rows have each, and "Any" to stop. In
 * FXML: {@code <FacetBox fx:id="category" title="%insight.category"/>}, with {@code single="true"} for one at most.
 */
public final class FacetBox extends MenuButton {

    private static final double NARROWEST = 180;

    private final ReadOnlyObjectWrapper<Set<String>> chosen = new ReadOnlyObjectWrapper<>(Set.of());
    private final MenuItem any = new MenuItem(Messages.get("fx.facet.any"));
    private final Map<String, Node> marks = new HashMap<>();
    private final List<HBox> lines = new ArrayList<>();
    private String title = "";
    private boolean single;
    private List<Facet> facets = List.of();

    public FacetBox() {
        getStyleClass().add("facet-box");
        setMinWidth(USE_PREF_SIZE);
        chosen.addListener((_, _, _) -> tell());
        any.setOnAction(_ -> clear());
        setOnShown(_ -> align());
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
        tell();
    }

    public boolean isSingle() {
        return single;
    }

    public void setSingle(boolean single) {
        this.single = single;
    }

    /** What can be chosen, in this order. What is chosen stays chosen, also where no row has it any more. */
    public void show(List<Facet> values) {
        facets = List.copyOf(values);
        marks.clear();
        lines.clear();
        getItems().setAll(any, new SeparatorMenuItem());
        facets.forEach(facet -> getItems().add(item(facet)));
        tell();
    }

    /** The values chosen; none means any. */
    public ReadOnlyObjectProperty<Set<String>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    public void choose(Set<String> values) {
        chosen.set(Set.copyOf(values));
    }

    public void clear() {
        choose(Set.of());
    }

    private void toggle(String value) {
        var next = new LinkedHashSet<>(single ? Set.<String>of() : chosen.get());
        if (chosen.get().contains(value)) {
            next.remove(value);
        } else {
            next.add(value);
        }
        choose(next);
    }

    /** The menu stays as it is, so that it can stay open while several values are chosen. */
    private void tell() {
        any.setDisable(chosen.get().isEmpty());
        marks.forEach((value, mark) -> mark.setVisible(chosen.get().contains(value)));
        var labels = facets.stream().filter(facet -> chosen.get().contains(facet.value())).map(Facet::label)
                .collect(Collectors.joining(", "));
        var count = chosen.get().size();
        setText(count == 0
                ? title
                : count == 1 && !labels.isEmpty()
                        ? Messages.get("fx.facet.one", title, labels)
                        : Messages.get("fx.facet.many", title, count));
        pseudoClassStateChanged(PseudoClass.getPseudoClass("chosen"), count > 0);
    }

    /** All lines are as wide as the widest, so that the numbers stand below each other. */
    private void align() {
        lines.forEach(line -> line.setPrefWidth(USE_COMPUTED_SIZE));
        var widest = lines.stream().mapToDouble(line -> line.prefWidth(USE_COMPUTED_SIZE)).max().orElse(0);
        lines.forEach(line -> line.setPrefWidth(Math.max(NARROWEST, widest)));
    }

    private CustomMenuItem item(Facet facet) {
        var mark = new FontIcon(Feather.CHECK);
        marks.put(facet.value(), mark);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var count = new Label(NumberFormat.getIntegerInstance(Locale.ENGLISH).format(facet.count()));
        count.getStyleClass().add("facet-count");
        var line = new HBox(8, mark, new Label(facet.label()), gap, count);
        lines.add(line);
        var item = new CustomMenuItem(line, single);
        item.setOnAction(_ -> toggle(facet.value()));
        return item;
    }
}
