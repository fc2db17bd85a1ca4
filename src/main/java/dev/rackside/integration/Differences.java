package dev.rackside.integration;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import dev.rackside.integration.Difference.Kind;
import dev.rackside.integration.Difference.Line;
import java.util.ArrayList;
import java.util.List;

/** Finds what is different between two bodies. */
final class Differences {

    /** A line that is longer is compared, and shown, as several. */
    private static final int LONGEST_LINE = 400;

    private Differences() {
    }

    static Difference of(Body before, Body after) {
        var old = pieces(before.text());
        var now = pieces(after.text());
        var partly = before.cut() || after.cut() || old.size() > Difference.MOST_LINES
                || now.size() > Difference.MOST_LINES;
        old = old.subList(0, Math.min(old.size(), Difference.MOST_LINES));
        now = now.subList(0, Math.min(now.size(), Difference.MOST_LINES));
        // In linear space: two answers that have nothing in common would need gigabytes otherwise.
        var stretches = stretches(DiffUtils.diff(old, now, new MyersDiffWithLinearSpace<>()).getDeltas());
        return new Difference(lines(old, stretches), stretches.size(), partly, before.masked() + after.masked(),
                before.kind() != Body.Kind.NONE || after.kind() != Body.Kind.NONE);
    }

    /** Where something was replaced: from which of the old lines, by what. */
    private record Stretch(int from, List<String> removed, List<String> added) {}

    /** What follows each other without a line between that is the same is one stretch: the algorithm cuts it up. */
    private static List<Stretch> stretches(List<AbstractDelta<String>> deltas) {
        var stretches = new ArrayList<Stretch>();
        var end = -1;
        for (var delta : deltas) {
            var source = delta.getSource();
            if (source.getPosition() != end) {
                stretches.add(new Stretch(source.getPosition(), new ArrayList<>(), new ArrayList<>()));
            }
            stretches.getLast().removed().addAll(source.getLines());
            stretches.getLast().added().addAll(delta.getTarget().getLines());
            end = source.getPosition() + source.size();
        }
        return stretches;
    }

    private static List<Line> lines(List<String> old, List<Stretch> stretches) {
        var lines = new ArrayList<Line>();
        var at = 0;
        for (var stretch : stretches) {
            same(lines, old.subList(at, stretch.from()));
            different(lines, stretch.removed(), stretch.added());
            at = stretch.from() + stretch.removed().size();
        }
        same(lines, old.subList(at, old.size()));
        return lines;
    }

    private static void same(List<Line> lines, List<String> both) {
        both.forEach(line -> lines.add(new Line(Kind.SAME, line, line)));
    }

    private static void different(List<Line> lines, List<String> removed, List<String> added) {
        for (var index = 0; index < Math.max(removed.size(), added.size()); index++) {
            if (index >= removed.size()) {
                lines.add(new Line(Kind.ADDED, "", added.get(index)));
            } else if (index >= added.size()) {
                lines.add(new Line(Kind.REMOVED, removed.get(index), ""));
            } else {
                lines.add(new Line(Kind.CHANGED, removed.get(index), added.get(index)));
            }
        }
    }

    private static List<String> pieces(String text) {
        var pieces = new ArrayList<String>();
        text.lines().forEach(line -> {
            var from = 0;
            do {
                var to = Math.min(line.length(), from + LONGEST_LINE);
                to = to < line.length() && Character.isHighSurrogate(line.charAt(to - 1)) ? to - 1 : to;
                pieces.add(line.substring(from, to));
                from = to;
            } while (from < line.length());
        });
        return pieces;
    }
}
