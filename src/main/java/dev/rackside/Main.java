package dev.rackside;

import dev.rackside.cli.CommandLines;
import java.io.IOException;

/** The entry: the command line, which opens the window where no other command is given. */
public final class Main {

    private Main() {
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        // Lambdas, not App::open: commands that open no window don't even load the application's class.
        System.exit(StartCache.stale()
                ? StartCache.startWithout(args)
                : CommandLines.run((start, instance) -> App.open(start, instance),
                        (plan, progress) -> App.tour(plan, progress), args));
    }
}
