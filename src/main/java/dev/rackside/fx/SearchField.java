package dev.rackside.fx;

import atlantafx.base.controls.CustomTextField;
import dev.rackside.text.Messages;
import java.time.Duration;
import java.util.function.Consumer;
import javafx.event.ActionEvent;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A field to search a list with: waits until typing pauses; Enter searches at once, Esc empties it. */
public final class SearchField extends CustomTextField {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private Alarm pause = () -> {
    };
    private String searched = "";

    public SearchField() {
        getStyleClass().add("search-field");
        setLeft(new FontIcon(Feather.SEARCH));
        setPromptText(Messages.get("fx.search"));
        setAccessibleText(Messages.get("fx.search"));
        setTooltip(new Tooltip(Messages.get("fx.search.tip")));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !getText().isEmpty()) {
                clear();
                event.consume();
            }
        });
    }

    /** The search gets what is typed, without blanks around it. */
    public void onSearch(Background background, Consumer<String> search) {
        textProperty().addListener((_, _, _) -> {
            pause.cancel();
            pause = background.after(PAUSE, () -> search(search));
        });
        setOnAction(_ -> {
            pause.cancel();
            search(search);
        });
    }

    /** Searches at once what stands there. */
    void now() {
        fireEvent(new ActionEvent());
    }

    private void search(Consumer<String> search) {
        var words = getText() == null ? "" : getText().strip();
        if (!words.equals(searched)) {
            searched = words;
            search.accept(words);
        }
    }
}
