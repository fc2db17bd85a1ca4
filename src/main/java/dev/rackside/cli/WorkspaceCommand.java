package dev.rackside.cli;

import dev.rackside.access.AccessService;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.instance.Start;
import dev.rackside.sample.SampleData;
import dev.rackside.text.Messages;
import dev.rackside.workspace.LinkFile;
import dev.rackside.workspace.OpenWorkspace;
import dev.rackside.workspace.Places;
import dev.rackside.workspace.Workspace;
import dev.rackside.workspace.WorkspaceOpener;
import dev.rackside.workspace.Workspaces;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rackside workspace}: the workspaces of this workstation. */
@Command(name = "workspace", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, description = "Lists, makes, opens, copies and links workspaces.")
final class WorkspaceCommand implements Runnable {

    private static final String PASSWORD = "Read the team's password from the first line of the input instead of asking for it.";

    private final Terminal terminal;
    private final OneWindow window;

    @Spec
    private @Nullable CommandSpec command;

    WorkspaceCommand(Terminal terminal, OneWindow window) {
        this.terminal = terminal;
        this.window = window;
    }

    @Override
    public void run() {
        throw misused("cli.workspace.which");
    }

    private ParameterException misused(String key) {
        return new ParameterException(Objects.requireNonNull(command).commandLine(), Messages.get(key));
    }

    @Command(name = "list", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, description = "Lists the workspaces of this workstation; a star marks the one that was opened last.")
    int list() {
        var workspaces = new Workspaces(Places.ofThisWorkstation());
        var all = workspaces.all();
        if (all.isEmpty()) {
            terminal.progress("cli.workspace.none");
        }
        var last = workspaces.last().map(Workspace::name).orElse("");
        var width = all.stream().mapToInt(workspace -> workspace.name().length()).max().orElse(1);
        for (var workspace : all) {
            terminal.say(("%s %-" + width + "s  %-5s  %s").formatted(workspace.name().equals(last) ? "*" : " ",
                    workspace.name(), Messages.get(kind(workspace)), where(workspace)));
        }
        return ExitCode.OK;
    }

    private static String kind(Workspace workspace) {
        return workspace instanceof Workspace.Local ? "cli.workspace.local" : "cli.workspace.team";
    }

    private static String where(Workspace workspace) {
        return switch (workspace) {
            case Workspace.Local local -> local.directory().toString();
            case Workspace.Team team ->
                team.account() + "@" + team.address().hostList() + "/" + team.database();
        };
    }

    @Command(name = "create", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, description = "Makes a local workspace with a database of its own; the next rackside opens it.")
    int create(@Parameters(paramLabel = "NAME", description = "A name for people.") String name,
            @Option(names = "--sample", description = "Fill it with sample data.") boolean sample) throws SQLException {
        if (name.isBlank()) {
            throw misused("cli.workspace.name-needed");
        }
        var places = Places.ofThisWorkstation();
        var workspaces = new Workspaces(places);
        if (workspaces.named(name.strip()).isPresent()) {
            throw new Problem(ErrorCode.ALREADY_THERE, name.strip());
        }
        var local = workspaces.newLocal(name, System.getProperty("user.name"));
        var opener = new WorkspaceOpener(places, AccessService.ENTITIES, () -> false);
        try (var opened = opener.open(local,
                step -> terminal.progress("workspace.step." + step.name().toLowerCase(Locale.ROOT)))) {
            if (sample) {
                fill(opened);
            }
        }
        // Kept last: what failed half way isn't listed, and making it again goes on in the same folder.
        workspaces.keep(local);
        workspaces.opened(local);
        terminal.say(Messages.get("cli.workspace.made", local.name(), local.directory()));
        return ExitCode.OK;
    }

    private void fill(OpenWorkspace opened) throws SQLException {
        terminal.progress("cli.workspace.filling");
        try (var connection = opened.database().dataSource().getConnection()) {
            if (SampleData.fits(connection)) {
                SampleData.standard(opened.database().ping()).fill(connection, dev.rackside.sample.Progress.NONE);
            }
        }
    }

    @Command(name = "copy", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, description = "Copies all rows of a workspace to a team's database without rows, or to a new local workspace, and compares both sides row by row. The source is only read.")
    int copy(@Parameters(paramLabel = "FROM", description = "The workspace to copy.") String from,
            @Parameters(paramLabel = "TO", description = "A team's workspace that is known here, or the name of a new local one.") String to,
            @Option(names = "--replace", description = "Replace what a copy that broke off left there.") boolean replace,
            @Option(names = "--password-stdin", description = PASSWORD) boolean passwordFromInput) {
        return new Copies(terminal, passwordFromInput, this::misused).copy(from, to, replace);
    }

    @Command(name = "compare", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, description = "Compares two workspaces row by row; ends with 1 where they differ.")
    int compare(@Parameters(paramLabel = "ONE", description = "A workspace.") String one,
            @Parameters(paramLabel = "OTHER", description = "Another workspace.") String other,
            @Option(names = "--password-stdin", description = PASSWORD) boolean passwordFromInput) {
        return new Copies(terminal, passwordFromInput, this::misused).compare(one, other);
    }

    @Command(name = "link", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, description = "Writes a link to a workspace: where it is, for somebody else or another workstation; never an account or a password.")
    int link(@Parameters(paramLabel = "NAME", description = "The workspace's name.") String name,
            @Option(names = "--to", required = true, paramLabel = "FILE", description = "The file, which isn't there yet; it gets the ending .rackside.") Path file) {
        terminal.say(Messages.get("cli.workspace.linked",
                LinkFile.write(known(name), file.toAbsolutePath(), false)));
        return ExitCode.OK;
    }

    @Command(name = "open", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, description = "Opens the window with a workspace, or brings forward the one that has it.")
    int open(@Parameters(paramLabel = "NAME", description = "The workspace's name.") String name) {
        return window.open(new Start(known(name).name(), false, false));
    }

    private static Workspace known(String name) {
        return new Workspaces(Places.ofThisWorkstation()).named(name)
                .orElseThrow(() -> new Problem(ErrorCode.WORKSPACE_UNKNOWN, name));
    }
}
