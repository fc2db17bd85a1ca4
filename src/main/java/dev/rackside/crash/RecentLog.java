package dev.rackside.crash;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.MessageFormatter;

/**
 * The newest {@value #MOST} lines of the log as a report may have them. The log's file holds what was put into the
 * places of a message: hosts, clients, whatever a server said. Here a line is the program's own text with numbers and
 * names of constants in its places, and nothing else; so there is nothing that would have to be recognized as a secret.
 */
public final class RecentLog extends UnsynchronizedAppenderBase<ILoggingEvent> {

    static final int MOST = 200;

    private static final String LEFT_OUT = "…";
    private static final String OWN = "dev.rackside.";
    /** How libraries number their messages: HHH000247. */
    private static final Pattern NUMBERED = Pattern.compile("^[A-Z]{2,10}-?\\d{2,8}\\b");
    private static final int LONGEST_NAME = 80;

    private final Deque<String> lines = new ArrayDeque<>();

    private RecentLog() {
        setName("recent");
    }

    /** Listens to all that is logged from now on. */
    public static RecentLog listen() {
        return listen((LoggerContext) LoggerFactory.getILoggerFactory());
    }

    static RecentLog listen(LoggerContext context) {
        var recent = new RecentLog();
        recent.setContext(context);
        recent.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(recent);
        return recent;
    }

    @Override
    protected void append(ILoggingEvent event) {
        var line = line(event);
        synchronized (lines) {
            if (lines.size() == MOST) {
                lines.removeFirst();
            }
            lines.addLast(line);
        }
    }

    /** The oldest first. */
    List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    private static String line(ILoggingEvent event) {
        var at = Instant.ofEpochMilli(event.getTimeStamp()).truncatedTo(ChronoUnit.MILLIS);
        return String.format(Locale.ROOT, "%s %-5s [%s] %s %s%s", at, event.getLevel(), name(event.getThreadName()),
                event.getLoggerName(), words(event), thrown(event.getThrowableProxy()));
    }

    /** Our own messages are constants with places. Of a library's, which may be made of anything, its number stays. */
    private static String words(ILoggingEvent event) {
        var message = String.valueOf(event.getMessage());
        if (!event.getLoggerName().startsWith(OWN)) {
            var number = NUMBERED.matcher(message);
            return number.find() ? number.group() + " " + LEFT_OUT : LEFT_OUT;
        }
        var values = event.getArgumentArray();
        var plain = new Object[values == null ? 0 : values.length];
        for (var place = 0; place < plain.length; place++) {
            plain[place] = plain(values == null ? null : values[place]);
        }
        return String.valueOf(MessageFormatter.arrayFormat(message, plain).getMessage());
    }

    private static String plain(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Number number -> number.toString();
            case Boolean yes -> yes.toString();
            case Enum<?> constant -> constant.name();
            case Duration duration -> duration.toString();
            case Instant moment -> moment.toString();
            default -> LEFT_OUT;
        };
    }

    private static String thrown(@Nullable IThrowableProxy thrown) {
        var names = new StringBuilder();
        var next = thrown;
        for (var depth = 0; next != null && depth < 8; depth++) {
            names.append(depth == 0 ? " | " : " < ").append(next.getClassName());
            next = next.getCause();
        }
        return names.toString();
    }

    /** A thread's name without what would spoil a line. */
    static String name(String thread) {
        var plain = thread.replaceAll("[^\\w .#:@()/+-]", "_");
        return plain.length() <= LONGEST_NAME ? plain : plain.substring(0, LONGEST_NAME);
    }
}
