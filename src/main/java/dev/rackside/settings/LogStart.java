package dev.rackside.settings;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.LayoutBase;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;

/**
 * How the log begins, before the window's own settings hold, and for the command line: on the error stream, the
 * program's own news and what libraries find wrong. Said in Java rather than in a file of XML, which would have to be
 * read at each start.
 */
public final class LogStart extends ContextAwareBase implements Configurator {

    /** What a test says of its logs goes before. */
    private static final List<String> OTHERS = List.of("logback-test.xml", "logback.xml");
    private static final List<String> SILENT = List.of(
            // What a query meets is told where it is handled; a search that nobody waits for any more is no news.
            "org.hibernate.orm.jdbc.error",
            // While the server is away each look of the scheduler's fails; that it is away is told once, by who uses it.
            "com.github.kagkarlsson.scheduler.RunUntilShutdown", "com.github.kagkarlsson.scheduler.RunAndLogErrors");

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        var loader = LogStart.class.getClassLoader();
        if (System.getProperty("logback.configurationFile") != null
                || OTHERS.stream().anyMatch(file -> loader.getResource(file) != null)) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        begin(context);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    static void begin(LoggerContext context) {
        var line = new Line();
        line.setContext(context);
        line.start();
        var encoder = new LayoutWrappingEncoder<ILoggingEvent>();
        encoder.setContext(context);
        encoder.setLayout(line);
        encoder.start();
        var console = new ConsoleAppender<ILoggingEvent>();
        console.setContext(context);
        console.setName("console");
        console.setTarget("System.err");
        console.setEncoder(encoder);
        console.start();
        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(console);
        context.getLogger("dev.rackside").setLevel(Level.INFO);
        SILENT.forEach(name -> context.getLogger(name).setLevel(Level.OFF));
    }

    /** Time, level, the class that says it, and what it says. */
    private static final class Line extends LayoutBase<ILoggingEvent> {

        private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

        @Override
        public String doLayout(ILoggingEvent event) {
            var time = LocalTime.ofInstant(Instant.ofEpochMilli(event.getTimeStamp()), ZoneId.systemDefault());
            var name = event.getLoggerName();
            var thrown = event.getThrowableProxy();
            return "%s %-5s %s %s%n%s".formatted(TIME.format(time), event.getLevel(),
                    name.substring(name.lastIndexOf('.') + 1), event.getFormattedMessage(),
                    thrown == null ? "" : ThrowableProxyUtil.asString(thrown));
        }
    }
}
