package dev.rackside.cli;

import dev.rackside.fault.Problem;
import dev.rackside.text.Messages;

/** A problem's two sentences. */
final class Told {

    private Told() {
    }

    static String what(Problem problem) {
        return Messages.get(key(problem) + ".what", problem.arguments().toArray());
    }

    static String remedy(Problem problem) {
        return Messages.get(key(problem) + ".remedy", problem.arguments().toArray());
    }

    private static String key(Problem problem) {
        return "problem." + problem.code().key();
    }
}
