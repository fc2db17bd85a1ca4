package dev.rackside.integration.ui;

import dev.rackside.fx.Age;
import dev.rackside.fx.Zones;
import dev.rackside.integration.ExchangeRow;
import dev.rackside.text.Messages;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A day, or one exchange of it in two lines: when, what and how it ended, then what else is known. */
final class TimelineCell extends ListCell<TimelineViewModel.Line> {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE yyyy-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final double GAPS = 24;
    private static final String DAY_STYLE = "timeline-day";

    private final Age age = Age.here();

    /** @param open shows an exchange */
    TimelineCell(ListView<TimelineViewModel.Line> list, Consumer<ExchangeRow> open) {
        setPrefWidth(0);
        prefWidthProperty().bind(list.widthProperty().subtract(GAPS));
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY
                    && getItem() instanceof TimelineViewModel.Line.Entry(var row)) {
                open.accept(row);
            }
        });
    }

    @Override
    protected void updateItem(TimelineViewModel.@Nullable Line line, boolean empty) {
        super.updateItem(line, empty);
        getStyleClass().remove(DAY_STYLE);
        setText(null);
        setGraphic(null);
        setAccessibleText(null);
        switch (empty ? null : line) {
            case null -> {
            }
            case TimelineViewModel.Line.Day(var day) -> {
                setText(day == null ? Messages.get("exchange.timeline.no-day") : DAY.format(day));
                getStyleClass().add(DAY_STYLE);
            }
            case TimelineViewModel.Line.Entry(var row) -> entry(row);
        }
    }

    private void entry(ExchangeRow row) {
        var time = new Label(time(row.createdAt()));
        time.getStyleClass().addAll("mono", "muted");
        time.setMinWidth(USE_PREF_SIZE);
        time.setTooltip(new Tooltip(age.full(row.createdAt())));
        var what = new Label(Messages.get("exchange.title", ExchangeWords.system(row), ExchangeWords.action(row)));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var outcome = ExchangeWords.outcome(row);
        var badge = outcome.label();
        badge.setMinWidth(USE_PREF_SIZE);
        var head = new HBox(8, time, what, gap, badge);
        head.setAlignment(Pos.CENTER_LEFT);
        var more = new Label(more(row));
        more.getStyleClass().add("muted");
        more.setWrapText(true);
        more.setMinWidth(0);
        var box = new VBox(2, head, more);
        box.getStyleClass().add("timeline-entry");
        setGraphic(box);
        setAccessibleText(String.join(", ", time.getText(), what.getText(), outcome.word(), more.getText()));
    }

    private static String time(@Nullable Instant moment) {
        return moment == null ? Messages.get("exchange.missing") : TIME.format(moment.atZone(Zones.shown()));
    }

    private static String more(ExchangeRow row) {
        var status = row.httpStatus();
        return Stream.of(ExchangeWords.direction(row), status == null ? null : "HTTP " + status,
                ExchangeWords.duration(row), row.createdBy()).filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }
}
