package dev.rackside.fx;

import java.util.List;
import javafx.beans.DefaultProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * A list with its detail beside it; under 1000 pixels of the window, more with larger text, or when it is wide, the
 * detail takes the whole place, as a page of its own. The list is hidden then, not left: it keeps its place. In FXML the
 * list is the element's own content.
 */
@DefaultProperty("list")
public final class MasterDetail extends StackPane {

    private static final double FOLD_BELOW = 1000;
    private static final double DETAIL_MIN = 360;
    private static final double DETAIL_WIDTH = 440;

    private final SplitPane split = new SplitPane();
    private final ObjectProperty<@Nullable Node> list = new SimpleObjectProperty<>(this, "list");
    private final ObjectProperty<@Nullable Node> detail = new SimpleObjectProperty<>(this, "detail");
    private double detailWidth = TextScale.px(DETAIL_WIDTH);
    private boolean wide;

    public MasterDetail() {
        getStyleClass().add("master-detail");
        getChildren().add(split);
        list.addListener((_, _, _) -> arrange());
        detail.addListener((_, _, _) -> arrange());
        sceneProperty().addListener((_, _, scene) -> {
            if (scene != null) {
                scene.widthProperty().addListener((_, _, _) -> arrange());
                arrange();
            }
        });
        widthProperty().addListener((_, _, _) -> place());
        split.setOnMouseReleased(_ -> remember());
    }

    /** Whether the detail hides the list now: it then needs a way back. */
    public boolean folded() {
        return wide || narrow();
    }

    /** Whether the window has no room for both. */
    private boolean narrow() {
        return getScene() != null && getScene().getWidth() < TextScale.px(FOLD_BELOW);
    }

    /** Gives the detail the whole place, whatever the window's size, or takes it back. */
    public void setWide(boolean on) {
        wide = on;
        arrange();
    }

    public boolean isWide() {
        return wide;
    }

    private void arrange() {
        var shown = list.get();
        var beside = detail.get();
        if (shown == null) {
            split.getItems().clear();
        } else if (beside == null) {
            show(List.of(shown));
        } else if (folded()) {
            show(List.of(beside));
        } else if (!split.getItems().equals(List.of(shown, beside))) {
            show(List.of(shown, beside));
            SplitPane.setResizableWithParent(beside, false);
            place();
        }
    }

    /** What is there already stays where it is, so that a click on it also reaches it when it opens the detail. */
    private void show(List<Node> wish) {
        split.getItems().retainAll(wish);
        for (var place = 0; place < wish.size(); place++) {
            if (!split.getItems().contains(wish.get(place))) {
                split.getItems().add(place, wish.get(place));
            }
        }
    }

    private void remember() {
        if (split.getItems().size() == 2 && getWidth() > 0) {
            detailWidth = Math.max(TextScale.px(DETAIL_MIN), getWidth() * (1 - split.getDividerPositions()[0]));
        }
    }

    private void place() {
        if (split.getItems().size() == 2 && getWidth() > 0) {
            split.setDividerPositions(1 - detailWidth / getWidth());
        }
    }

    public ObjectProperty<@Nullable Node> listProperty() {
        return list;
    }

    public @Nullable Node getList() {
        return list.get();
    }

    public void setList(@Nullable Node node) {
        list.set(node);
    }

    public ObjectProperty<@Nullable Node> detailProperty() {
        return detail;
    }

    public @Nullable Node getDetail() {
        return detail.get();
    }

    /** Shows a detail beside the list; null closes it. */
    public void setDetail(@Nullable Node node) {
        detail.set(node);
    }
}
