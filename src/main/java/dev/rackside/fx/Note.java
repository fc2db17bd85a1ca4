package dev.rackside.fx;

import javafx.scene.control.Label;

/** A remark beside something that matters more: it gives way first, and its tooltip says it in full then. */
public final class Note extends Label {

    public Note() {
        getStyleClass().add("muted");
        setMinWidth(0);
        Tips.whenCut(this);
    }
}
