package dev.rackside.fx;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** From what is typed to values and back. What can't be read is a violation, never silently nothing. */
final class Parsing {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT);
    private static final DateTimeFormatter LOCAL = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart().appendPattern("[ ]['T']HH:mm[:ss]").optionalEnd()
            .parseDefaulting(ChronoField.HOUR_OF_DAY, 0).parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
            .toFormatter(Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter WITH_OFFSET = DateTimeFormatter
            .ofPattern("uuuu-MM-dd[ ]['T']HH:mm[:ss][ ]XXX", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9_999;

    private Parsing() {
    }

    static boolean blank(@Nullable String typed) {
        return typed == null || typed.isBlank();
    }

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    static @Nullable Object number(String component, Class<?> wanted, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            if (wanted.isPrimitive()) {
                throw new Field.Unreadable(component, "rule.required");
            }
            return null;
        }
        try {
            if (wanted == BigDecimal.class) {
                return new BigDecimal(typed.strip());
            }
            var number = new BigInteger(typed.strip());
            if (wanted == int.class || wanted == Integer.class) {
                return number.intValueExact();
            }
            return number.longValueExact();
        } catch (ArithmeticException | NumberFormatException _) {
            throw new Field.Unreadable(component,
                    wanted == BigDecimal.class ? "fx.form.not-a-decimal" : "fx.form.not-a-number");
        }
    }

    static @Nullable LocalDate day(String component, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            return inReach(LocalDate.parse(typed.strip()));
        } catch (DateTimeException _) {
            throw new Field.Unreadable(component, "fx.form.not-a-day");
        }
    }

    /** Years of more than four digits are none that a person means, and the last of all days has no next one. */
    private static LocalDate inReach(LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new DateTimeException(day.toString());
        }
        return day;
    }

    static @Nullable Instant moment(String component, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        var words = typed.strip();
        try {
            return OffsetDateTime.parse(words, WITH_OFFSET).toInstant();
        } catch (DateTimeException _) {
            try {
                return LocalDateTime.parse(words, LOCAL).atZone(Zones.shown()).toInstant();
            } catch (DateTimeException _) {
                throw new Field.Unreadable(component, "fx.form.not-a-moment");
            }
        }
    }

    static String show(@Nullable Instant moment) {
        return moment == null ? "" : MOMENT.format(moment.atZone(Zones.shown()));
    }
}
