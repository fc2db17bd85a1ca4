package dev.rackside.fx;

import dev.rackside.text.Messages;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The filters that have names: Enter chooses, F2 renames, Del deletes; and a field to name what is chosen now. */
final class FilterPopup {

    private static final double WIDTH = 360;
    private static final double ROW_HEIGHT = 32;
    private static final int VISIBLE_ROWS = 8;

    private final SavedFilters saved;
    private final Supplier<ListState.Narrowing> now;
    private final Consumer<ListState.Narrowing> choose;
    private final ListView<ListState.Named> list = new ListView<>();
    private final Label naming = new Label();
    private final TextField name = new TextField();
    private final Button save = new Button();
    private final Label fault = new Label();
    private final Hyperlink undo = new Hyperlink();
    private final BelowPopup popup;
    private ListState.@Nullable Named renamed;

    FilterPopup(SavedFilters saved, Supplier<ListState.Narrowing> now, Consumer<ListState.Narrowing> choose) {
        this.saved = saved;
        this.now = now;
        this.choose = choose;
        list.setFixedCellSize(ROW_HEIGHT);
        list.setCellFactory(_ -> new FilterCell());
        list.setAccessibleText(Messages.get("fx.filters.list"));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        list.setItems(saved.all());
        saved.all().addListener((ListChangeListener<ListState.Named>) _ -> measure());
        naming.getStyleClass().add("form-label");
        naming.setLabelFor(name);
        name.accessibleTextProperty().bind(naming.textProperty());
        name.textProperty().addListener((_, _, _) -> say(null));
        name.setOnAction(_ -> save());
        HBox.setHgrow(name, Priority.ALWAYS);
        save.setMinWidth(Region.USE_PREF_SIZE);
        save.setOnAction(_ -> save());
        fault.getStyleClass().add("form-error");
        undo.setOnAction(_ -> {
            saved.undo();
            offerUndo();
            list.requestFocus();
        });
        popup = new BelowPopup(new VBox(list, naming, new HBox(8, name, save), fault, undo), WIDTH);
    }

    void open(Node owner) {
        naming(null);
        offerUndo();
        measure();
        list.getSelectionModel().clearAndSelect(0);
        popup.open(owner, saved.all().isEmpty() ? name : list);
    }

    private void measure() {
        list.setPrefHeight(Math.clamp(saved.all().size(), 1, VISIBLE_ROWS) * ROW_HEIGHT + 2);
        Presence.present(list, !saved.all().isEmpty());
        list.refresh();
    }

    /** The field names the filter of now, or another one anew. */
    private void naming(ListState.@Nullable Named filter) {
        renamed = filter;
        name.setText(filter == null ? "" : filter.name());
        naming.setText(
                filter == null ? Messages.get("fx.filters.name") : Messages.get("fx.filters.new-name", filter.name()));
        save.setText(Messages.get(filter == null ? "fx.filters.save" : "fx.filters.rename"));
        say(null);
    }

    private void say(SavedFilters.@Nullable Fault what) {
        fault.setText(what == null
                ? ""
                : Messages.get("fx.filters." + what.name().toLowerCase(java.util.Locale.ROOT), SavedFilters.LONGEST));
        Presence.present(fault, what != null);
    }

    private void save() {
        var wish = name.getText() == null ? "" : name.getText();
        var wrong = saved.fault(wish, renamed).orElse(null);
        if (wrong != null) {
            say(wrong);
            return;
        }
        if (renamed == null) {
            saved.save(wish, now.get());
        } else {
            saved.rename(renamed, wish);
        }
        naming(null);
        saved.named(wish).ifPresent(list.getSelectionModel()::select);
        list.requestFocus();
    }

    private void pressed(KeyEvent event) {
        var filter = list.getSelectionModel().getSelectedItem();
        if (filter == null) {
            return;
        }
        switch (event.getCode()) {
            case ENTER, SPACE -> choose(filter);
            case F2 -> rename(filter);
            case DELETE, BACK_SPACE -> delete(filter);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void choose(ListState.Named filter) {
        popup.hide();
        choose.accept(filter.filter());
    }

    private void rename(ListState.Named filter) {
        naming(filter);
        name.requestFocus();
        name.selectAll();
    }

    private void delete(ListState.Named filter) {
        saved.delete(filter);
        naming(null);
        offerUndo();
        (saved.all().isEmpty() ? undo : list).requestFocus();
    }

    private void offerUndo() {
        var gone = saved.deleted();
        undo.setText(gone == null ? "" : Messages.get("fx.filters.undo", gone.name()));
        Presence.present(undo, gone != null);
    }

    private final class FilterCell extends ListCell<ListState.Named> {

        private final FontIcon mark = new FontIcon(Feather.CHECK);
        private final Label title = new Label();
        private final HBox line;

        FilterCell() {
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            title.setMinWidth(0);
            line = new HBox(8, mark, title, gap,
                    button(Feather.EDIT_2, "fx.filters.rename.tip", FilterPopup.this::rename),
                    button(Feather.TRASH_2, "fx.filters.delete.tip", FilterPopup.this::delete));
            line.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
            setOnMouseClicked(event -> {
                var filter = getItem();
                if (event.getButton() == MouseButton.PRIMARY && filter != null) {
                    choose(filter);
                }
            });
        }

        private Button button(Feather icon, String key, Consumer<ListState.Named> act) {
            var button = new Button(null, new FontIcon(icon));
            button.getStyleClass().addAll("button-icon", "flat", "small");
            button.setFocusTraversable(false);
            button.setTooltip(new Tooltip(Messages.get(key)));
            button.setAccessibleText(Messages.get(key));
            button.setOnAction(_ -> {
                var filter = getItem();
                if (filter != null) {
                    act.accept(filter);
                }
            });
            return button;
        }

        @Override
        protected void updateItem(ListState.@Nullable Named filter, boolean empty) {
            super.updateItem(filter, empty);
            setGraphic(filter == null ? null : line);
            if (filter == null) {
                setAccessibleText(null);
                return;
            }
            var on = filter.filter().equals(now.get());
            mark.setVisible(on);
            title.setText(filter.name());
            setAccessibleText(on ? Messages.get("fx.filters.chosen", filter.name()) : filter.name());
        }
    }
}
