package dev.rackside.fx;

import dev.rackside.fault.Violation;
import dev.rackside.row.DraftRecord;
import dev.rackside.row.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * Binds controls to a draft record. It checks the draft's own rules as one types, shows what is broken beside the
 * control that was touched, and knows dirty from clean. Components without a control, and controls that nobody
 * touched, keep the loaded value to the letter.
 *
 * @param <D> a public record; blank text becomes null where its component is {@code @Nullable}
 */
public final class Form<D extends Record> {

    private final DraftRecord<D> type;
    private final Function<D, List<Violation>> rules;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper valid = new ReadOnlyBooleanWrapper();
    private Consumer<List<Violation>> elsewhere = _ -> {
    };
    private @Nullable D base;
    private @Nullable D edited;
    private @Nullable Versioned<D> version;
    private boolean loading;

    /** A form for drafts of a type; the rules are the draft's own, usually {@code InsightDraft::violations}. */
    public Form(Class<D> type, Function<D, List<Violation>> rules) {
        this.type = new DraftRecord<>(type);
        this.rules = rules;
    }

    /** A text; blank is null where the component may be null. */
    public Form<D> text(String component, TextInputControl control) {
        var nullable = type.nullable(component);
        return bind(component, control, control.textProperty(),
                () -> nullable && Parsing.blank(control.getText()) ? null : Parsing.text(control.getText()),
                value -> control.setText(value == null ? "" : value.toString()));
    }

    /** A whole number; blank is null. */
    public Form<D> number(String component, TextInputControl control) {
        var wanted = type.typeOf(component);
        return bind(component, control, control.textProperty(),
                () -> Parsing.number(component, wanted, control.getText()),
                value -> control.setText(value == null ? "" : value.toString()));
    }

    /** A day; what is typed counts without leaving the field. */
    public Form<D> date(String component, DatePicker control) {
        var days = new Days(control);
        return bind(component, control, control.getEditor().textProperty(),
                () -> Parsing.day(component, control.getEditor().getText()),
                value -> days.show((LocalDate) value));
    }

    /** A moment, as {@code 2026-11-22 14:30 +01:00}; without an offset the local zone is meant. */
    public Form<D> moment(String component, TextInputControl control) {
        return bind(component, control, control.textProperty(), () -> Parsing.moment(component, control.getText()),
                value -> control.setText(Parsing.show((Instant) value)));
    }

    /** A value picked from a box whose items are the component's values. */
    public <T> Form<D> choice(String component, ComboBox<T> control) {
        return choice(component, control, item -> item);
    }

    /**
     * A value picked from a box of something else: {@code form.choice("clientId", clients, Choice::id)}. A value that
     * is not among the items stays, shown as nothing chosen.
     */
    public <T> Form<D> choice(String component, ComboBox<T> control, Function<T, @Nullable Object> valueOf) {
        return bind(component, control, control.valueProperty(),
                () -> control.getValue() == null ? null : valueOf.apply(control.getValue()), value -> control.setValue(
                        control.getItems().stream().filter(item -> Objects.equals(valueOf.apply(item), value))
                                .findFirst().orElse(null)));
    }

    public Form<D> flag(String component, CheckBox control) {
        return bind(component, control, control.selectedProperty(), control::isSelected,
                value -> control.setSelected(Boolean.TRUE.equals(value)));
    }

    /**
     * Any other control.
     *
     * @param signal changes whenever the person changes something
     * @param read what the control says, in the component's type
     * @param write lets the control say it
     */
    public Form<D> bind(String component, Node control, ObservableValue<?> signal, Supplier<@Nullable Object> read,
            Consumer<@Nullable Object> write) {
        type.typeOf(component);
        var field = new Field(component, control, read::get, write);
        fields.put(component, field);
        signal.addListener((_, _, _) -> changed(field));
        control.focusedProperty().addListener((_, _, focused) -> {
            if (!focused && field.dirty()) {
                field.touch();
                check();
            }
        });
        return this;
    }

