package dev.rackside.backup.ui;

import dev.rackside.backup.BackupDay;
import dev.rackside.backup.BackupHistory;
import dev.rackside.fx.Bytes;
import dev.rackside.fx.Spans;
import dev.rackside.fx.TextScale;
import dev.rackside.text.Messages;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Size and duration over twelve months: of each day the largest file and the longest run. */
final class HistoryCharts {

    private static final double HEIGHT = 190;
    private static final int DAYS_OF_A_TICK = 61;
    /** So few points are marked each: a line between them alone would say little. */
    private static final int FEW = 40;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    /** What is drawn: the messages of its axis and of its sentence, and its value on a day. */
    private record Drawn(String axis, String spoken, Function<BackupDay, @Nullable Long> value) {}

    /** What the numbers of an axis are. */
    private record Unit(String name, double size) {}

    private static final List<Unit> SIZES = List.of(new Unit("GiB", 1L << 30), new Unit("MiB", 1 << 20),
            new Unit("KiB", 1 << 10), new Unit("B", 1));
    private static final List<Unit> SPANS = List.of(new Unit("h", 3_600_000), new Unit("min", 60_000),
            new Unit("s", 1000));

    private HistoryCharts() {
    }

    static LineChart<Number, Number> sizes(BackupHistory history) {
        return chart(history, new Drawn("backup.chart.size", "backup.chart.size.spoken", BackupDay::sizeBytes), SIZES,
                Bytes::text);
    }

    static LineChart<Number, Number> durations(BackupHistory history) {
        return chart(history, new Drawn("backup.chart.duration", "backup.chart.duration.spoken",
                day -> day.longest() == null ? null : Long.valueOf(day.longest().toMillis())), SPANS,
                value -> Spans.text(Duration.ofMillis(value)));
    }

    private static LineChart<Number, Number> chart(BackupHistory history, Drawn drawn, List<Unit> units,
            Function<Long, String> words) {
        var known = history.days().stream().filter(day -> drawn.value().apply(day) != null).toList();
        ToDoubleFunction<BackupDay> number = day -> Objects.requireNonNull(drawn.value().apply(day));
        var most = known.stream().mapToDouble(number).max().orElse(0);
        var unit = units.stream().filter(each -> most >= 2 * each.size()).findFirst().orElse(units.getLast());
        var amounts = new NumberAxis();
        amounts.setLabel(Messages.get(drawn.axis(), unit.name()));
        amounts.setForceZeroInRange(true);
        amounts.setMinorTickVisible(false);
        var chart = new LineChart<>(days(history), amounts);
        chart.getStyleClass().add("backup-chart");
        chart.setAnimated(false);
        chart.setLegendVisible(false);
        chart.setCreateSymbols(known.size() <= FEW);
        chart.setPrefHeight(TextScale.px(HEIGHT));
        chart.setMinHeight(TextScale.px(HEIGHT));
        var line = new XYChart.Series<Number, Number>();
        known.forEach(day -> line.getData()
                .add(new XYChart.Data<>(day.day().toEpochDay(), number.applyAsDouble(day) / unit.size())));
        chart.getData().add(line);
        chart.setAccessibleText(known.isEmpty()
                ? Messages.get("backup.chart.nothing")
                : Messages.get(drawn.spoken(),
                        words.apply((long) known.stream().mapToDouble(number).min().orElse(0)),
                        words.apply((long) most), words.apply((long) number.applyAsDouble(known.getLast()))));
        return chart;
    }

    private static NumberAxis days(BackupHistory history) {
        var days = new NumberAxis(history.from().toEpochDay(), history.to().toEpochDay(), DAYS_OF_A_TICK);
        days.setLabel(Messages.get("backup.chart.day"));
        days.setMinorTickVisible(false);
        days.setTickLabelFormatter(new StringConverter<>() {
            @Override
            public String toString(Number day) {
                return DAY.format(LocalDate.ofEpochDay(day.longValue()));
            }

            @Override
            public Number fromString(String text) {
                throw new UnsupportedOperationException();
            }
        });
        return days;
    }
}
