package dev.rackside;

import dev.rackside.cli.CommandLines;
import java.io.IOException;

/** The entry: the command line, which opens the window where no other command is given. */
public final class Main {

    private Main() {
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        System.exit(StartCache.stale()
                ? StartCache.startWithout(args)
                : CommandLines.run(App::open, App::tour, args));
    }
}
