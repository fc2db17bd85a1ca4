package dev.rackside.cli;

import dev.rackside.access.AccessService;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.sample.LargeSample;
import dev.rackside.sample.Progress;
import dev.rackside.text.Messages;
import dev.rackside.workspace.Places;
import dev.rackside.workspace.WorkspaceOpener;
import dev.rackside.workspace.Workspaces;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rackside sample}: a new local workspace with the data of a large provider. */
@Command(name = "sample", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, description = "Makes a new local workspace with the data of a large provider: a million insights and what belongs to them. Takes minutes and about 5 GB of disk; Ctrl+C stops it, and the same command begins anew.")
final class SampleCommand implements Callable<Integer> {

    private static final int STEP = 5;

    private final Terminal terminal;

    @Option(names = "--large", required = true, description = "The large sample; the small one is made by workspace create --sample.")
    @SuppressWarnings("UnusedVariable") // it must be said, for a sample of another kind may follow
    private boolean large;

    @Option(names = "--workspace", paramLabel = "NAME", required = true, description = "The new workspace's name.")
    private String name = "";

    @Option(names = "--one-of", paramLabel = "N", defaultValue = "1", description = "Only one of N rows: 100 makes a company a hundred times smaller.")
    private int oneOf = 1;

    private int told;

    SampleCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws SQLException {
        var places = Places.ofThisWorkstation();
        var workspaces = new Workspaces(places);
        if (workspaces.named(name.strip()).isPresent()) {
            throw new Problem(ErrorCode.ALREADY_THERE, name.strip());
        }
        var begun = System.nanoTime();
        var local = workspaces.newLocal(name, System.getProperty("user.name"));
        var opener = new WorkspaceOpener(places, AccessService.ENTITIES, () -> false);
        try (var opened = opener.open(local,
                step -> terminal.progress("workspace.step." + step.name().toLowerCase(Locale.ROOT)));
                var connection = opened.database().dataSource().getConnection()) {
            if (LargeSample.unfinished(connection)) {
                terminal.progress("cli.sample.anew");
            }
            var size = LargeSample.Size.LARGE.dividedBy(Math.max(1, oneOf));
            new LargeSample(opened.database().ping(), size).fill(connection, progress());
        }
        // Kept last: what was cut off isn't listed, and making it again begins anew in the same folder.
        workspaces.keep(local);
        workspaces.opened(local);
        terminal.progress("cli.sample.took", Duration.ofNanos(System.nanoTime() - begun).toSeconds());
        terminal.say(Messages.get("cli.workspace.made", local.name(), local.directory()));
        return ExitCode.OK;
    }

    private Progress progress() {
        return (done, total) -> {
            var percent = (int) (100L * done / total);
            if (percent >= told + STEP) {
                told = percent;
                terminal.progress("cli.sample.at", percent);
            }
        };
    }
}
