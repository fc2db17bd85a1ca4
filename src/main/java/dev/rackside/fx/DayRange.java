package dev.rackside.fx;

import dev.rackside.text.Messages;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** Narrows a list to the days from one to another; either may be open. What is no day is marked and doesn't narrow. */
public final class DayRange extends HBox {

    private static final double WIDTH = 132;
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    /** Both days are meant too. */
    public record Span(@Nullable LocalDate from, @Nullable LocalDate until) {

        public static final Span ALL = new Span(null, null);
    }

    private final DatePicker from = new DatePicker();
    private final DatePicker until = new DatePicker();
    private final Days first = new Days(from);
    private final Days last = new Days(until);
    private final ReadOnlyObjectWrapper<Span> chosen = new ReadOnlyObjectWrapper<>(Span.ALL);

    public DayRange() {
        super(4);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("day-range");
        name(from, "fx.range.from");
        name(until, "fx.range.until");
        getChildren().addAll(from, new Label("–"), until);
        for (var picker : List.of(from, until)) {
            picker.setPrefWidth(TextScale.px(WIDTH));
            picker.getEditor().textProperty().addListener((_, _, _) -> read());
        }
    }

    private static void name(DatePicker picker, String key) {
        var words = Messages.get(key);
        picker.setPromptText(words);
        picker.setAccessibleText(words);
        picker.setTooltip(new Tooltip(words));
    }

    private void read() {
        var oddFrom = mark(from, Days.unreadable(from.getEditor().getText()));
        var oddUntil = mark(until, Days.unreadable(until.getEditor().getText()));
        if (oddFrom || oddUntil) {
            return;
        }
        var span = new Span(first.fromString(from.getEditor().getText()), last.fromString(until.getEditor().getText()));
        var backwards = span.from() != null && span.until() != null && span.until().isBefore(span.from());
        if (!mark(until, backwards) && !span.equals(chosen.get())) {
            chosen.set(span);
        }
    }

    private static boolean mark(DatePicker picker, boolean wrong) {
        picker.pseudoClassStateChanged(DANGER, wrong);
        picker.setAccessibleHelp(wrong ? Messages.get("fx.range.wrong") : null);
        return wrong;
    }

    public ReadOnlyObjectProperty<Span> chosen() {
        return chosen.getReadOnlyProperty();
    }

    public void choose(Span span) {
        if (!Objects.equals(span, chosen.get())) {
            first.show(span.from());
            last.show(span.until());
            read();
        }
    }

    /** Empties both, also of what is no day. */
    public void clear() {
        first.show(null);
        last.show(null);
        read();
    }
}