    /** Ctrl+S anywhere in the form saves; nothing happens while there is nothing to save. */
    public Form<D> saveKey(Node root, Runnable save) {
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (ListKeys.SAVE.match(event)) {
                event.consume();
                if (dirty.get()) {
                    save.run();
                }
            }
        });
        return this;
    }

    /** What to do with violations of components that have no control here. */
    public Form<D> elsewhere(Consumer<List<Violation>> show) {
        elsewhere = show;
        return this;
    }

    /** Shows a row for editing. */
    public void load(Versioned<D> row) {
        version = row;
        show(row.draft(), row.draft());
    }

    /** Shows the values of a row that isn't there yet. */
    public void loadNew(D draft) {
        version = null;
        show(draft, draft);
    }

    /** Shows other values than those loaded, as if the person had typed them: for a copy of another row. */
    public void propose(D values) {
        show(base(), values);
    }

    /** Goes on editing on top of a newer row: after a conflict was settled. */
    public void rebase(Versioned<D> current, D merged) {
        version = current;
        show(current.draft(), merged);
    }

    /** Back to what was loaded. */
    public void revert() {
        if (base != null) {
            show(base, base);
        }
    }

    /** The row that was loaded; null for a new one. */
    public @Nullable Versioned<D> version() {
        return version;
    }

    /** The values as loaded. */
    public D base() {
        return Objects.requireNonNull(base, "Nothing is loaded");
    }

    /** The values as they stand now; what can't be read as a value is as loaded, so ask {@link #valid()} first. */
    public D draft() {
        var values = type.values(Objects.requireNonNull(edited, "Nothing is loaded"));
        fields.forEach((component, field) -> values.put(component, field.value()));
        return type.make(values);
    }

    /**
     * Saves when all is well; otherwise shows everything that is broken and goes to the first of it.
     *
     * @param save takes the draft
     */
    public void save(Consumer<D> save) {
        fields.values().forEach(Field::touch);
        check();
        if (valid.get()) {
            save.accept(draft());
        } else {
            fields.values().stream().filter(field -> field.explained()).findFirst()
                    .ifPresent(field -> field.control().requestFocus());
        }
    }

    /** Shows what the service refused, until the person changes it. */
    public void show(List<Violation> violations) {
        for (var violation : violations) {
            var field = fields.get(violation.field());
            if (field != null) {
                field.refuse(violation);
            }
        }
        elsewhere.accept(violations.stream().filter(violation -> !fields.containsKey(violation.field())).toList());
        check();
    }

    /** Whether anything differs from what was loaded. */
    public ReadOnlyBooleanProperty dirty() {
        return dirty.getReadOnlyProperty();
    }

    /** Whether no rule is broken. */
    public ReadOnlyBooleanProperty valid() {
        return valid.getReadOnlyProperty();
    }

    /** Whether there is something to save and nothing against it. */
    public BooleanExpression saveable() {
        return dirty.and(valid);
    }

    private void show(D loaded, D values) {
        base = loaded;
        edited = values;
        loading = true;
        var before = type.values(loaded);
        var now = type.values(values);
        fields.forEach((component, field) -> field.load(before.get(component), now.get(component)));
        loading = false;
        check();
    }

    private void changed(Field field) {
        if (!loading && base != null) {
            field.read();
            field.touch();
            check();
        }
    }

    private void check() {
        if (base == null) {
            return;
        }
        var broken = new LinkedHashMap<String, Violation>();
        for (var violation : rules.apply(draft())) {
            broken.putIfAbsent(violation.field(), violation);
        }
        for (var field : fields.values()) {
            var own = field.unreadable() != null ? field.unreadable() : field.refused();
            if (own != null) {
                broken.put(field.component(), own);
            }
            field.explain(field.touched() ? broken.get(field.component()) : null);
        }
        dirty.set(fields.values().stream().anyMatch(Field::dirty) || !draft().equals(base));
        valid.set(broken.isEmpty());
    }
}
