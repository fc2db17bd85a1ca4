package dev.rackside.cli;

import dev.rackside.fault.Problem;
import dev.rackside.instance.Instance;
import dev.rackside.instance.Start;
import dev.rackside.tour.TourPlan;
import dev.rackside.tour.TourReport;
import dev.rackside.workspace.LinkFile;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;

/** Runs the command line. */
public final class CommandLines {

    private static final List<String> COMMANDS = List.of("doctor", "adopt", "sample", "workspace", "exchanges",
            "backup",
            "proof", "schedule", "agent", "notices", "tour");

    private CommandLines() {
    }

    /** Opens the window; returns its exit code when it was closed. */
    @FunctionalInterface
    public interface Window {
        /** @param instance what the window has to tell of itself; closed by the caller */
        int open(Start start, Instance instance);
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
        if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
            terminal.say(BuildVersion.sentence());
            return ExitCode.OK;
        }
        var line = new CommandLine(new RacksideCommand(new OneWindow(terminal, window)));
        // A command costs the reading of its class and of what it works with, so only what is meant is made.
        for (var name : named(args)) {
            line.addSubcommand(name, command(name, terminal, window, touring));
        }
        return line.setOut(terminal.out()).setErr(terminal.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(told())
                .execute(args);
    }

    /** The commands that these arguments may mean: all of them where help may have to list them. */
    private static List<String> named(String... args) {
        if (opensWindow(args)) {
            return List.of();
        }
        var named = COMMANDS.stream().filter(Arrays.asList(args)::contains).toList();
        return named.isEmpty() ? COMMANDS : named;
    }

    private static boolean opensWindow(String... args) {
        return switch (args.length) {
            case 0 -> true;
            case 1 -> args[0].equals("--sample") || args[0].equals("--demo") || args[0].endsWith(LinkFile.ENDING);
            case 2 -> args[0].equals("--workspace");
            default -> false;
        };
    }

    private static Object command(String name, Terminal terminal, Window window, Touring touring) {
        return switch (name) {
            case "doctor" -> new DoctorCommand(terminal);
            case "adopt" -> new AdoptCommand(terminal);
            case "sample" -> new SampleCommand(terminal);
            case "workspace" -> new WorkspaceCommand(terminal, new OneWindow(terminal, window));
            case "exchanges" -> new ExchangesCommand(terminal);
            case "backup" -> BackupCommand.line(terminal);
            case "proof" -> new ProofCommand(terminal);
            case "schedule" -> ScheduleCommand.line(terminal);
            case "agent" -> AgentCommand.line(terminal);
            case "notices" -> NoticesCommand.line(terminal);
            case "tour" -> new TourCommand(terminal, touring);
            default -> throw new IllegalArgumentException(name);
        };
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
