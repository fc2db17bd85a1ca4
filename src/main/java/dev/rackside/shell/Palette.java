package dev.rackside.shell;

import dev.rackside.fx.TextScale;
import dev.rackside.text.Messages;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/** Ctrl+K: every place and act by its name. */
final class Palette {

    private static final double WIDTH = 480;
    private static final double ROW_HEIGHT = 32;
    private static final double MARGIN = 16;
    private static final int VISIBLE_ROWS = 10;

    private final Popup popup = new Popup();
    private final TextField typed = new TextField();
    private final ListView<Command> matches = new ListView<>();
    private final VBox box = new VBox();
    private final Supplier<List<Command>> commands;

    Palette(Supplier<List<Command>> commands) {
        this.commands = commands;
        typed.setPromptText(Messages.get("shell.palette.prompt"));
        typed.setAccessibleText(Messages.get("shell.palette.prompt"));
        typed.textProperty().addListener((_, _, text) -> find(text));
        typed.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        matches.setFocusTraversable(false);
        matches.setPlaceholder(new Label(Messages.get("shell.palette.nothing")));
        matches.setCellFactory(_ -> new CommandCell());
        matches.setOnMouseClicked(_ -> run());
        box.getChildren().addAll(typed, matches);
        box.getStyleClass().addAll("choice-popup", "elevated-2");
        popup.getContent().add(box);
        popup.setAutoHide(true);
    }

    /** Opens below the top middle of the window. */
    void open(Node owner) {
        var bounds = owner.localToScreen(owner.getBoundsInLocal());
        var width = Math.min(TextScale.px(WIDTH), bounds.getWidth() - 2 * MARGIN);
        box.setPrefWidth(width);
        matches.setFixedCellSize(TextScale.px(ROW_HEIGHT));
        typed.clear();
        find("");
        popup.show(owner, bounds.getMinX() + (bounds.getWidth() - width) / 2, bounds.getMinY() + TextScale.px(56));
        typed.requestFocus();
    }

    private void find(String text) {
        matches.getItems().setAll(commands.get().stream().filter(command -> command.matches(text)).toList());
        matches.setPrefHeight(
                Math.max(2, Math.min(VISIBLE_ROWS, matches.getItems().size())) * matches.getFixedCellSize() + 2);
        matches.getSelectionModel().selectFirst();
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> matches.getSelectionModel().selectNext();
            case UP -> matches.getSelectionModel().selectPrevious();
            case ENTER -> run();
            case ESCAPE -> popup.hide();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void run() {
        var command = matches.getSelectionModel().getSelectedItem();
        popup.hide();
        if (command != null) {
            command.act().run();
        }
    }

    private static final class CommandCell extends ListCell<Command> {
        @Override
        protected void updateItem(@Nullable Command command, boolean empty) {
            super.updateItem(command, empty);
            if (empty || command == null) {
                setGraphic(null);
                return;
            }
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            var keys = new Label(command.shortcut());
            keys.getStyleClass().add("muted");
            var line = new HBox(new Label(command.title()), gap, keys);
            line.setAlignment(Pos.CENTER_LEFT);
            setGraphic(line);
        }
    }
}
