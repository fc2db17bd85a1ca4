package dev.rackside.integration.ui;

import dev.rackside.fx.Badge;
import dev.rackside.fx.Bytes;
import dev.rackside.fx.TextLines;
import dev.rackside.fx.TextScale;
import dev.rackside.integration.Body;
import dev.rackside.text.Messages;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What was sent or answered, with what there is to know about it, and a button that copies it as it is shown. */
final class BodyView extends VBox {

    private static final double LEAST_HEIGHT = 140;

    private final TextLines lines = new TextLines();
    private final FlowPane marks = new FlowPane(12, 4);
    private final Button copy = new Button(Messages.get("fx.copy"), new FontIcon(Feather.COPY));
    private @Nullable Body body;

    /**
     * @param title the heading's message
     * @param tip the button's tooltip, which names its key
     */
    BodyView(String title, String tip) {
        super(4);
        var heading = new Label(Messages.get(title));
        heading.getStyleClass().add("section");
        heading.setMaxWidth(Double.MAX_VALUE);
        heading.setLabelFor(lines);
        HBox.setHgrow(heading, Priority.ALWAYS);
        copy.getStyleClass().addAll("flat", "small");
        copy.setMinWidth(USE_PREF_SIZE);
        copy.setTooltip(new Tooltip(Messages.get(tip)));
        copy.setOnAction(_ -> copy());
        lines.setAccessibleText(Messages.get(title));
        lines.setMinHeight(TextScale.px(LEAST_HEIGHT));
        lines.setPrefHeight(TextScale.px(LEAST_HEIGHT));
        VBox.setVgrow(lines, Priority.ALWAYS);
        getChildren().addAll(new HBox(8, heading, copy), marks, lines);
        show(null);
    }

    /** Null while it is read. */
    void show(@Nullable Body shown) {
        body = shown;
        copy.setDisable(shown == null || shown.text().isEmpty());
        marks.getChildren().clear();
        if (shown == null) {
            lines.show("", "");
            return;
        }
        lines.show(shown.text(), Messages.get("exchange.body.none"));
        if (shown.kind() == Body.Kind.NONE) {
            return;
        }
        marks.getChildren().add(muted(Messages.get(
                shown.kind() == Body.Kind.JSON ? "exchange.body.json" : "exchange.body.size",
                Bytes.text(shown.bytes()))));
        if (shown.cut()) {
            mark("exchange.body.cut", "exchange.body.cut.tip", Bytes.text(Body.MOST_BYTES));
        } else if (shown.kind() == Body.Kind.TEXT) {
            mark("exchange.body.raw", "exchange.body.raw.tip");
        }
        if (shown.masked() > 0) {
            mark("exchange.body.masked", "exchange.body.masked.tip", shown.masked());
        }
    }

    /** As it is shown: what is masked stays masked. */
    void copy() {
        if (body != null) {
            TextLines.copy(body.text());
        }
    }

    private void mark(String key, String tip, Object... places) {
        var label = Badge.warn(Messages.get(key, places)).label();
        label.setTooltip(new Tooltip(Messages.get(tip)));
        marks.getChildren().add(label);
    }

    private static Label muted(String words) {
        var label = new Label(words);
        label.getStyleClass().add("muted");
        return label;
    }
}
