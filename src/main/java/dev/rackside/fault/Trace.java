package dev.rackside.fault;

import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Where something was thrown, with all its causes and what was suppressed: names of classes and places only. An
 * exception's own message may hold a client's data or a secret, so none is in it.
 */
public final class Trace {

    private static final int MOST_FRAMES = 300;
    private static final int MOST_THROWN = 40;

    private final StringBuilder text = new StringBuilder();
    private final Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private Trace() {
    }

    /** Several lines, the last one ended. */
    public static String of(Throwable thrown) {
        var trace = new Trace();
        trace.add(thrown, "", "");
        return trace.text.toString();
    }

    /** The class, and the code of what has one: codes are the program's or the server's own. */
    public static String name(Throwable thrown) {
        var name = thrown.getClass().getName();
        return switch (thrown) {
            case Problem problem -> name + " " + problem.code();
            case SQLException sql -> name + " " + state(sql) + " " + sql.getErrorCode();
            default -> name;
        };
    }

    private static String state(SQLException thrown) {
        var state = String.valueOf(thrown.getSQLState());
        return state.matches("[0-9A-Z]{5}") ? state : "-----";
    }

    private void add(Throwable thrown, String indent, String before) {
        if (seen.size() == MOST_THROWN || !seen.add(thrown)) {
            return;
        }
        text.append(indent).append(before).append(name(thrown)).append('\n');
        var frames = thrown.getStackTrace();
        for (var frame = 0; frame < Math.min(frames.length, MOST_FRAMES); frame++) {
            text.append(indent).append("    at ").append(frames[frame]).append('\n');
        }
        if (frames.length > MOST_FRAMES) {
            text.append(indent).append("    ... ").append(frames.length - MOST_FRAMES).append(" more\n");
        }
        for (var suppressed : thrown.getSuppressed()) {
            add(suppressed, indent + "    ", "Suppressed: ");
        }
        var cause = thrown.getCause();
        if (cause != null) {
            add(cause, indent, "Caused by: ");
        }
    }
}
