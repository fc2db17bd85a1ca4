package dev.rackside.fx;

import dev.rackside.fault.Violation;
import dev.rackside.text.Messages;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** One component of a draft and the control that edits it. What the person did not touch stays exactly as loaded. */
final class Field {

    /** Reads the control; throws {@link Unreadable} where what stands there isn't a value. */
    @FunctionalInterface
    interface Reader {
        @Nullable
        Object read();
    }

    /** What was typed isn't a number, a date, a time. */
    static final class Unreadable extends RuntimeException {
        private final transient Violation violation;

        Unreadable(String field, String key, Object... arguments) {
            super(key);
            violation = Violation.of(field, key, arguments);
        }
    }

    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final String component;
    private final Node control;
    private final Reader reader;
    private final Consumer<@Nullable Object> writer;
    private @Nullable Object base;
    private @Nullable Object start;
    private @Nullable Object shown;
    private @Nullable Object value;
    private @Nullable Violation unreadable;
    private @Nullable Violation refused;
    private boolean touched;
    private boolean explained;

    Field(String component, Node control, Reader reader, Consumer<@Nullable Object> writer) {
        this.component = component;
        this.control = control;
        this.reader = reader;
        this.writer = writer;
    }

    String component() {
        return component;
    }

    Node control() {
        return control;
    }

    /**
     * @param loaded what stands in the database; what makes a form dirty is the difference to it
     * @param edited what the control shows
     */
    void load(@Nullable Object loaded, @Nullable Object edited) {
        base = loaded;
        start = edited;
        value = edited;
        unreadable = null;
        refused = null;
        touched = false;
        writer.accept(edited);
        try {
            shown = reader.read();
        } catch (Unreadable _) {
            shown = edited;
        }
        explain(null);
    }

    /** Takes over what the control says now. A control that says what it said after loading means the value loaded. */
    void read() {
        refused = null;
        try {
            var said = reader.read();
            value = Objects.equals(said, shown) ? start : said;
            unreadable = null;
        } catch (Unreadable odd) {
            unreadable = odd.violation;
        }
    }

    void touch() {
        touched = true;
    }

    boolean touched() {
        return touched;
    }

    boolean dirty() {
        return unreadable != null || !Objects.equals(value, base);
    }

    @Nullable
    Object value() {
        return value;
    }

    @Nullable
    Violation unreadable() {
        return unreadable;
    }

    @Nullable
    Violation refused() {
        return refused;
    }

    boolean explained() {
        return explained;
    }

    void refuse(Violation violation) {
        refused = violation;
        touched = true;
    }

    /** Shows what is wrong beside the control, to the eye and to a screen reader. */
    void explain(@Nullable Violation violation) {
        var reason = violation == null ? null : Messages.get(violation.key(), violation.arguments().toArray());
        explained = reason != null;
        control.pseudoClassStateChanged(DANGER, reason != null);
        control.setAccessibleHelp(reason);
        FormField.explain(control, reason);
    }
}
