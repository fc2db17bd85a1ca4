package dev.rackside.fx;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * What happened when, in lanes: the span from the oldest moment to now in steps of equal length, and how many moments of
 * each lane fell into each; needs no toolkit.
 *
 * @param marks where something happened: by lane, the oldest first
 */
public record Timeline<L>(Instant from, Instant to, List<Mark<L>> marks) {

    /** Something that happened. */
    public record Moment<L>(L lane, Instant at) {}

    /**
     * What happened in one step.
     *
     * @param place from 0 for the oldest step to 1 for now
     * @param first the oldest of them
     * @param last the newest of them
     */
    public record Mark<L>(L lane, double place, int count, Instant first, Instant last) {

        Mark<L> and(Mark<L> other) {
            return new Mark<>(lane, place, count + other.count,
                    other.first.isBefore(first) ? other.first : first,
                    other.last.isAfter(last) ? other.last : last);
        }
    }

    public Timeline {
        marks = List.copyOf(marks);
    }

    /**
     * @param lanes in their order
     * @param moments in any order
     * @param steps at least two
     */
    public static <L> Timeline<L> of(Collection<L> lanes, List<Moment<L>> moments, Instant now, int steps) {
        var times = moments.stream().map(Moment::at).sorted().toList();
        var from = times.isEmpty() ? now : times.getFirst();
        var to = times.isEmpty() || times.getLast().isBefore(now) ? now : times.getLast();
        var span = Math.max(1, Duration.between(from, to).toMillis());
        var marks = new ArrayList<Mark<L>>();
        for (var lane : lanes) {
            var cells = new TreeMap<Integer, Mark<L>>();
            for (var moment : moments) {
                if (moment.lane().equals(lane)) {
                    var at = moment.at();
                    var share = (double) Duration.between(at, to).toMillis() / span;
                    var step = Math.max(0, steps - 1 - (int) (share * steps));
                    cells.merge(step, new Mark<>(lane, (double) step / (steps - 1), 1, at, at), Mark::and);
                }
            }
            marks.addAll(cells.values());
        }
        return new Timeline<>(from, to, marks);
    }
}
