package dev.rackside.integration.ui;

import dev.rackside.fault.Problem;
import dev.rackside.fx.Age;
import dev.rackside.fx.ListKeys;
import dev.rackside.fx.Presence;
import dev.rackside.fx.ProblemBar;
import dev.rackside.fx.Shortcut;
import dev.rackside.fx.TextLines;
import dev.rackside.fx.TextScale;
import dev.rackside.integration.ExchangeDifference;
import dev.rackside.integration.ExchangeRow;
import dev.rackside.text.Messages;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;

/** What is different between two exchanges: beside each other where there is room, else one below the other. */
@SuppressWarnings("NullAway.Init")
final class ExchangeCompareController {

    static final Shortcut UNIFIED = Shortcut.key(KeyCode.U, "exchange.keys.unified");
    private static final Shortcut COPY = Shortcut.command(KeyCode.C, "fx.keys.copy-lines");

    /** Two columns of 50 characters. */
    private static final double SIDE_BY_SIDE = 720;

    private final CompareViewModel model;
    private final Runnable close;
    private final Age age = Age.here();

    @FXML
    private Parent root;
    @FXML
    private ProblemBar compareProblem;
    @FXML
    private ProgressBar compareProgress;
    @FXML
    private Button compareBack;
    @FXML
    private ToggleButton unified;
    @FXML
    private FlowPane compareBefore;
    @FXML
    private FlowPane compareAfter;
    @FXML
    private Label compareNote;
    @FXML
    private ListView<CompareLine> compareLines;

    ExchangeCompareController(CompareViewModel model, Runnable close) {
        this.model = model;
        this.close = close;
    }

    @FXML
    private void initialize() {
        compareBack.setOnAction(_ -> close.run());
        compareProgress.visibleProperty().bind(model.busy());
        compareLines.setItems(model.lines());
        compareLines.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        compareLines.setCellFactory(list -> new CompareCell(list, model::unfold));
        compareLines.widthProperty().addListener((_, _, _) -> arrange());
        unified.selectedProperty().addListener((_, _, _) -> arrange());
        model.difference().addListener((_, _, shown) -> show(shown));
        model.problem().addListener((_, _, problem) -> show(problem));
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        compareLines.addEventFilter(KeyEvent.KEY_PRESSED, this::pressedLines);
        show((Problem) null);
    }

    private void arrange() {
        var room = compareLines.getWidth() >= TextScale.px(SIDE_BY_SIDE);
        unified.setDisable(!room);
        model.unified().set(!room || unified.isSelected());
    }

    private void show(@Nullable ExchangeDifference shown) {
        compareBefore.getChildren().clear();
        compareAfter.getChildren().clear();
        if (shown != null) {
            heading(compareBefore, "exchange.compare.before", shown.before());
            heading(compareAfter, "exchange.compare.after", shown.after());
        }
        compareNote.setText(model.note());
        Presence.present(compareNote, !compareNote.getText().isEmpty());
    }

    private void heading(FlowPane into, String key, ExchangeRow row) {
        var sign = new Label(Messages.get(key));
        sign.getStyleClass().add("compare-which");
        into.getChildren().addAll(sign, new Label(Messages.get("exchange.title", ExchangeWords.system(row),
                ExchangeWords.action(row))), new Label(age.full(row.createdAt())), ExchangeWords.outcome(row).label());
        if (row.externalId() != null) {
            var id = new Label(row.externalId());
            id.getStyleClass().add("mono");
            into.getChildren().add(id);
        }
    }

    private void show(@Nullable Problem problem) {
        if (problem == null) {
            compareProblem.hide();
        } else {
            compareProblem.show(problem, model::retry);
        }
    }

    private void pressed(KeyEvent event) {
        if (UNIFIED.match(event) && !unified.isDisabled()) {
            unified.setSelected(!unified.isSelected());
            event.consume();
        }
    }

    private void pressedLines(KeyEvent event) {
        if (ListKeys.OPEN.match(event) && compareLines.getSelectionModel()
                .getSelectedItem() instanceof CompareLine.Folded folded) {
            var at = compareLines.getSelectionModel().getSelectedIndex();
            model.unfold(folded);
            compareLines.getSelectionModel().clearAndSelect(at);
            event.consume();
        } else if (ListKeys.BACK.match(event)) {
            // The list would take the key for the end of an edit.
            close.run();
            event.consume();
        } else if (COPY.match(event)) {
            TextLines.copy(compareLines.getSelectionModel().getSelectedItems().stream().filter(Objects::nonNull)
                    .map(CompareLine::copied).collect(Collectors.joining("\n")));
            event.consume();
        }
    }

    /** The keyboard goes to the lines. */
    void focus() {
        root.applyCss();
        compareLines.requestFocus();
    }
}
