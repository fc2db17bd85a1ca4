package dev.rackside.cli;

import dev.rackside.fault.Problem;
import dev.rackside.tour.TourPlan;
import dev.rackside.tour.TourReport;
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
     * stream, never as a stack trace.
     */
    public static int run(Window window, Touring touring, String... args) {
        return run(Terminal.ofThisProcess(), window, touring, args);
    }

    static int run(Terminal terminal, Window window, Touring touring, String... args) {
        return new CommandLine(new RacksideCommand(window))
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
                .addSubcommand(new TourCommand(terminal, touring))
                .setOut(terminal.out()).setErr(terminal.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(told())
                .execute(args);
    }

    private static IExecutionExceptionHandler told() {
        return (thrown, command, _) -> {
            if (!(thrown instanceof Problem problem)) {
                throw thrown;
            }
            command.getErr().println(Told.what(problem) + " " + Told.remedy(problem));
            return ExitCode.of(problem.code());
        };
    }
}
