package dev.rackside.fx;

import dev.rackside.row.Facet;
import dev.rackside.text.Messages;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A button that narrows a list by one of its columns: its values with how many rows have each, and "Any" to stop. Many
 * values can be found by typing. In FXML: {@code <FacetBox fx:id="category" title="%insight.category"/>}, with
 * {@code single="true"} for one at most, and {@code several="true"} where a row can have several of the values, so that
 * "all of these" can be asked for.
 */
public final class FacetBox extends Button {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final int FEW = 10;
    private static final double WIDTH = 260;

    private final ReadOnlyObjectWrapper<Set<String>> chosen = new ReadOnlyObjectWrapper<>(Set.of());
    private final BooleanProperty all = new SimpleBooleanProperty();
    /** Made when it is first opened, as few of a list's are. */
    private final Once<Values> values = new Once<>(Values::new);
    private String title = "";
    private boolean single;
    private boolean several;
    private List<Facet> facets = List.of();

    public FacetBox() {
        getStyleClass().add("facet-box");
        setAccessibleRole(AccessibleRole.COMBO_BOX);
        setGraphic(new FontIcon(Feather.CHEVRON_DOWN));
        setContentDisplay(ContentDisplay.RIGHT);
        setMinWidth(USE_PREF_SIZE);
        chosen.addListener((_, _, _) -> tell());
        all.addListener((_, _, _) -> tell());
        setOnAction(_ -> open());
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN) {
                open();
                event.consume();
            }
        });
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

    public boolean isSeveral() {
        return several;
    }

    /** Whether a row can have several of the values; to be said before it is opened. */
    public void setSeveral(boolean several) {
        this.several = several;
    }

    /** Whether a row must have all of the values that are chosen; otherwise one of them is enough. */
    public BooleanProperty allProperty() {
        return all;
    }

    /** What can be chosen, in this order. What is chosen stays chosen, also where no row has it any more. */
    public void show(List<Facet> found) {
        facets = List.copyOf(found);
        values.ifMade(Values::renew);
        tell();
    }

    /** Opens the list of values below the button. */
    public void open() {
        values.get().open();
    }

    /** The values chosen, as ids; what is no id, in a remembered filter say, is left out. */
    public Set<UUID> ids() {
        var ids = new LinkedHashSet<UUID>();
        for (var value : chosen.get()) {
            try {
                ids.add(UUID.fromString(value));
            } catch (IllegalArgumentException _) {
                // No row can have it.
            }
        }
        return ids;
    }

    /** The values chosen; none means any. */
    public ReadOnlyObjectProperty<Set<String>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    public void choose(Set<String> values) {
        chosen.set(Set.copyOf(values));
    }

    public void clear() {
        all.set(false);
        choose(Set.of());
    }

    private void picked(@Nullable Facet facet) {
        if (facet == null) {
            clear();
            values.get().popup.hide();
        } else {
            toggle(facet.value());
        }
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

    private void tell() {
        values.ifMade(made -> made.popup.redraw());
        var labels = facets.stream().filter(facet -> chosen.get().contains(facet.value())).map(Facet::label)
                .collect(Collectors.joining(", "));
        var count = chosen.get().size();
        setText(count == 0
                ? title
                : count == 1 && !labels.isEmpty()
                        ? Messages.get("fx.facet.one", title, labels)
                        : Messages.get(several && all.get() ? "fx.facet.many-all" : "fx.facet.many", title,
                                count));
        pseudoClassStateChanged(CHOSEN, count > 0);
    }

    /** What opens below the button. */
    private final class Values {

        private final SearchField typed = new SearchField();
        /** No facet stands for "Any". */
        private final PickPopup<@Nullable Facet> popup = new PickPopup<>(typed, Messages.get("fx.choice.nothing"),
                FacetCell::new, FacetBox.this::picked);

        Values() {
            typed.textProperty().addListener((_, _, _) -> offer(null));
            popup.stays(!single);
            if (several) {
                var box = new CheckBox(Messages.get("fx.facet.all"));
                box.setTooltip(new Tooltip(Messages.get("fx.facet.all.tip")));
                box.selectedProperty().bindBidirectional(all);
                popup.footer(box);
            }
        }

        void open() {
            typed.clear();
            popup.typing(facets.size() > FEW);
            offer(null);
            popup.openBelow(FacetBox.this, WIDTH);
        }

        /** There are other facets; the cursor stays where it is. */
        void renew() {
            if (popup.isShowing()) {
                var at = popup.selected();
                offer(at == null ? null : at.value());
            }
        }

        /** @param cursor the value that is under the cursor; null for the first line */
        private void offer(@Nullable String cursor) {
            var words = typed.getText() == null ? "" : typed.getText().strip().toLowerCase(Locale.ROOT);
            var offered = new ArrayList<@Nullable Facet>();
            if (words.isEmpty()) {
                offered.add(null);
            }
            facets.stream().filter(facet -> facet.label().toLowerCase(Locale.ROOT).contains(words))
                    .forEach(offered::add);
            var at = offered.stream().filter(facet -> facet != null && facet.value().equals(cursor)).findFirst();
            popup.show(offered, at.map(offered::indexOf).orElse(0));
        }
    }

    private final class FacetCell extends ListCell<@Nullable Facet> {

        private final FontIcon mark = new FontIcon(Feather.CHECK);
        private final Label label = new Label();
        private final Label count = new Label();
        private final HBox line;

        FacetCell() {
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            count.getStyleClass().add("facet-count");
            count.setMinWidth(Region.USE_PREF_SIZE);
            line = new HBox(8, mark, label, gap, count);
            line.setAlignment(Pos.CENTER_LEFT);
            label.setMinWidth(0);
            // As wide as the list, so that a long name is cut and the count is not.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Facet facet, boolean empty) {
            super.updateItem(facet, empty);
            setGraphic(empty ? null : line);
            setTooltip(null);
            if (empty) {
                setAccessibleText(null);
                return;
            }
            var on = facet == null ? chosen.get().isEmpty() : chosen.get().contains(facet.value());
            mark.setVisible(on);
            label.setText(facet == null ? Messages.get("fx.facet.any") : facet.label());
            count.setText(facet == null
                    ? ""
                    : Counted.text(facet.count(), facet.more()));
            if (facet != null) {
                setTooltip(new Tooltip(facet.label()));
            }
            setAccessibleText(Messages.get(on ? "fx.facet.chosen" : "fx.facet.offered", label.getText(),
                    count.getText()));
        }
    }
}
