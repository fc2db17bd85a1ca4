package dev.rackside.cli;

import dev.rackside.text.Messages;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where a command speaks and asks: results go to the output, everything else to the error stream. */
final class Terminal {

    private final BufferedReader in;
    private final PrintWriter out;
    private final PrintWriter err;
    /** Looked up when it is needed, which is seldom: the lookup takes longer than many a command. */
    private final Supplier<@Nullable Console> console;

    Terminal(BufferedReader in, PrintWriter out, PrintWriter err, Supplier<@Nullable Console> console) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.console = console;
    }

    static Terminal ofThisProcess() {
        return new Terminal(new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())),
                writer(System.out), writer(System.err), Terminal::there);
    }

    private static @Nullable Console there() {
        // Without a terminal there may be a console all the same, or none.
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).orElse(null);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, stream.charset()), true);
    }

    PrintWriter out() {
        return out;
    }

    PrintWriter err() {
        return err;
    }

    /** A line of what the command was asked for. */
    void say(String line) {
        out.println(line);
        out.flush();
    }

    /** Tells what is going on, from the message of this key. */
    void progress(String key, Object... arguments) {
        err.println(Messages.get(key, arguments));
        err.flush();
    }

    /** Asks in words of the message of this key; empty where nobody answers. */
    Optional<String> ask(String key, Object... arguments) {
        err.print(Messages.get(key, arguments) + " ");
        err.flush();
        return line().map(String::strip);
    }

    /** Asks a person without showing what is typed; empty where there is no person at the terminal. */
    Optional<char[]> password(String key, Object... arguments) {
        var there = console.get();
        return there == null
                ? Optional.empty()
                : Optional.ofNullable(there.readPassword("%s ", Messages.get(key, arguments)));
    }

    /** The next line of the input, which a script has put there. */
    Optional<char[]> passwordFromInput() {
        return line().map(String::toCharArray);
    }

    private Optional<String> line() {
        try {
            return Optional.ofNullable(in.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
