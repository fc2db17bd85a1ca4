package dev.rackside.settings;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code rackside.log} of the log folder: what the program does and what goes wrong. At most {@value #FILES} older
 * files are kept. What looks like a secret is left out, whoever writes it.
 */
public final class LogFile {

    public static final String NAME = "rackside.log";

    private static final String OWN = "dev.rackside";
    private static final int FILES = 4;
    private static final long BYTES = 2L * 1024 * 1024;
    private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX,UTC} %-5level [%thread] %logger{36} %msg%n";
    /** A word for a secret and what stands behind it; the password in an address. */
    private static final Pattern SECRETS = Pattern.compile("(?i)((?:password|passwd|pwd|passphrase|secret|token"
            + "|api[-_ ]?key|authorization)[\"']?\\s*[:=]\\s*[\"']?(?:basic |bearer )?|\\bbearer )"
            + "[^\\s,;\"'&@]+|(://[^\\s/:@]+:)[^\\s/@]+(?=@)");

    private final LoggerContext context;

    /** Writes into a folder from now on; where that isn't possible the program goes on without. */
    public LogFile(Path folder) {
        this(context(), folder);
    }

    LogFile(LoggerContext context, Path folder) {
        this.context = context;
        var layout = new Discreet();
        layout.setContext(context);
        layout.setPattern(PATTERN);
        layout.start();
        var encoder = new LayoutWrappingEncoder<ILoggingEvent>();
        encoder.setContext(context);
        encoder.setLayout(layout);
        encoder.start();
        var appender = new RollingFileAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setName("file");
        appender.setFile(folder.resolve(NAME).toString());
        appender.setEncoder(encoder);
        var rolling = new FixedWindowRollingPolicy();
        rolling.setContext(context);
        rolling.setParent(appender);
        rolling.setFileNamePattern(folder.resolve("rackside.%i.log").toString());
        rolling.setMinIndex(1);
        rolling.setMaxIndex(FILES);
        rolling.start();
        var trigger = new SizeBasedTriggeringPolicy<ILoggingEvent>();
        trigger.setContext(context);
        trigger.setCheckIncrement(Duration.buildByMilliseconds(0));
        trigger.setMaxFileSize(new FileSize(BYTES));
        trigger.start();
        appender.setRollingPolicy(rolling);
        appender.setTriggeringPolicy(trigger);
        appender.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
    }

    /** Lines without what looks like a secret. */
    private static final class Discreet extends PatternLayout {
        @Override
        public String doLayout(ILoggingEvent event) {
            return SECRETS.matcher(super.doLayout(event)).replaceAll("$1$2***");
        }
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }

    /** How much Rackside says from now on; libraries say only what is wrong. */
    public void level(Settings.LogLevel level) {
        context.getLogger(OWN).setLevel(Level.toLevel(level.name()));
    }
}
