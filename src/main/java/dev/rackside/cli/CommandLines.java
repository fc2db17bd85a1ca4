package dev.rackside.cli;

import dev.rackside.fault.Problem;
import dev.rackside.text.Messages;
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
        int open(@Nullable String workspace, boolean sample);
    }

    /**
     * Runs one command and returns the exit code of {@link ExitCode}. A problem is told in two sentences on the error
     * stream, never as a stack trace.
     */
    public static int run(Window window, String... args) {
        return new CommandLine(new RacksideCommand(window))
                .setExecutionExceptionHandler(told())
                .execute(args);
    }

    private static IExecutionExceptionHandler told() {
        return (thrown, command, _) -> {
            if (!(thrown instanceof Problem problem)) {
                throw thrown;
            }
            var key = "problem." + problem.code().key();
            var places = problem.arguments().toArray();
            command.getErr().println(Messages.get(key + ".what", places) + " " + Messages.get(key + ".remedy", places));
            return ExitCode.of(problem.code());
        };
    }
}
