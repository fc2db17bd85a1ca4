package dev.rackside.backup.ui;

import dev.rackside.backup.BackupDay;
import dev.rackside.backup.BackupHistory;
import dev.rackside.fx.TextScale;
import dev.rackside.text.Messages;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.GridPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A square for each day of twelve months, a column for each week from Monday to Sunday. One place for the keyboard: up
 * and down move by a day, left and right by a week, Home and End to the ends, Enter opens the day.
 */
public final class BackupCalendar extends GridPane {

    private static final double CELL = 15;
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);

    private final ReadOnlyObjectWrapper<@Nullable LocalDate> chosen = new ReadOnlyObjectWrapper<>();
    private final Map<LocalDate, Label> cells = new HashMap<>();
    private @Nullable BackupHistory history;
    private Consumer<LocalDate> open = _ -> {
    };

    public BackupCalendar() {
        getStyleClass().add("backup-calendar");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        chosen.addListener((_, before, now) -> mark(before, now));
    }

    /** Shows twelve months; the chosen day stays where it is among them. */
    void show(BackupHistory shown) {
        history = shown;
        getChildren().clear();
        cells.clear();
        weekdays();
        var monday = shown.from().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (var day = shown.from(); !day.isAfter(shown.to()); day = day.plusDays(1)) {
            var column = 1 + (int) (ChronoUnit.DAYS.between(monday, day) / 7);
            if (day.getDayOfMonth() == 1) {
                var month = new Label(MONTH.format(day));
                month.getStyleClass().add("muted");
                month.setMinWidth(USE_PREF_SIZE);
                add(month, column, 0, 3, 1);
            }
            add(cell(day, shown.on(day).orElse(null)), column, day.getDayOfWeek().getValue());
        }
        var before = chosen.get();
        chosen.set(null);
        chosen.set(before == null || before.isBefore(shown.from()) ? shown.to() : before);
    }

    private void weekdays() {
        for (var day : new DayOfWeek[]{DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY}) {
            var name = new Label(day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
            name.getStyleClass().add("muted");
            name.setMinWidth(TextScale.px(32));
            // As low as its row: the text is taller than a square.
            name.setMaxHeight(TextScale.px(CELL));
            name.setMinHeight(0);
            name.setPrefHeight(TextScale.px(CELL));
            add(name, 0, day.getValue());
        }
    }

    private Label cell(LocalDate day, @Nullable BackupDay found) {
        var mark = DayMark.of(found);
        var sign = mark.sign();
        var cell = new Label(null, sign == null ? null : new FontIcon(sign));
        cell.getStyleClass().addAll("backup-day", mark.style());
        cell.setMinSize(TextScale.px(CELL), TextScale.px(CELL));
        cell.setPrefSize(TextScale.px(CELL), TextScale.px(CELL));
        cell.setTooltip(new Tooltip(DayWords.of(day, found)));
        cell.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            requestFocus();
            chosen.set(day);
            if (event.getClickCount() == 2) {
                open.accept(day);
            }
        });
        cells.put(day, cell);
        return cell;
    }

    private void mark(@Nullable LocalDate before, @Nullable LocalDate now) {
        var last = before == null ? null : cells.get(before);
        if (last != null) {
            last.pseudoClassStateChanged(CHOSEN, false);
        }
        var next = now == null ? null : cells.get(now);
        if (next != null && history != null && now != null) {
            next.pseudoClassStateChanged(CHOSEN, true);
            setAccessibleText(Messages.get("backup.calendar.spoken", DayWords.of(now, history.on(now).orElse(null))));
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        }
    }

    private void pressed(KeyEvent event) {
        var day = chosen.get();
        if (day == null || history == null || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case UP -> go(day.minusDays(1));
            case DOWN -> go(day.plusDays(1));
            case LEFT -> go(day.minusWeeks(1));
            case RIGHT -> go(day.plusWeeks(1));
            case HOME -> go(history.from());
            case END -> go(history.to());
            case ENTER -> open.accept(day);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void go(LocalDate day) {
        if (cells.containsKey(day)) {
            chosen.set(day);
        }
    }

    /** What Enter or a double click does with a day. */
    void onOpen(Consumer<LocalDate> act) {
        open = act;
    }

    /** The day on which the keyboard stands; null until days are shown. */
    ReadOnlyObjectProperty<@Nullable LocalDate> chosen() {
        return chosen.getReadOnlyProperty();
    }
}
