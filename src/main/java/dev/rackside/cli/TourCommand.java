package dev.rackside.cli;

import dev.rackside.text.Messages;
import dev.rackside.tour.TourPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rackside tour}: pictures of every screen, and what is wrong with them. */
@Command(name = "tour", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, description = "Visits every screen of the window without a display, and writes pictures of them with a page that shows them. Ends with 1 where a screen isn't reached, shows nothing, or cuts a text.")
final class TourCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final CommandLines.Touring touring;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the pictures and index.html go; rackside-tour where nothing is said.")
    private Path out = Path.of("rackside-tour");

    @Option(names = "--workspace", paramLabel = "NAME", description = "Visit the places of this workspace; without it, everything on workspaces that are thrown away.")
    private @Nullable String workspace;

    @Option(names = "--size", paramLabel = "WxH", description = "The window's size, as 1024x700; may be given more than once.")
    private List<String> sizes = List.of();

    @Option(names = "--theme", paramLabel = "light|dark", description = "One theme only.")
    private @Nullable String theme;

    @Spec
    private @Nullable CommandSpec command;

    TourCommand(Terminal terminal, CommandLines.Touring touring) {
        this.terminal = terminal;
        this.touring = touring;
    }

    @Override
    public Integer call() {
        var report = touring.take(plan(), line -> {
            terminal.err().println(line);
            terminal.err().flush();
        });
        terminal.say(Messages.get("cli.tour.done", report.visits().size(), report.pictures(), report.index(),
                report.faults().size()));
        return report.faults().isEmpty() ? ExitCode.OK : ExitCode.PROBLEM;
    }

    private TourPlan plan() {
        try {
            return TourPlan.of(out.toAbsolutePath(), sizes, theme, workspace);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(Objects.requireNonNull(command).commandLine(),
                    Messages.get("cli.tour.misused", String.valueOf(e.getMessage())), e);
        }
    }
}
