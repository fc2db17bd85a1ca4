package dev.rackside.fx;

import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/**
 * Picks one value of an enumeration. A text that another program wrote instead is offered too, as it stands there, so
 * that nothing is lost by looking.
 */
public final class CodedBox<E extends Enum<E>> extends ComboBox<Coded<E>> {

    private List<Coded<E>> known = List.of();
    private String prefix = "";

    public CodedBox() {
        setMaxWidth(Double.MAX_VALUE);
        setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Coded<E> value) {
                if (value == null) {
                    return "";
                }
                return value.text() == null && known.contains(value)
                        ? Messages.get(prefix + "none")
                        : word(value, prefix);
            }

            @Override
            public @Nullable Coded<E> fromString(String words) {
                return null;
            }
        });
        Tips.whenCut(this);
    }

    /**
     * Offers the constants of a type, in their order.
     *
     * @param messages how the keys of their words begin: {@code session.status.}
     */
    public void offer(Class<E> type, String messages) {
        prefix = messages;
        known = Arrays.stream(type.getEnumConstants()).map(Coded::of).toList();
        getItems().setAll(known);
    }

    /** Offers also that there is no value: its word is the message {@code none} beside those of the constants. */
    public void offerWithNone(Class<E> type, String messages) {
        offer(type, messages);
        var all = new ArrayList<Coded<E>>();
        all.add(new Coded<>(null, null));
        all.addAll(known);
        known = List.copyOf(all);
        getItems().setAll(known);
    }

    /** Edits a component of a draft. */
    public void edit(Form<?> form, String component) {
        form.bind(component, this, valueProperty(), () -> getValue() == null ? null : getValue(), this::show);
    }

    @SuppressWarnings("unchecked")
    private void show(@Nullable Object value) {
        var coded = (Coded<E>) value;
        getItems().setAll(known);
        if (coded != null && coded.text() != null && !known.contains(coded)) {
            getItems().add(coded);
        }
        setValue(coded);
    }

    /** A value in words: the constant's message, or the text as it stands in the row. */
    public static String word(Coded<?> value, String messages) {
        var constant = value.known();
        var text = value.text();
        return constant != null ? Messages.get(messages + Coded.code(constant)) : text == null ? "" : text;
    }
}
