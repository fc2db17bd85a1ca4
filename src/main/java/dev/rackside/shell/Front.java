package dev.rackside.shell;

import atlantafx.base.controls.ModalPane;
import javafx.geometry.Pos;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** What stands in front of the screen until it is decided. The screen stays as it is behind it. */
final class Front {

    private final ModalPane pane;
    /** What had the keyboard before. */
    private @Nullable Node behind;

    Front(ModalPane pane) {
        this.pane = pane;
        pane.setInTransitionFactory(null);
        pane.setOutTransitionFactory(null);
        pane.setAlignment(Pos.TOP_CENTER);
    }

    void show(Node node) {
        if (!pane.isDisplay()) {
            behind = pane.getScene().getFocusOwner();
        }
        pane.show(node);
    }

    /** The keyboard goes back where it was. */
    void away() {
        if (pane.isDisplay()) {
            pane.hide(true);
            if (behind != null) {
                behind.requestFocus();
            }
        }
    }
}
