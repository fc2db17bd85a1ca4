package dev.rackside.integration.ui;

import dev.rackside.integration.Difference;
import dev.rackside.integration.Difference.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One line of a comparison as it stands on the page; needs no toolkit. */
sealed interface CompareLine {

    /** Which of the two bodies. */
    enum Part {
        REQUEST, RESPONSE
    }

    /** What follows, and how much of it differs. */
    record Heading(String words) implements CompareLine {}

    /** Lines that are the same in both and not shown, until a person asks for them. */
    record Folded(Part part, int from, int count) implements CompareLine {}

    /** Both beside each other. */
    record Beside(Difference.Line line) implements CompareLine {}

    /** One of both: SAME, REMOVED or ADDED. */
    record Single(Kind kind, String text) implements CompareLine {}

    /** So many lines that are the same stay around what differs. */
    int AROUND = 3;

    /**
     * The lines of one difference.
     *
     * @param unfolded where stretches begin that a person asked for
     */
    static List<CompareLine> of(Part part, Difference difference, boolean unified, Set<Integer> unfolded) {
        var shown = new ArrayList<CompareLine>();
        var lines = difference.lines();
        for (var at = 0; at < lines.size();) {
            var end = at;
            var same = lines.get(at).kind() == Kind.SAME;
            while (end < lines.size() && (lines.get(end).kind() == Kind.SAME) == same) {
                end++;
            }
            var from = at == 0 ? 0 : at + AROUND;
            var until = end == lines.size() ? end : end - AROUND;
            if (same && until - from > 1 && !unfolded.contains(from)) {
                put(shown, lines.subList(at, from), unified);
                shown.add(new Folded(part, from, until - from));
                put(shown, lines.subList(until, end), unified);
            } else {
                put(shown, lines.subList(at, end), unified);
            }
            at = end;
        }
        return shown;
    }

    private static void put(List<CompareLine> shown, List<Difference.Line> lines, boolean unified) {
        if (!unified) {
            lines.forEach(line -> shown.add(new Beside(line)));
            return;
        }
        if (!lines.isEmpty() && lines.getFirst().kind() == Kind.SAME) {
            lines.forEach(line -> shown.add(new Single(Kind.SAME, line.before())));
            return;
        }
        lines.stream().filter(line -> line.kind() != Kind.ADDED)
                .forEach(line -> shown.add(new Single(Kind.REMOVED, line.before())));
        lines.stream().filter(line -> line.kind() != Kind.REMOVED)
                .forEach(line -> shown.add(new Single(Kind.ADDED, line.after())));
    }

    /** What stands before a line: the same says it that the colour says. */
    static String sign(Kind kind) {
        return switch (kind) {
            case SAME, CHANGED -> " ";
            case REMOVED -> "−";
            case ADDED -> "+";
        };
    }

    /** As it is copied: a sign and the text, as in a patch. */
    default String copied() {
        return switch (this) {
            case Heading heading -> heading.words();
            case Folded folded -> "…";
            case Single single -> sign(single.kind()) + " " + single.text();
            case Beside(var line) -> switch (line.kind()) {
                case SAME -> "  " + line.before();
                case CHANGED -> "− " + line.before() + "\n+ " + line.after();
                case REMOVED -> "− " + line.before();
                case ADDED -> "+ " + line.after();
            };
        };
    }
}
