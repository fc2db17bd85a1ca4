package dev.rackside.insight.ui;

import dev.rackside.insight.Outcome;
import dev.rackside.insight.SupportedGrade.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Observations over time: the span from the oldest to now in steps of equal length, and how many of each outcome fell
 * into each; needs no toolkit.
 *
 * @param marks where something was observed: by outcome, the oldest first
 */
record Timeline(Instant from, Instant to, List<Mark> marks) {

    /**
     * What was observed in one step.
     *
     * @param place from 0 for the oldest step to 1 for now
     * @param first the oldest of them
     * @param last the newest of them
     */
    record Mark(Outcome outcome, double place, int count, Instant first, Instant last) {

        Mark and(Mark other) {
            return new Mark(outcome, place, count + other.count,
                    other.first.isBefore(first) ? other.first : first,
                    other.last.isAfter(last) ? other.last : last);
        }
    }

    Timeline {
        marks = List.copyOf(marks);
    }

    /**
     * @param observations in any order; an outcome that this program doesn't know counts as inconclusive
     * @param steps at least two
     */
    static Timeline of(List<Observation> observations, Instant now, int steps) {
        var moments = observations.stream().map(Observation::observedAt).sorted().toList();
        var from = moments.isEmpty() ? now : moments.getFirst();
        var to = moments.isEmpty() || moments.getLast().isBefore(now) ? now : moments.getLast();
        var span = Math.max(1, Duration.between(from, to).toMillis());
        var marks = new ArrayList<Mark>();
        for (var outcome : Outcome.values()) {
            var cells = new TreeMap<Integer, Mark>();
            for (var observation : observations) {
                if (Objects.requireNonNullElse(observation.outcome(), Outcome.INCONCLUSIVE) == outcome) {
                    var at = observation.observedAt();
                    var share = (double) Duration.between(at, to).toMillis() / span;
                    var step = Math.max(0, steps - 1 - (int) (share * steps));
                    cells.merge(step, new Mark(outcome, (double) step / (steps - 1), 1, at, at), Mark::and);
                }
            }
            marks.addAll(cells.values());
        }
        return new Timeline(from, to, marks);
    }
}
