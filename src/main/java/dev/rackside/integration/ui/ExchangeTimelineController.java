package dev.rackside.integration.ui;

import dev.rackside.fault.Problem;
import dev.rackside.fx.Badge;
import dev.rackside.fx.LaneTimeline;
import dev.rackside.fx.ListKeys;
import dev.rackside.fx.ProblemBar;
import dev.rackside.fx.Presence;
import dev.rackside.fx.Shortcut;
import dev.rackside.fx.Timeline.Moment;
import dev.rackside.integration.ExchangeRow;
import dev.rackside.integration.ExchangeTimeline;
import dev.rackside.text.Messages;
import java.util.ArrayList;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What was exchanged about one thing: at a glance, and day by day. */
@SuppressWarnings("NullAway.Init")
final class ExchangeTimelineController {

    static final Shortcut ORDER = Shortcut.key(KeyCode.O, "exchange.keys.order");

    private final TimelineViewModel model;
    private final Runnable close;
    private final Consumer<ExchangeRow> open;

    @FXML
    private Parent timelineRoot;
    @FXML
    private ProblemBar timelineProblem;
    @FXML
    private ProgressBar timelineProgress;
    @FXML
    private Button timelineBack;
    @FXML
    private ToggleButton oldestFirst;
    @FXML
    private Label about;
    @FXML
    private Label timelineNote;
    @FXML
    private VBox timelinePicture;
    @FXML
    private ListView<TimelineViewModel.Line> timelineLines;

    /** @param open shows one exchange */
    ExchangeTimelineController(TimelineViewModel model, Runnable close, Consumer<ExchangeRow> open) {
        this.model = model;
        this.close = close;
        this.open = open;
    }

    @FXML
    private void initialize() {
        timelineBack.setOnAction(_ -> close.run());
        timelineProgress.visibleProperty().bind(model.busy());
        oldestFirst.selectedProperty().bindBidirectional(model.oldestFirst());
        timelineLines.setItems(model.lines());
        timelineLines.setPlaceholder(new Label());
        timelineLines.setCellFactory(list -> new TimelineCell(list, open));
        timelineLines.addEventFilter(KeyEvent.KEY_PRESSED, this::pressedLines);
        timelineRoot.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        model.timeline().addListener((_, _, read) -> show(read));
        model.problem().addListener((_, _, problem) -> show(problem));
        show((Problem) null);
    }

    private void show(@Nullable ExchangeTimeline read) {
        timelinePicture.getChildren().clear();
        timelineNote.setText("");
        var nothing = new Label(read == null ? "" : Messages.get("exchange.timeline.none"));
        nothing.setWrapText(true);
        timelineLines.setPlaceholder(nothing);
        if (read != null && !read.rows().isEmpty()) {
            timelineNote.setText(read.more()
                    ? Messages.get("exchange.timeline.newest", ExchangeTimeline.MOST)
                    : Messages.get("exchange.timeline.count", read.rows().size()));
            timelinePicture.getChildren().setAll(picture(read));
        }
        Presence.present(timelineNote, !timelineNote.getText().isEmpty());
        Presence.present(timelinePicture, !timelinePicture.getChildren().isEmpty());
    }

    /** A lane for each outcome that there is. */
    private static LaneTimeline picture(ExchangeTimeline read) {
        var moments = new ArrayList<Moment<Badge>>();
        for (var row : read.rows()) {
            var at = row.createdAt();
            if (at != null) {
                moments.add(new Moment<>(ExchangeWords.outcome(row), at));
            }
        }
        return new LaneTimeline(moments.stream().map(Moment::lane).distinct().toList(), moments, read.readAt(),
                from -> Messages.get("exchange.timeline.spoken", moments.size(), from));
    }

    private void show(@Nullable Problem problem) {
        if (problem == null) {
            timelineProblem.hide();
        } else {
            timelineProblem.show(problem, model::retry);
        }
    }

    private void pressed(KeyEvent event) {
        if (ORDER.match(event)) {
            oldestFirst.setSelected(!oldestFirst.isSelected());
            event.consume();
        }
    }

    private void pressedLines(KeyEvent event) {
        if (ListKeys.OPEN.match(event) && timelineLines.getSelectionModel()
                .getSelectedItem() instanceof TimelineViewModel.Line.Entry(var row)) {
            open.accept(row);
            event.consume();
        } else if (ListKeys.BACK.match(event)) {
            // The list would take the key for the end of an edit.
            close.run();
            event.consume();
        }
    }

    /** @param system whose id it is; null for any */
    void read(@Nullable String system, String externalId) {
        about.setText(externalId);
        model.read(system, externalId);
    }

    /** The keyboard goes to the lines. */
    void focus() {
        timelineLines.requestFocus();
    }
}
