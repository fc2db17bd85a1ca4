package dev.rackside.cli;

import dev.rackside.access.AccessService;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.row.Comparison;
import dev.rackside.text.Messages;
import dev.rackside.workspace.OpenWorkspace;
import dev.rackside.workspace.Places;
import dev.rackside.workspace.Workspace;
import dev.rackside.workspace.WorkspaceCopy;
import dev.rackside.workspace.WorkspaceOpener;
import dev.rackside.workspace.Workspaces;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.ParameterException;

/** Copies workspaces and compares them, in a terminal. One of the two is on this computer, so one password will do. */
final class Copies {

    private static final int EVERY_PERCENT = 10;

    private final Terminal terminal;
    private final boolean passwordFromInput;
    private final Function<String, ParameterException> misused;
    private final Places places = Places.ofThisWorkstation();
    private final Workspaces workspaces = new Workspaces(places);
    private String told = "";

    Copies(Terminal terminal, boolean passwordFromInput, Function<String, ParameterException> misused) {
        this.terminal = terminal;
        this.passwordFromInput = passwordFromInput;
        this.misused = misused;
    }

    /** @param replace whether what a copy that broke off left may be taken away */
    int copy(String from, String to, boolean replace) {
        var source = known(from);
        var there = workspaces.named(to);
        if (there.isPresent() && there.get() instanceof Workspace.Local local) {
            throw new Problem(ErrorCode.ALREADY_THERE, local.name());
        }
        var target = there.orElseGet(() -> workspaces.newLocal(to, System.getProperty("user.name")));
        var found = between(source, target, copy -> copy.run(replace, this::say));
        if (target instanceof Workspace.Local made) {
            workspaces.keep(made);
        }
        return report(found, "cli.workspace.copied", source, target);
    }

    int compare(String one, String other) {
        var source = known(one);
        var target = known(other);
        return report(between(source, target, copy -> copy.compare(this::say)), "cli.workspace.same", source, target);
    }

    private Workspace known(String name) {
        return workspaces.named(name).orElseThrow(() -> new Problem(ErrorCode.WORKSPACE_UNKNOWN, name));
    }

    private Comparison between(Workspace source, Workspace target, Function<WorkspaceCopy, Comparison> work) {
        if (source instanceof Workspace.Team && target instanceof Workspace.Team) {
            throw misused.apply("cli.workspace.two-teams");
        }
        var password = source instanceof Workspace.Team team
                ? password(team)
                : target instanceof Workspace.Team team ? password(team) : new char[0];
        try (var opened = open(source, password); var copy = to(opened, target, password)) {
            return work.apply(copy);
        } finally {
            DatabaseOptions.wipe(password);
        }
    }

    private char[] password(Workspace.Team team) {
        Optional<char[]> given = passwordFromInput
                ? terminal.passwordFromInput()
                : terminal.password("cli.options.password", team.account(), team.hostList());
        return given.orElseThrow(() -> misused.apply("cli.options.password-needed"));
    }

    private OpenWorkspace open(Workspace source, char[] password) {
        var opener = new WorkspaceOpener(places, AccessService.ENTITIES, () -> false);
        return switch (source) {
            case Workspace.Local local -> opener.open(local, this::step);
            case Workspace.Team team -> opener.open(team, password, this::step);
        };
    }

    private void step(WorkspaceOpener.Step step) {
        terminal.progress("workspace.step." + step.name().toLowerCase(Locale.ROOT));
    }

    private WorkspaceCopy to(OpenWorkspace opened, Workspace target, char[] password) {
        return switch (target) {
            case Workspace.Local local -> WorkspaceCopy.toLocal(opened, local, places);
            case Workspace.Team team -> WorkspaceCopy.toTeam(opened, team, password);
        };
    }

    /** A line now and then: each table by itself would be many. */
    private void say(WorkspaceCopy.Step step, String table, double fraction) {
        var percent = (int) (fraction * 100) / EVERY_PERCENT * EVERY_PERCENT;
        var line = Messages.get("cli.workspace.step." + step.name().toLowerCase(Locale.ROOT), percent);
        if (!line.equals(told)) {
            told = line;
            terminal.err().println(line);
            terminal.err().flush();
        }
    }

    private int report(Comparison found, String key, Workspace source, Workspace target) {
        found.tables().stream().filter(table -> table.rows() > 0 || table.copied() > 0)
                .forEach(table -> terminal.say(Messages.get(
                        table.same() ? "cli.workspace.table.same" : "cli.workspace.table.differs", table.name(),
                        table.rows(), table.copied(), table.different(), table.missing(), table.extra())));
        found.tables().forEach(table -> table.named().forEach(difference -> terminal.say("  " + table.name() + "  "
                + difference)));
        terminal.say(found.same()
                ? Messages.get(key, found.rows(), source.name(), target.name())
                : Messages.get("cli.workspace.differ", source.name(), target.name()));
        return found.same() ? ExitCode.OK : ExitCode.PROBLEM;
    }
}
