package dev.rackside.ticket;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a person typed or pasted to find a ticket by.
 *
 * @param system where the ticket must be; null where the text doesn't tell
 * @param kind what the text is
 */
public record TicketQuery(@Nullable TicketSystem system, Kind kind, String text) {

    /** What a text is. */
    public enum Kind {
        /** Words that stand in the subject. */
        WORDS,
        /** What people call the ticket by. */
        NUMBER,
        /** The system's own id, as addresses have it. */
        ID
    }

    /** A shape by which a system is known. */
    private record Shape(Pattern pattern, TicketSystem system, Kind kind) {}

    private static final List<Shape> SHAPES = List.of(
            new Shape(Pattern.compile("(?i)(t\\d{8}\\.\\d{1,9})"), TicketSystem.AUTOTASK, Kind.NUMBER),
            new Shape(Pattern.compile("(?i)https?://[^\\s/]+/\\S*[?&]ticketid=(\\d{1,18})\\b\\S*"),
                    TicketSystem.AUTOTASK, Kind.ID),
            new Shape(Pattern.compile("(?i)https?://\\S*[?&]service_recid=(\\d{1,18})\\b\\S*"),
                    TicketSystem.CONNECTWISE, Kind.ID),
            new Shape(Pattern.compile("(?i)https?://[^\\s/]+/tickets/(\\d{1,18})(?:[/?#]\\S*)?"),
                    TicketSystem.SYNCRO_MSP, Kind.ID));
    private static final Pattern NUMBER = Pattern.compile("#?\\s?(\\d{1,18})");

    /** Tells addresses and numbers of the systems from words. */
    public static TicketQuery of(String typed) {
        var text = typed.strip();
        for (var shape : SHAPES) {
            var found = shape.pattern().matcher(text);
            if (found.matches()) {
                return new TicketQuery(shape.system(), shape.kind(), found.group(1).toUpperCase(Locale.ROOT));
            }
        }
        var number = NUMBER.matcher(text);
        return number.matches()
                ? new TicketQuery(null, Kind.NUMBER, number.group(1))
                : new TicketQuery(null, Kind.WORDS, text);
    }

    /** The words, without the blanks between them. */
    public List<String> words() {
        return List.of(text.strip().split("\\s+"));
    }
}
