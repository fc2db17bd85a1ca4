package dev.rackside.fault;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Collects the rules that a draft breaks; a draft states its rules with it once, the form shows them and the service
 * checks them again.
 */
public final class Rules {

    /** The bytes that a TEXT column holds. */
    public static final int TEXT_BYTES = 65_535;

    private static final String BROKEN = "rule.broken-character";
    private static final Set<Integer> INVISIBLE = Stream.of(Character.CONTROL, Character.FORMAT,
            Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.SURROGATE).map(Byte::intValue)
            .collect(Collectors.toUnmodifiableSet());
    private static final Instant EARLIEST = Instant.parse("1970-01-02T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2038-01-18T00:00:00Z");

    private final List<Violation> violations = new ArrayList<>();

    /** The text must have a visible character. */
    public Rules required(String field, @Nullable Object value) {
        if (value == null || (value instanceof CharSequence text && text.codePoints().noneMatch(Rules::isVisible))) {
            add(field, "rule.required");
        }
        return this;
    }

    /** What isn't visible by itself the database takes for nothing: blanks, controls, formats, accents alone. */
    private static boolean isVisible(int character) {
        return !Character.isWhitespace(character) && !Character.isSpaceChar(character)
                && !INVISIBLE.contains(Character.getType(character));
    }

    /** Half of a character is none that can be stored; it would come back as a question mark. */
    private void whole(String field, String value) {
        var broken = value.codePoints().anyMatch(each -> Character.getType(each) == Character.SURROGATE);
        if (broken && violations.stream().noneMatch(each -> each.field().equals(field)
                && each.key().equals(BROKEN))) {
            add(field, BROKEN);
        }
    }

    /** The text must have at most {@code limit} characters (code points, as MariaDB counts a VARCHAR). */
    public Rules atMost(String field, @Nullable String value, int limit) {
        if (value != null) {
            var length = value.codePointCount(0, value.length());
            if (length > limit) {
                add(field, "rule.too-long", limit, length);
            }
            whole(field, value);
        }
        return this;
    }

    /** The text must fit a TEXT column: 65,535 bytes of UTF-8. */
    public Rules fitsText(String field, @Nullable String value) {
        if (value != null) {
            if (value.getBytes(StandardCharsets.UTF_8).length > TEXT_BYTES) {
                add(field, "rule.too-many-bytes", TEXT_BYTES / 1024);
            }
            whole(field, value);
        }
        return this;
    }

    public Rules between(String field, @Nullable Integer value, int low, int high) {
        if (value != null && (value < low || value > high)) {
            add(field, "rule.between", low, high);
        }
        return this;
    }

    /** The moment must be one that a TIMESTAMP column holds. */
    public Rules storable(String field, @Nullable Instant moment) {
        return that(moment == null || !(moment.isBefore(EARLIEST) || moment.isAfter(LATEST)), field, "rule.moment");
    }

    /** Any other rule: broken when {@code holds} is false. */
    public Rules that(boolean holds, String field, String key, Object... arguments) {
        if (!holds) {
            add(field, key, arguments);
        }
        return this;
    }

    public List<Violation> violations() {
        return List.copyOf(violations);
    }

    private void add(String field, String key, Object... arguments) {
        violations.add(Violation.of(field, key, arguments));
    }
}
