package dev.rackside.row;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What many rows shall have in common: steps that set or extend components of their drafts, by the Java names. */
public record BulkChange(List<Step> steps) {

    /** Leaves every row as it is. */
    public static final BulkChange NOTHING = new BulkChange(List.of());

    private static final Comparator<Choice> BY_LABEL = Comparator.comparing(Choice::label,
            String.CASE_INSENSITIVE_ORDER);

    public BulkChange {
        steps = List.copyOf(steps);
    }

    /** What becomes of one component. */
    public sealed interface Step {
        String component();
    }

    /** The component gets this value, of its own type. */
    public record Put(String component, @Nullable Object value) implements Step {}

    /** The component is a list of choices, which gets these too. */
    public record Add(String component, List<Choice> choices) implements Step {}

    /** The component is a list of choices, which loses these. */
    public record Remove(String component, List<Choice> choices) implements Step {}

    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /** This change and one step more. */
    public BulkChange and(Step step) {
        return new BulkChange(Stream.concat(steps.stream(), Stream.of(step)).toList());
    }

    /** A draft after the change; equal to the draft where it is so already. */
    @SuppressWarnings("unchecked")
    public <D extends Record> D applyTo(D draft) {
        var type = new DraftRecord<>((Class<D>) draft.getClass());
        var values = type.values(draft);
        steps.forEach(step -> values.put(step.component(), after(step, values)));
        return type.make(values);
    }

    private static @Nullable Object after(Step step, Map<String, @Nullable Object> values) {
        return switch (step) {
            case Put put -> put.value();
            case Add add -> {
                var all = new LinkedHashMap<Object, Choice>();
                var there = choices(values.get(step.component()));
                there.forEach(choice -> all.put(choice.id(), choice));
                add.choices().forEach(choice -> all.putIfAbsent(choice.id(), choice));
                var more = new ArrayList<>(all.values());
                if (more.size() > there.size()) {
                    more.sort(BY_LABEL);
                }
                yield List.copyOf(more);
            }
            case Remove remove -> choices(values.get(step.component())).stream()
                    .filter(choice -> remove.choices().stream().noneMatch(gone -> gone.id().equals(choice.id())))
                    .toList();
        };
    }

    private static List<Choice> choices(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().filter(Choice.class::isInstance).map(Choice.class::cast).toList()
                : List.of();
    }
}
