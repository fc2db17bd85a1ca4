package dev.rackside.fx;

import dev.rackside.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What came of something that was done with a list: one sentence above it, until the person closes it. */
final class TableNotice extends HBox {

    private final Label sentence = new Label();
    private final Hyperlink more = new Hyperlink();

    TableNotice() {
        getStyleClass().add("table-notice");
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        var close = new Button(null, new FontIcon(Feather.X));
        close.getStyleClass().addAll("button-icon", "flat", "small");
        close.setTooltip(new Tooltip(Messages.get("fx.close")));
        close.setAccessibleText(Messages.get("fx.close"));
        close.setOnAction(_ -> present(false));
        var gap = new Region();
        setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(new FontIcon(Feather.INFO), sentence, more, gap, close);
        present(false);
    }

    /** @param act what helps further; null for nothing */
    void show(String words, @Nullable Act act) {
        sentence.setText(words);
        sentence.setTooltip(new Tooltip(words));
        setAccessibleText(words);
        more.setVisible(act != null);
        more.setManaged(act != null);
        if (act != null) {
            more.setText(act.title());
            more.setOnAction(_ -> act.act().run());
        }
        present(true);
    }

    private void present(boolean there) {
        setVisible(there);
        setManaged(there);
    }
}
