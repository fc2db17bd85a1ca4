package dev.rackside.fx;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.stage.Popup;

/** Something that opens below a button, at its right edge; Esc and a click elsewhere close it. */
final class BelowPopup {

    private static final double GAP = 2;

    private final Popup popup = new Popup();
    private final Pane content;
    private final double width;

    BelowPopup(Pane content, double width) {
        this.content = content;
        this.width = width;
        content.getStyleClass().addAll("choice-popup", "elevated-2");
        content.setPrefWidth(width);
        content.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                hide();
                event.consume();
            }
        });
        popup.getContent().add(content);
        popup.setAutoHide(true);
        popup.setHideOnEscape(false);
    }

    /** @param first gets the keyboard */
    void open(Node owner, Node first) {
        var bounds = owner.localToScreen(owner.getBoundsInLocal());
        if (bounds != null && !popup.isShowing()) {
            popup.show(owner, bounds.getMaxX() - width, bounds.getMaxY() + GAP);
            content.applyCss();
            first.requestFocus();
        }
    }

    boolean isShowing() {
        return popup.isShowing();
    }

    void hide() {
        popup.hide();
    }
}
