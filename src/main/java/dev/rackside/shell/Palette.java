package dev.rackside.shell;

import dev.rackside.fx.PickPopup;
import dev.rackside.fx.TextScale;
import dev.rackside.text.Messages;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Ctrl+K: every place and act by its name. */
final class Palette {

    private static final double WIDTH = 480;
    private static final double BELOW_HEADER = 56;
    private static final double MARGIN = 16;

    private final TextField typed = new TextField();
    private final PickPopup<Command> popup = new PickPopup<>(typed, Messages.get("shell.palette.nothing"),
            CommandCell::new, command -> command.act().run());
    private final Supplier<List<Command>> commands;

    Palette(Supplier<List<Command>> commands) {
        this.commands = commands;
        typed.setPromptText(Messages.get("shell.palette.prompt"));
        typed.setAccessibleText(Messages.get("shell.palette.prompt"));
        typed.textProperty().addListener((_, _, text) -> find(text));
    }

    /** Opens below the top middle of the window. */
    void open(Node owner) {
        var bounds = owner.localToScreen(owner.getBoundsInLocal());
        var width = Math.min(TextScale.px(WIDTH), bounds.getWidth() - 2 * MARGIN);
        typed.clear();
        find("");
        popup.open(owner, bounds.getMinX() + (bounds.getWidth() - width) / 2,
                bounds.getMinY() + TextScale.px(BELOW_HEADER), width);
    }

    private void find(String text) {
        popup.show(commands.get().stream().filter(command -> command.matches(text)).toList(), 0);
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
