package dev.rackside.shell;

import dev.rackside.fx.Alarm;
import dev.rackside.fx.Background;
import java.time.Duration;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** A label of the status bar that says for a while what was done. */
final class Saying {

    private static final Duration SAID = Duration.ofSeconds(10);

    private final Label label;
    private final Background background;
    private @Nullable Alarm silence;

    Saying(Label label, Background background) {
        this.label = label;
        this.background = background;
        label.visibleProperty().bind(label.managedProperty());
        label.managedProperty().bind(label.textProperty().isNotEmpty());
    }

    void say(String sentence) {
        if (silence != null) {
            silence.cancel();
        }
        label.setText(sentence);
        silence = background.after(SAID, () -> label.setText(""));
    }
}
