package dev.rackside.settings;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The log is a file that stays small, says as much as was chosen, and keeps no secret. */
class LogFileTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;
    private final LoggerContext context = new LoggerContext();
    @SuppressWarnings("NullAway.Init")
    private LogFile log;

    @BeforeEach
    void open() {
        context.setMDCAdapter(new LogbackMDCAdapter());
        log = new LogFile(context, folder);
    }

    @AfterEach
    void close() {
        context.stop();
    }

    @Test
    void itSaysAsMuchAsWasChosen() throws IOException {
        var logger = context.getLogger("dev.rackside.insight.InsightService");
        log.level(Settings.LogLevel.INFO);
        logger.debug("how, unheard");
        logger.info("what it does");
        log.level(Settings.LogLevel.DEBUG);
        logger.debug("how, heard");
        log.level(Settings.LogLevel.WARN);
        logger.info("what it does, unheard");
        logger.warn("what is wrong");

        assertThat(written()).contains("what it does\n", "how, heard", "what is wrong", "Z INFO ")
                .doesNotContain("unheard");
    }

    @ParameterizedTest
    @ValueSource(strings = {"password=hunter2", "Password: hunter2", "using \"password\": \"hunter2\", then",
            "Authorization: Bearer hunter2", "Authorization: Basic hunter2", "Bearer hunter2", "api_key=hunter2",
            "jdbc:mariadb://h/d?user=a&password=hunter2&x=y", "https://mara:hunter2@desk.example/x", "token = hunter2",
            "client_secret='hunter2'"})
    void itKeepsNoSecret(String message) throws IOException {
        log.level(Settings.LogLevel.INFO);
        var logger = context.getLogger("dev.rackside.ticket.TicketService");
        logger.info("{}", message);
        logger.error("Failed", new IllegalStateException("while: " + message));

        assertThat(written()).doesNotContain("hunter2").contains("***", "at dev.rackside.settings.LogFileTest");
    }

    @Test
    void whatIsNoSecretStays() throws IOException {
        log.level(Settings.LogLevel.INFO);
        context.getLogger("dev.rackside").info("3 tokens read from https://desk.example:8443/x, no password needed");

        assertThat(written()).contains("3 tokens read from https://desk.example:8443/x, no password needed");
    }

    @Test
    void oldFilesGo() throws IOException {
        log.level(Settings.LogLevel.INFO);
        var logger = context.getLogger("dev.rackside");
        var line = "x".repeat(100_000);
        for (var count = 0; count < 160; count++) {
            logger.info(line);
        }

        try (var files = Files.list(folder)) {
            var sizes = files.map(file -> file.toFile().length()).toList();
            assertThat(sizes).hasSizeBetween(2, 5).allMatch(size -> size < 4_000_000);
        }
    }

    private String written() throws IOException {
        return Files.readString(folder.resolve(LogFile.NAME));
    }
}
