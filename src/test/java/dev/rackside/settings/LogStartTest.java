package dev.rackside.settings;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.core.ConsoleAppender;
import java.nio.charset.StandardCharsets;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

class LogStartTest {

    private final LoggerContext context = new LoggerContext();

    @Test
    void logbackFindsIt() {
        assertThat(ServiceLoader.load(Configurator.class)).anyMatch(LogStart.class::isInstance);
    }

    @Test
    void librariesSayWhatIsWrongAndTheProgramItsNews() {
        LogStart.begin(context);
        assertThat(context.getLogger("org.hibernate").getEffectiveLevel()).isEqualTo(Level.WARN);
        assertThat(context.getLogger("org.hibernate.orm.jdbc.error").getEffectiveLevel()).isEqualTo(Level.OFF);
        assertThat(context.getLogger("dev.rackside.db.Retry").getEffectiveLevel()).isEqualTo(Level.INFO);
        assertThat(console().getTarget()).isEqualTo("System.err");
    }

    @Test
    void lineSaysWhoSpeaksAndWhatWasThrown() {
        LogStart.begin(context);
        var event = new LoggingEvent("", context.getLogger("dev.rackside.db.Retry"), Level.INFO, "{} times",
                new IllegalStateException("why"), new Object[]{3});
        var lines = new String(console().getEncoder().encode(event), StandardCharsets.UTF_8).lines().toList();
        assertThat(lines.getFirst()).matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} INFO  Retry 3 times");
        assertThat(lines.get(1)).isEqualTo("java.lang.IllegalStateException: why");
    }

    private ConsoleAppender<ILoggingEvent> console() {
        return (ConsoleAppender<ILoggingEvent>) context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("console");
    }
}
