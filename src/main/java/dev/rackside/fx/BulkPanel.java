package dev.rackside.fx;

import dev.rackside.row.Bulk;
import dev.rackside.row.BulkPlan;
import dev.rackside.row.BulkResult;
import dev.rackside.text.Messages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The panel in which many rows are edited: what shall be set, and row by row what that would change, before anything is
 * written. Afterwards it says what was left alone and why.
 */
final class BulkPanel<D extends Record> extends VBox {

    private static final double LINE_HEIGHT = 48;

    /** One row as the list shows it. */
    private record Line(String title, String what, boolean stays, int rank) {}

    private final BulkViewModel<D> model;
    private final BulkFields fields;
    private final BulkWords<D> words;
    private final Label heading = new Label();
    private final Label summary = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final ListView<Line> lines = new ListView<>();
    private final Button write = new Button();
    private final Button cancel = new Button(Messages.get("fx.cancel"));

    BulkPanel(BulkViewModel<D> model, BulkFields fields, BulkWords<D> words) {
        this.model = model;
        this.fields = fields;
        this.words = words;
        getStyleClass().add("bulk-panel");
        heading.getStyleClass().add("title");
        heading.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(heading, Priority.ALWAYS);
        write.setId("bulkWrite");
        write.getStyleClass().add("accent");
        write.setMinWidth(USE_PREF_SIZE);
        write.setTooltip(new Tooltip(Messages.get("fx.bulk.write.tip")));
        write.setOnAction(_ -> model.write());
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setTooltip(new Tooltip(Messages.get("fx.bulk.leave.tip")));
        cancel.setOnAction(_ -> model.close());
        var head = new HBox(heading, cancel, write);
        head.getStyleClass().add("form-head");
        summary.setWrapText(true);
        summary.setId("bulkSummary");
        summary.setMinHeight(USE_PREF_SIZE);
        progress.setMaxWidth(Double.MAX_VALUE);
        lines.setFixedCellSize(TextScale.px(LINE_HEIGHT));
        lines.setCellFactory(_ -> new LineCell());
        lines.setAccessibleText(Messages.get("fx.bulk.preview"));
        VBox.setVgrow(lines, Priority.ALWAYS);
        var body = new VBox(fields, progress, summary);
        body.getStyleClass().add("bulk-body");
        getChildren().addAll(head, body, lines);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        fields.change().addListener((_, _, change) -> model.choose(change));
        InvalidationListener listener = _ -> show();
        model.count().addListener(listener);
        model.all().addListener(listener);
        model.plan().addListener(listener);
        model.planning().addListener(listener);
        model.done().addListener(listener);
        model.running().addListener(listener);
        show();
    }

    /** Begins anew, with the keyboard in the first line. */
    void begin() {
        fields.reset();
        focus();
    }

    /** The keyboard goes to the first line. */
    void focus() {
        applyCss();
        fields.focus();
    }

    private void pressed(KeyEvent event) {
        if (ListKeys.SAVE.match(event)) {
            model.write();
            event.consume();
        }
    }

    private void show() {
        var job = model.running().get();
        var plan = model.plan().get();
        var done = model.done().get();
        var count = model.count().get();
        heading.setText(done == null
                ? Messages.get(model.all().get() ? "fx.bulk.edit-all" : "fx.bulk.edit-marked", count)
                : Messages.get("fx.bulk.report"));
        fields.setDisable(job != null);
        Presence.present(fields, done == null);
        progress.progressProperty().unbind();
        if (job != null) {
            progress.progressProperty().bind(job.progress());
        } else {
            progress.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
        }
        Presence.present(progress, job != null || model.planning().get());
        Presence.present(write, done == null);
        write.setDisable(job != null || plan == null || plan.writable().isEmpty());
        write.setText(Messages.get("fx.bulk.write", plan == null ? 0 : plan.writable().size()));
        cancel.setText(Messages.get(done == null ? "fx.cancel" : "fx.close"));
        summary.setText(done == null ? summary(plan, count) : BulkWords.outcome(done));
        lines.getItems().setAll(done == null ? planned(plan) : left(done.result()));
    }

    private String summary(@Nullable BulkPlan<D> plan, long count) {
        if (model.tooMany()) {
            return Messages.get("fx.bulk.too-many", Bulk.MOST_ROWS);
        }
        if (plan == null) {
            return Messages.get(count == 0
                    ? "fx.bulk.none"
                    : fields.change().get().isEmpty() ? "fx.bulk.hint" : "fx.bulk.looking");
        }
        return BulkWords.summary(plan);
    }

    /** What is refused comes first: it is what one has to know. */
    private List<Line> planned(@Nullable BulkPlan<D> plan) {
        var shown = new ArrayList<Line>();
        if (plan != null) {
            plan.items().forEach(item -> shown.add(new Line(words.title().apply(item.row().draft()),
                    words.what(item, plan.names()), item.refused() != null, rank(item))));
            shown.sort(Comparator.comparingInt(Line::rank));
        }
        return shown;
    }

    private static int rank(BulkPlan.Item<?> item) {
        return item.refused() == null ? 1 : BulkWords.already(item) ? 2 : 0;
    }

    private List<Line> left(BulkResult<D> result) {
        return result.left().stream()
                .map(row -> new Line(words.title().apply(row.draft()), BulkWords.why(row.why()), true, 0)).toList();
    }

    /** The row above, what becomes of it below. */
    private static final class LineCell extends ListCell<Line> {

        private final Label title = new Label();
        private final Label what = new Label();
        private final VBox box = new VBox(2, title, what);

        LineCell() {
            title.setMinWidth(0);
            what.setMinWidth(0);
            title.setMaxWidth(Double.MAX_VALUE);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            setGraphic(line == null ? null : box);
            setTooltip(line == null ? null : new Tooltip(line.title() + "\n" + line.what()));
            if (line != null) {
                title.setText(line.title());
                (line.stays() ? Badge.warn(line.what()) : Badge.info(line.what())).show(what);
                setAccessibleText(line.title() + ". " + line.what());
            }
        }
    }
}
