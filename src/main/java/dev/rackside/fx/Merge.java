package dev.rackside.fx;

import dev.rackside.row.DraftRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An edit that met a newer row, to be settled field by field. What only one side changed is taken from that side; what
 * both changed differently must be chosen.
 */
public final class Merge<D extends Record> {

    /** Whose value is taken. */
    public enum Side {
        MINE, THEIRS
    }

    /**
     * A field in which the two sides differ.
     *
     * @param both whether both changed it since it was loaded
     */
    public record Difference(String component, @Nullable Object base, @Nullable Object mine, @Nullable Object theirs,
            boolean both) {}

    private final DraftRecord<D> type;
    private final Map<String, @Nullable Object> merged;
    private final List<Difference> differences = new ArrayList<>();
    private final List<String> open = new ArrayList<>();

    /**
     * @param base as it was loaded
     * @param mine as the person edited it
     * @param theirs as it stands in the database now
     */
    @SuppressWarnings("unchecked")
    public Merge(D base, D mine, D theirs) {
        type = new DraftRecord<>((Class<D>) theirs.getClass());
        var was = type.values(base);
        var own = type.values(mine);
        var other = type.values(theirs);
        merged = type.values(theirs);
        for (var component : type.names()) {
            var before = was.get(component);
            var my = own.get(component);
            var their = other.get(component);
            if (Objects.equals(my, their)) {
                continue;
            }
            var iChanged = !Objects.equals(before, my);
            var both = iChanged && !Objects.equals(before, their);
            differences.add(new Difference(component, before, my, their, both));
            if (both) {
                open.add(component);
            } else if (iChanged) {
                merged.put(component, my);
            }
        }
    }

    /** Where the sides differ, in the record's order. */
    public List<Difference> differences() {
        return List.copyOf(differences);
    }

    /** Whose value is taken as it stands; null while it must be chosen. */
    public @Nullable Side side(Difference difference) {
        if (open.contains(difference.component())) {
            return null;
        }
        return Objects.equals(merged.get(difference.component()), difference.mine()) ? Side.MINE : Side.THEIRS;
    }

    public void choose(Difference difference, Side side) {
        open.remove(difference.component());
        merged.put(difference.component(), side == Side.MINE ? difference.mine() : difference.theirs());
    }

    /** Whether nothing must be chosen any more. */
    public boolean complete() {
        return open.isEmpty();
    }

    /** The settled draft. */
    public D merged() {
        if (!complete()) {
            throw new IllegalStateException("Not chosen yet: " + open);
        }
        return type.make(merged);
    }
}
