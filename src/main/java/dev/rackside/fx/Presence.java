package dev.rackside.fx;

import javafx.scene.Node;

/** Parts of a page that come and go. */
public final class Presence {

    private Presence() {
    }

    /** Shows a node, or takes it away with the room that it needs. */
    public static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }
}
