package dev.rackside.integration.ui;

import dev.rackside.fx.TextScale;
import dev.rackside.integration.Difference;
import dev.rackside.integration.Difference.Kind;
import dev.rackside.text.Messages;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** A line of a comparison: a sign, a tint and the text, once or twice. */
final class CompareCell extends ListCell<CompareLine> {

    private static final double GAPS = 40;
    private static final List<String> LOOKS = List.of("compare-heading", "compare-folded");

    private final Half left = new Half();
    private final Half right = new Half();
    private final HBox beside = new HBox(8, left, right);
    private final HBox alone = new HBox();

    /** @param unfold shows what was folded */
    CompareCell(ListView<CompareLine> list, Consumer<CompareLine.Folded> unfold) {
        setPrefWidth(0);
        prefWidthProperty().bind(list.widthProperty().subtract(GAPS));
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        setWrapText(true);
        setOnMouseClicked(_ -> {
            if (getItem() instanceof CompareLine.Folded folded) {
                unfold.accept(folded);
            }
        });
    }

    @Override
    protected void updateItem(@Nullable CompareLine line, boolean empty) {
        super.updateItem(line, empty);
        getStyleClass().removeAll(LOOKS);
        setText(null);
        setGraphic(null);
        setAccessibleText(null);
        switch (empty ? null : line) {
            case null -> {
            }
            case CompareLine.Heading heading -> words(heading.words(), "compare-heading");
            case CompareLine.Folded folded -> words(Messages.get("exchange.compare.folded", folded.count()),
                    "compare-folded");
            case CompareLine.Single single -> {
                alone.getChildren().setAll(left);
                left.show(single.kind(), single.text());
                setGraphic(alone);
                setAccessibleText(spoken(single.kind(), single.text(), single.text()));
            }
            case CompareLine.Beside(var both) -> beside(both);
        }
    }

    private void beside(Difference.Line line) {
        var kind = line.kind();
        beside.getChildren().setAll(left, right);
        left.show(kind == Kind.CHANGED ? Kind.REMOVED : kind == Kind.ADDED ? null : kind, line.before());
        right.show(kind == Kind.CHANGED ? Kind.ADDED : kind == Kind.REMOVED ? null : kind, line.after());
        setGraphic(beside);
        setAccessibleText(spoken(kind, line.before(), line.after()));
    }

    private void words(String words, String look) {
        setText(words);
        getStyleClass().add(look);
    }

    private static String spoken(Kind kind, String before, String after) {
        return switch (kind) {
            case SAME -> before;
            case REMOVED -> Messages.get("exchange.compare.spoken.removed", before);
            case ADDED -> Messages.get("exchange.compare.spoken.added", after);
            case CHANGED -> Messages.get("exchange.compare.spoken.changed", before, after);
        };
    }

    /** One of both: the sign in a column of its own, so that it isn't taken for text. */
    private static final class Half extends HBox {

        private static final List<String> TINTS = List.of("compare-removed", "compare-added", "compare-none");
        private static final double SIGN = 16;

        private final Label sign = new Label();
        private final Label text = new Label();

        Half() {
            getStyleClass().add("compare-half");
            sign.getStyleClass().addAll("mono", "compare-sign");
            sign.setMinWidth(TextScale.px(SIGN));
            sign.setAlignment(Pos.TOP_LEFT);
            text.getStyleClass().add("mono");
            text.setWrapText(true);
            text.setMinWidth(0);
            text.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(text, Priority.ALWAYS);
            setPrefWidth(0);
            getChildren().addAll(sign, text);
        }

        /** @param kind null where there is no such line */
        void show(@Nullable Kind kind, String words) {
            getStyleClass().removeAll(TINTS);
            sign.setText(kind == null ? " " : CompareLine.sign(kind));
            text.setText(words);
            if (kind != Kind.SAME) {
                getStyleClass().add(kind == null
                        ? "compare-none"
                        : kind == Kind.ADDED ? "compare-added" : "compare-removed");
            }
        }
    }
}
