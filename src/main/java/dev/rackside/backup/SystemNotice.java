package dev.rackside.backup;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A notification of the operating system, where there is a simple way to one: {@code notify-send} on Linux,
 * {@code osascript} on macOS. Elsewhere nothing is shown; the window tells the same.
 */
public final class SystemNotice {

    private static final Logger LOG = LoggerFactory.getLogger(SystemNotice.class);
    private static final long PATIENCE_SECONDS = 5;

    private SystemNotice() {
    }

    /** Shows it; never on the screen thread. False where it can't be shown. */
    public static boolean show(String title, String text) {
        return command(System.getProperty("os.name", ""), title, text).map(SystemNotice::run).orElse(false);
    }

    /** The words are arguments of their own, never part of a script. */
    static Optional<List<String>> command(String system, String title, String text) {
        var name = system.toLowerCase(Locale.ROOT);
        if (name.contains("linux")) {
            return Optional.of(List.of("notify-send", "--app-name=Rackside", "--", title, text));
        }
        return name.startsWith("mac")
                ? Optional.of(List.of("osascript", "-e", "on run argv", "-e",
                        "display notification (item 2 of argv) with title (item 1 of argv)", "-e", "end run", title,
                        text))
                : Optional.empty();
    }

    static boolean run(List<String> command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
        } catch (IOException e) {
            LOG.debug("No notification of the system: {}", e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}
