package dev.rackside.cli;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Whether a window can be opened here. JavaFX itself would answer with a stack trace. */
final class Display {

    private static final Path LINKER_LIST = Path.of("/etc/ld.so.cache");
    /** JavaFX's part that speaks with the screen. */
    private static final String OF_SCREENS = "com.sun.glass.ui.";
    private static final Pattern LOCAL = Pattern.compile("^(?:unix)?:(\\d+)(?:\\.\\d+)?$");

    private Display() {
    }

    /** @throws Problem NO_DISPLAY that names what is missing */
    static void require() {
        var linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        var headless = "Headless".equals(System.getProperty("glass.platform"));
        if (linux && !headless) {
            missing(System.getenv(), Files::exists, Display::loads).ifPresent(what -> {
                throw new Problem(ErrorCode.NO_DISPLAY, what);
            });
        }
    }

    /** What a failed start of the window is: NO_DISPLAY where JavaFX found no screen behind the one that is named. */
    static RuntimeException refused(UnsupportedOperationException thrown) {
        var frames = thrown.getStackTrace();
        return frames.length > 0 && frames[0].getClassName().startsWith(OF_SCREENS)
                ? new Problem(ErrorCode.NO_DISPLAY, thrown, "DISPLAY=" + System.getenv("DISPLAY"))
                : thrown;
    }

    /** What a window lacks on Linux, in a few words; empty where it lacks nothing. */
    static Optional<String> missing(Map<String, String> environment, Predicate<Path> exists, Predicate<String> loads) {
        if (!loads.test("libgtk-3.so.0")) {
            return Optional.of("GTK 3");
        }
        var display = environment.getOrDefault("DISPLAY", "");
        if (display.isBlank()) {
            return Optional.of("DISPLAY");
        }
        var local = LOCAL.matcher(display);
        if (local.matches() && !exists.test(Path.of("/tmp/.X11-unix/X" + local.group(1)))) {
            return Optional.of("DISPLAY=" + display);
        }
        return Optional.empty();
    }

    /** By the dynamic linker's own list, where that has it; to load a library takes much longer. */
    private static boolean loads(String library) {
        try {
            return Files.readString(LINKER_LIST, StandardCharsets.ISO_8859_1).contains(library)
                    || reallyLoads(library);
        } catch (IOException _) {
            return reallyLoads(library);
        }
    }

    @SuppressWarnings("restricted")
    private static boolean reallyLoads(String library) {
        try (var arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup(library, arena);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
