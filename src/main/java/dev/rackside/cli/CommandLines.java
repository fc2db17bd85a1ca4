package dev.rackside.cli;

import dev.rackside.crash.CrashReports;
import dev.rackside.crash.Program;
import dev.rackside.fault.Problem;
import dev.rackside.text.Messages;
import dev.rackside.tour.TourPlan;
import dev.rackside.tour.TourReport;
import dev.rackside.workspace.Places;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;

/** Runs the command line. */
public final class CommandLines {

    private CommandLines() {
    }

    /** Opens the window; returns its exit code when it was closed. */
    @FunctionalInterface
    public interface Window {
        int open(@Nullable String workspace, boolean sample, boolean demo);
    }

    /** Takes a tour through the window, without a display; returns when it is over. */
    @FunctionalInterface
    public interface Touring {
        TourReport take(TourPlan plan, Consumer<String> progress);
    }

    /**
     * Runs one command and returns the exit code of {@link ExitCode}. A problem is told in two sentences on the error
     * stream, a fault of Rackside's own in one that names its report; neither as a stack trace.
     */
    public static int run(Window window, Touring touring, String... args) {
        return run(Terminal.ofThisProcess(), window, touring, args);
    }

    static int run(Terminal terminal, Window window, Touring touring, String... args) {
        var line = new CommandLine(new RacksideCommand(window))
                .addSubcommand(new DoctorCommand(terminal))
                .addSubcommand(new AdoptCommand(terminal))
                .addSubcommand(new SampleCommand(terminal))
                .addSubcommand(new WorkspaceCommand(terminal, window))
                .addSubcommand(new ExchangesCommand(terminal))
                .addSubcommand(BackupCommand.line(terminal))
                .addSubcommand(new ProofCommand(terminal))
                .addSubcommand(ScheduleCommand.line(terminal))
                .addSubcommand(AgentCommand.line(terminal))
                .addSubcommand(NoticesCommand.line(terminal))
                .addSubcommand(UpdatesCommand.line(terminal))
                .addSubcommand(new TourCommand(terminal, touring))
                .setOut(terminal.out()).setErr(terminal.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(told());
        try {
            return line.execute(args);
        } catch (RuntimeException | Error e) {
            return crashed(line, e);
        }
    }

    private static IExecutionExceptionHandler told() {
        return (thrown, command, _) -> {
            if (!(thrown instanceof Problem problem)) {
                return crashed(command, thrown);
            }
            command.getErr().println(Told.what(problem) + " " + Told.remedy(problem));
            return ExitCode.of(problem.code());
        };
    }

    /** A fault of the program itself. Its message may hold anything, so nobody reads it here. */
    private static int crashed(CommandLine command, Throwable thrown) {
        var reports = new CrashReports(Places.ofThisWorkstation().logs(),
                new Program(BuildVersion.number(), BuildVersion.commit()), null);
        var code = CrashReports.code();
        var file = reports.write(code, thrown, Thread.currentThread().getName()).file();
        command.getErr().println(file == null
                ? Messages.get("cli.crash.unwritten", code)
                : Messages.get("cli.crash", code, file));
        return ExitCode.CRASHED;
    }
}
