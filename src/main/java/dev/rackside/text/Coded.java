package dev.rackside.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A column's text that should name a constant of {@code E}, in lower case. Rows of newer or other programs may hold
 * any text; it is kept and shown as it is, and never stops a list.
 *
 * @param text the column's own text, null where the row has none
 * @param known the constant it names, null where it names none
 */
public record Coded<E extends Enum<E>>(@Nullable String text, @Nullable E known) {

    /** By their codes; a list reads thousands of them. */
    private static final ClassValue<Map<String, Enum<?>>> CONSTANTS = new ClassValue<>() {
        @Override
        protected Map<String, Enum<?>> computeValue(Class<?> type) {
            return Arrays.stream(type.getEnumConstants()).map(constant -> (Enum<?>) constant)
                    .collect(Collectors.toUnmodifiableMap(Coded::code, constant -> constant));
        }
    };

    /** Reads a column's text. Case and surrounding blanks don't matter; the text is kept as it was. */
    public static <E extends Enum<E>> Coded<E> of(Class<E> type, @Nullable String text) {
        if (text == null) {
            return new Coded<>(null, null);
        }
        var constants = CONSTANTS.get(type);
        var constant = constants.get(text);
        if (constant == null) {
            constant = constants.get(text.strip().toLowerCase(Locale.ROOT));
        }
        return new Coded<>(text, type.cast(constant));
    }

    public static <E extends Enum<E>> Coded<E> of(E constant) {
        return new Coded<>(code(constant), constant);
    }

    /** The text that stands in the database for a constant: its name in lower case. */
    public static String code(Enum<?> constant) {
        return constant instanceof Spelled spelled ? spelled.code() : constant.name().toLowerCase(Locale.ROOT);
    }

    public Optional<E> constant() {
        return Optional.ofNullable(known);
    }

    /** Whether the text is there but isn't spelled the way the rule says: unknown, or of another case. */
    public boolean odd() {
        return text != null && (known == null || !code(known).equals(text));
    }

    /** An enum whose text isn't its name in lower case ({@code pre-migration}). */
    public interface Spelled {
        String code();
    }
}
