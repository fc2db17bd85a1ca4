package dev.rackside.tour;

import java.nio.file.Path;
import java.util.List;

/**
 * What a tour saw.
 *
 * @param visits names of what was visited, in that order
 * @param faults what is wrong with it
 */
public record TourReport(Path index, List<String> visits, int pictures, List<Fault> faults) {

    /** A kind of fault. */
    public enum Kind {
        /** It wasn't reached. */
        UNREACHED,
        /** It shows nothing. */
        BLANK,
        /** A text is cut, and nothing says it in full. */
        CUT,
        /** A text lies over another. */
        OVERLAP,
        /** A text is too faint on what is behind it. */
        FAINT,
        /** The program says that it has a bug. */
        BUG
    }

    /**
     * @param where the visit, and the size and theme in which it was seen
     * @param what the text, or the reason
     */
    public record Fault(Kind kind, String where, String what) {}

    public TourReport {
        visits = List.copyOf(visits);
        faults = List.copyOf(faults);
    }
}
