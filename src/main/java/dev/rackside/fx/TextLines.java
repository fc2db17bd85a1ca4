package dev.rackside.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Long text to be read, in lines of which only those on screen are drawn: a text field would stand still over a few
 * hundred KiB. Ctrl+C copies the lines that are chosen, Ctrl+A chooses all.
 */
public final class TextLines extends ListView<String> {

    /** A line that is longer goes on in a cell of its own. */
    private static final int LONGEST = 1000;
    private static final double GAPS = 40;
    private static final Shortcut COPY = Shortcut.command(KeyCode.C, "fx.keys.copy-lines");

    private List<Boolean> continued = List.of();

    public TextLines() {
        getStyleClass().add("text-lines");
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setCellFactory(_ -> new LineCell());
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (COPY.match(event)) {
                copy(chosen());
                event.consume();
            }
        });
    }

    /** Shows a text; what stands here while there is none. */
    public void show(String text, String whenEmpty) {
        var pieces = new ArrayList<String>();
        var goesOn = new ArrayList<Boolean>();
        text.lines().forEach(line -> {
            for (var from = 0; from == 0 || from < line.length();) {
                var to = Math.min(line.length(), from + LONGEST);
                to = to < line.length() && Character.isHighSurrogate(line.charAt(to - 1)) ? to - 1 : to;
                pieces.add(line.substring(from, to));
                goesOn.add(to < line.length());
                from = Math.max(to, 1);
            }
        });
        continued = goesOn;
        setPlaceholder(new Label(whenEmpty));
        setItems(FXCollections.observableList(pieces));
        scrollTo(0);
    }

    /** The lines that are chosen, as they were before they were cut to fit. */
    String chosen() {
        return getSelectionModel().getSelectedIndices().stream().sorted()
                .map(index -> getItems().get(index) + (continued.get(index) ? "" : "\n")).collect(Collectors.joining())
                .stripTrailing();
    }

    /** Puts a text into the clipboard; nothing for an empty one. */
    public static void copy(String text) {
        if (!text.isEmpty()) {
            var content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    private final class LineCell extends ListCell<String> {

        LineCell() {
            getStyleClass().add("mono");
            setWrapText(true);
            setPrefWidth(0);
            prefWidthProperty().bind(TextLines.this.widthProperty().subtract(GAPS));
            Tips.whenCut(this);
        }

        @Override
        protected void updateItem(String line, boolean empty) {
            super.updateItem(line, empty);
            setText(empty ? null : line);
        }
    }
}
