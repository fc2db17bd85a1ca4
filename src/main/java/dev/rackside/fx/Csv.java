package dev.rackside.fx;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How values are written where a spreadsheet reads them. */
final class Csv {

    /** Without an offset: with one no spreadsheet takes it for a date. The header names the zone instead. */
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private Csv() {
    }

    /** A value in plain words: numbers without separators of thousands, moments in local time, days as they are. */
    static String text(@Nullable Object value, ZoneId zone) {
        return switch (value) {
            case null -> "";
            case String text -> text;
            case Instant moment -> MOMENT.format(moment.atZone(zone));
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }

    /**
     * A value as a cell. What comes from a person or from another program must not become a formula when the file is
     * opened: it gets an apostrophe in front. Numbers stay numbers.
     */
    static String cell(@Nullable Object value, ZoneId zone) {
        return value instanceof String text && dangerous(text) ? "'" + text : text(value, zone);
    }

    /** Whether a spreadsheet might take the text for a formula, also after it dropped what is blank before it. */
    static boolean dangerous(String text) {
        for (var at = 0; at < text.length(); at++) {
            var letter = text.charAt(at);
            switch (letter) {
                case '=', '+', '-', '@', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20' -> {
                    return true;
                }
                case '\t', '\r', '\n', '\0' -> {
                    if (at == 0) {
                        return true;
                    }
                }
                default -> {
                    if (!blank(letter)) {
                        return false;
                    }
                }
            }
        }
        return false;
    }

    private static boolean blank(char letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter) || Character.isISOControl(letter)
                || Character.getType(letter) == Character.FORMAT;
    }
}
