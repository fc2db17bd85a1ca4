package dev.rackside.cli;

import dev.rackside.crash.CrashReports;
import dev.rackside.crash.Program;
import dev.rackside.fault.Problem;
import dev.rackside.instance.Instance;
import dev.rackside.instance.Start;
import dev.rackside.text.Messages;
import dev.rackside.tour.TourPlan;
import dev.rackside.tour.TourReport;
import dev.rackside.workspace.LinkFile;
import dev.rackside.workspace.Places;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;

/** Runs the command line. */
public final class CommandLines {

    private static final List<String> COMMANDS = List.of("doctor", "adopt", "sample", "workspace", "exchanges",
            "backup", "proof", "schedule", "agent", "notices", "updates", "tour");

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
     * stream, a fault of Rackside's own in one that names its report; neither as a stack trace.
     */
    public static int run(Window window, Touring touring, String... args) {
        return run(Terminal.ofThisProcess(), window, touring, args);
    }

    static int run(Terminal terminal, Window window, Touring touring, String... args) {
        if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
            terminal.say(BuildVersion.sentence());
            return ExitCode.OK;
        }
        var start = windowAlone(args);
        if (start.isPresent()) {
            return open(terminal, window, start.get());
        }
        var line = new CommandLine(new RacksideCommand(new OneWindow(terminal, window)));
        // A command costs the reading of its class and of what it works with, so only what is meant is made.
        for (var name : named(args)) {
            line.addSubcommand(name, command(name, terminal, window, touring));
        }
        line.setOut(terminal.out()).setErr(terminal.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(told());
        try {
            return line.execute(args);
        } catch (RuntimeException | Error e) {
            return crashed(terminal.err(), e);
        }
    }

    /** Without the parser, which takes longer to load than all that is decided before the window. */
    private static int open(Terminal terminal, Window window, Start start) {
        try {
            return new OneWindow(terminal, window).open(start);
        } catch (Problem problem) {
            return tell(problem, terminal.err());
        } catch (RuntimeException | Error e) {
            return crashed(terminal.err(), e);
        }
    }

    /** The usual ways to start the window, as {@link RacksideCommand} reads them; empty for all else. */
    private static Optional<Start> windowAlone(String... args) {
        if (args.length == 0) {
            return Optional.of(new Start(null, false, false));
        }
        var first = args[0];
        if (args.length == 1) {
            return switch (first) {
                case "--sample" -> Optional.of(new Start(null, true, false));
                case "--demo" -> Optional.of(new Start(null, false, true));
                default -> link(first);
            };
        }
        return args.length == 2 && first.equals("--workspace") && !args[1].startsWith("-")
                ? Optional.of(new Start(args[1], false, false))
                : Optional.empty();
    }

    private static Optional<Start> link(String file) {
        try {
            return file.startsWith("-") || file.startsWith("@") || !file.endsWith(LinkFile.ENDING)
                    ? Optional.empty()
                    : Optional.of(new Start(null, false, false, Path.of(file).toAbsolutePath()));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    /** The commands that these arguments may mean: all of them where help may have to list them. */
    private static List<String> named(String... args) {
        var named = COMMANDS.stream().filter(Arrays.asList(args)::contains).toList();
        return named.isEmpty() ? COMMANDS : named;
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
            case "updates" -> UpdatesCommand.line(terminal);
            case "tour" -> new TourCommand(terminal, touring);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static IExecutionExceptionHandler told() {
        return (thrown, command, _) -> {
            if (!(thrown instanceof Problem problem)) {
                return crashed(command.getErr(), thrown);
            }
            return tell(problem, command.getErr());
        };
    }

    /** A fault of the program itself. Its message may hold anything, so nobody reads it here. */
    private static int crashed(PrintWriter to, Throwable thrown) {
        var reports = new CrashReports(Places.ofThisWorkstation().logs(),
                new Program(BuildVersion.number(), BuildVersion.commit()), null);
        var code = CrashReports.code();
        var file = reports.write(code, thrown, Thread.currentThread().getName()).file();
        to.println(file == null
                ? Messages.get("cli.crash.unwritten", code)
                : Messages.get("cli.crash", code, file));
        return ExitCode.CRASHED;
    }

    private static int tell(Problem problem, PrintWriter to) {
        to.println(Told.what(problem) + " " + Told.remedy(problem));
        return ExitCode.of(problem.code());
    }
}
