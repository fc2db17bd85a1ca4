package dev.rackside.fx;

import java.time.LocalDate;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/**
 * A date picker's days, as {@code 2026-11-22}. A picker that loses the keyboard empties itself where what was typed is
 * no day; this keeps it, so that the person can mend it.
 */
final class Days extends StringConverter<LocalDate> {

    private final DatePicker picker;
    private boolean showing;

    Days(DatePicker picker) {
        this.picker = picker;
        picker.setConverter(this);
        picker.getEditor().setTextFormatter(new TextFormatter<>(this::kept));
        picker.getEditor().addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && unreadable(picker.getEditor().getText())) {
                event.consume();
            }
        });
    }

    void show(@Nullable LocalDate day) {
        showing = true;
        picker.setValue(day);
        picker.getEditor().setText(toString(day));
        showing = false;
    }

    @Override
    public String toString(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    @Override
    public @Nullable LocalDate fromString(@Nullable String typed) {
        return unreadable(typed) ? null : Parsing.day("", typed);
    }

    private TextFormatter.@Nullable Change kept(TextFormatter.Change change) {
        var emptied = change.isContentChange() && change.getControlNewText().isEmpty();
        return emptied && !showing && !picker.isFocused() && unreadable(change.getControlText()) ? null : change;
    }

    static boolean unreadable(@Nullable String typed) {
        try {
            Parsing.day("", typed);
            return false;
        } catch (Field.Unreadable _) {
            return true;
        }
    }
}
