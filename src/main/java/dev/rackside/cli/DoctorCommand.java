package dev.rackside.cli;

import dev.rackside.cli.Report.Grade;
import dev.rackside.db.DatabaseAddress;
import dev.rackside.db.DatabaseAddress.Transport;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.server.Account;
import dev.rackside.server.LocalServer;
import dev.rackside.server.RunningServer;
import dev.rackside.server.ServerProgram;
import dev.rackside.workspace.Places;
import dev.rackside.workspace.Workspace;
import dev.rackside.workspace.Workspaces;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code rackside doctor}: looks at the workstation and at one database, and names a remedy for what is wrong. */
@Command(name = "doctor", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, description = "Looks at this workstation and at a workspace's database, and names a remedy for what is wrong. Changes nothing in the database.", footer = {
        "", "Exit code 0: nothing fails. 1: something does."})
final class DoctorCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Report report;

    @Mixin
    private final DatabaseOptions options = new DatabaseOptions();

    DoctorCommand(Terminal terminal) {
        this.terminal = terminal;
        this.report = new Report(terminal);
    }

    @Override
    public Integer call() {
        var address = options.address();
        var places = Places.ofThisWorkstation();
        var check = new WorkstationCheck(places, report, terminal);
        check.run();
        var workspaces = new Workspaces(places);
        var readable = check.workspaces(workspaces);
        if (address.isPresent()) {
            check.server(Grade.WARN);
            examine(address.get());
        } else if (readable) {
            workspace(check, workspaces);
        }
        return report.failed() ? ExitCode.PROBLEM : ExitCode.OK;
    }

    private void workspace(WorkstationCheck check, Workspaces workspaces) {
        Optional<Workspace> chosen;
        try {
            chosen = options.workspace(workspaces);
        } catch (Problem e) {
            check.server(Grade.WARN);
            report.add(Grade.FAIL, "workspace", e);
            return;
        }
        var program = check.server(chosen.orElse(null) instanceof Workspace.Team ? Grade.WARN : Grade.FAIL);
        if (chosen.isEmpty()) {
            report.add(Grade.WARN, "workspace", "none");
            return;
        }
        switch (chosen.get()) {
            case Workspace.Team team -> {
                report.add(Grade.OK, "workspace", "team", team.name());
                examine(team.address());
            }
            case Workspace.Local local -> program.ifPresent(found -> examine(local, found));
        }
    }

    private void examine(DatabaseAddress address) {
        var password = options.password(terminal, address);
        if (password.isEmpty()) {
            report.add(Grade.FAIL, "account", "no-password");
            return;
        }
        try {
            new DatabaseCheck(address, false, report, terminal).run(password.get());
        } finally {
            DatabaseOptions.wipe(password.get());
        }
    }

    private void examine(Workspace.Local local, ServerProgram program) {
        if (!Files.isDirectory(local.directory())) {
            report.add(Grade.WARN, "workspace", "not-made", local.name(), local.directory());
            return;
        }
        terminal.progress("cli.server.starting", local.name());
        Optional<LocalServer> opened;
        try {
            opened = Optional.of(LocalServer.open(local.directory(), program));
        } catch (Problem e) {
            if (e.code() == ErrorCode.WORKSPACE_IN_USE) {
                inUse(local, e);
            } else {
                report.add(Grade.FAIL, "workspace", e);
            }
            return;
        }
        try (var server = opened.get()) {
            report.add(Grade.OK, "workspace", "local", local.name(), local.directory());
            examine(server.port(), server.account());
            terminal.progress("cli.server.stopping");
        }
    }

    /** Another Rackside has the workspace open: its server is asked, and left as it is. */
    private void inUse(Workspace.Local local, Problem inUse) {
        try {
            var running = RunningServer.of(local.directory());
            if (running.isEmpty()) {
                report.add(Grade.WARN, "workspace", inUse);
                return;
            }
            report.add(Grade.OK, "workspace", "in-use", local.name(), inUse.arguments().getLast());
            examine(running.get().port(), running.get().account());
        } catch (Problem e) {
            report.add(Grade.FAIL, "workspace", e);
        }
    }

    private void examine(int port, Account account) {
        var address = new DatabaseAddress(List.of(new DatabaseAddress.Host(LocalServer.HOST, port)),
                LocalServer.DATABASE, account.user(), Transport.LOOPBACK);
        new DatabaseCheck(address, true, report, terminal).run(account.password().toCharArray());
    }
}
