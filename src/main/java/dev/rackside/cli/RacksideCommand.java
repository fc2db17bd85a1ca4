package dev.rackside.cli;

import dev.rackside.instance.Start;
import dev.rackside.text.Messages;
import dev.rackside.workspace.LinkFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code rackside}: without another command it opens the window. */
@Command(name = "rackside", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, description = "The desk of an MSP's technician: insights, ticket links and proved backups. Without a command it opens the window, or brings forward the one that has the workspace open.", footer = {
        "",
        "Exit codes: 0 done, 1 a problem that the message explains, 2 wrong usage, 3 no display, 4 database not reached, 5 declined, 6 backup not proved as asked, 7 no backup taken, 8 a backup doesn't hold, 9 a schedule is overdue, 12 a proof of restore was altered, 13 its signer isn't known, 20 to 23 what became of a restore, 30 there is a newer Rackside, 70 a fault of Rackside itself."})
final class RacksideCommand implements Callable<Integer> {

    private final OneWindow window;

    @Option(names = "--workspace", paramLabel = "NAME", description = "Open this workspace instead of the last one.")
    private @Nullable String workspace;

    @Option(names = "--sample", description = "Open a local workspace with sample data; make it where there is none.")
    private boolean sample;

    @Option(names = "--demo", description = "Open a workspace with sample data and made-up ticket systems on this machine, to try everything without an account.")
    private boolean demo;

    @Parameters(arity = "0..1", paramLabel = "FILE.rackside", description = "A workspace link to follow.")
    private @Nullable Path link;

    @Spec
    private @Nullable CommandSpec command;

    RacksideCommand(OneWindow window) {
        this.window = window;
    }

    @Override
    public Integer call() {
        var line = Objects.requireNonNull(command).commandLine();
        var file = link;
        if (file == null) {
            return window.open(new Start(workspace, sample, demo));
        }
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(LinkFile.ENDING)) {
            // Most likely a command that was typed wrong.
            throw new UnmatchedArgumentException(line, List.of(file.toString()));
        }
        if (workspace != null || sample || demo) {
            throw new ParameterException(line, Messages.get("cli.window.link-alone"));
        }
        return window.open(new Start(null, false, false, file.toAbsolutePath()));
    }
}
