package dev.rackside.cli;

import dev.rackside.db.TestFolders;
import dev.rackside.tour.TourReport;
import dev.rackside.workspace.Places;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A command that was run as a person runs it, in a home of the test's own.
 *
 * @param windows the workspaces, or links to them, that the command opened a window for
 */
record Ran(int code, String out, String err, List<String> windows) {

    /** A home for the commands of a test class; the server's program is shared between them. */
    static Path home(String name) throws java.io.IOException {
        var home = TestFolders.fresh(name);
        var programs = Path.of("target", "server-programs").toAbsolutePath();
        Files.createDirectories(programs);
        Files.createDirectories(home.resolve("cache"));
        Files.createSymbolicLink(home.resolve("cache").resolve("server"), programs);
        System.setProperty(Places.HOME_PROPERTY, home.toString());
        return home;
    }

    static void goHome(Path home) {
        System.clearProperty(Places.HOME_PROPERTY);
        TestFolders.delete(home);
    }

    /** Runs a command; {@code input} is what is typed or piped, and nobody sits at the terminal. */
    static Ran of(String input, String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        var windows = new ArrayList<String>();
        var terminal = new Terminal(new BufferedReader(new StringReader(input)), new PrintWriter(out, true),
                new PrintWriter(err, true), () -> null);
        var code = CommandLines.run(terminal, (start, _) -> {
            windows.add(String.valueOf(start.link() == null ? start.workspace() : start.link()));
            return 0;
        }, (plan, _) -> new TourReport(plan.out(), List.of(), 0, List.of()), args);
        return new Ran(code, out.toString(), err.toString(), windows);
    }

    /** The words of the result and of what was said beside it. */
    String all() {
        return out + err;
    }
}
