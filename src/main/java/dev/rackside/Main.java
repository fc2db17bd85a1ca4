package dev.rackside;

import dev.rackside.cli.CommandLines;

/** The entry: the command line, which opens the window where no other command is given. */
public final class Main {

    private Main() {
    }

    public static void main(String[] args) {
        System.exit(CommandLines.run(App::open, App::tour, args));
    }
}
