package dev.rackside.integration;

import java.util.List;

/**
 * Two bodies line by line, secrets masked and keys sorted, so that only what really differs does.
 *
 * @param lines all of them, as far as they were compared
 * @param changes how many stretches differ
 * @param partly whether only the beginnings were compared: one of them is longer than {@link #MOST_LINES} lines, or than
 *     what is read of it
 * @param masked how many values are masked; whether those differ, nobody is told
 * @param recorded whether there is anything of either
 */
public record Difference(List<Line> lines, int changes, boolean partly, int masked, boolean recorded) {

    /** More lines of one body are not compared. */
    public static final int MOST_LINES = 5000;

    /** What became of a line. */
    public enum Kind {
        SAME, CHANGED, REMOVED, ADDED
    }

    /**
     * A line of both.
     *
     * @param before as it was; empty where it was added
     * @param after as it is; empty where it was removed
     */
    public record Line(Kind kind, String before, String after) {}

    public Difference {
        lines = List.copyOf(lines);
    }

    public boolean same() {
        return changes == 0;
    }
}
