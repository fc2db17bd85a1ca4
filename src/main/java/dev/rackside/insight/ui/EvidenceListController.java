package dev.rackside.insight.ui;

import dev.rackside.fx.PagedTable;
import dev.rackside.insight.EvidenceRow;
import dev.rackside.insight.InsightDetail;
import dev.rackside.text.Messages;
import java.util.UUID;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** All the evidence on one insight: over time, in a list, and one piece in full. */
@SuppressWarnings("NullAway.Init")
final class EvidenceListController {

    private static final double WIDE = 520;

    private final EvidenceListViewModel model;
    private final Steps steps;

    @FXML
    private Button back;
    @FXML
    private Button record;
    @FXML
    private Label insight;
    @FXML
    private VBox picture;
    @FXML
    private PagedTable<EvidenceRow> table;
    @FXML
    private ScrollPane chosen;

    /** What the buttons do. */
    record Steps(Runnable back, Runnable record) {}

    EvidenceListController(EvidenceListViewModel model, Steps steps) {
        this.model = model;
        this.steps = steps;
    }

    @FXML
    private void initialize() {
        back.setOnAction(_ -> steps.back().run());
        record.setOnAction(_ -> steps.record().run());
        var outcome = table.badge("insight.evidence.outcome", "outcome", 120,
                row -> InsightWords.outcome(row.outcome()),
                row -> InsightWords.word(row.outcome(), InsightWords.OUTCOME));
        outcome.setMinWidth(120);
        outcome.setMaxWidth(120);
        table.age("insight.evidence.when", "observed", 92, EvidenceRow::observedAt);
        table.text("insight.evidence.tried", null, 200, EvidenceRow::whatWasTried);
        var machine = table.mono("insight.machine", "machine", 120, EvidenceRow::machine);
        var by = table.text("insight.evidence.by", "by", 100, EvidenceRow::recordedBy);
        table.hideBelow(WIDE, machine, by);
        table.whenEmpty(Messages.get("insight.evidence.none"), Messages.get("insight.evidence.record"),
                steps.record());
        table.show(model.rows());
        model.rows().selected().addListener((_, _, row) -> choose(row));
        model.insight().addListener((_, _, detail) -> show(detail));
        choose(null);
    }

    void show(UUID insightId) {
        model.show(insightId);
    }

    /** The keyboard goes to the list. */
    void focus() {
        table.view().requestFocus();
    }

    private void show(@Nullable InsightDetail detail) {
        picture.getChildren().clear();
        insight.setText(detail == null ? "" : InsightWords.title(detail.draft().title()));
        if (detail != null) {
            picture.getChildren().addAll(EvidenceViews.together(detail));
        }
    }

    private void choose(@Nullable EvidenceRow row) {
        chosen.setVisible(row != null);
        chosen.setManaged(row != null);
        chosen.setContent(row == null ? null : EvidenceViews.whole(row));
        chosen.setVvalue(0);
    }
}
