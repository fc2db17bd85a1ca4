package dev.rackside.fx;

import dev.rackside.fault.Violation;
import dev.rackside.row.BulkPlan;
import dev.rackside.row.BulkResult;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a bulk edit in a person's words; needs no toolkit.
 *
 * @param title what a row is called
 * @param components the components that can change
 */
record BulkWords<D extends Record>(Function<D, String> title, Map<String, Component> components) {

    /**
     * A component of the drafts.
     *
     * @param name the message that names it
     * @param codes how the keys of its constants' words begin; null where it has none
     * @param none the message for no value; null where that is nothing
     */
    record Component(String name, @Nullable String codes, @Nullable String none) {}

    /** "Priority 5 → 9, Client Agave Orthopedics → Everywhere", or why the row stays as it is. */
    String what(BulkPlan.Item<D> item, Map<UUID, String> names) {
        var refused = item.refused();
        return refused != null
                ? why(refused)
                : item.differences().stream().map(difference -> Messages.get("fx.bulk.difference",
                        name(difference.component()), words(difference.component(), difference.before(), names),
                        words(difference.component(), difference.after(), names)))
                        .collect(Collectors.joining(", "));
    }

    private String name(String component) {
        var known = components.get(component);
        return known == null ? component : Messages.get(known.name());
    }

    private String words(String component, @Nullable Object of, Map<UUID, String> names) {
        var known = components.get(component);
        var words = switch (of) {
            case null -> known == null || known.none() == null ? "" : Messages.get(known.none());
            case UUID id -> names.getOrDefault(id, id.toString());
            case Coded<?> coded when known != null && known.codes() != null -> CodedBox.word(coded, known.codes());
            case Instant moment -> Age.here().full(moment);
            case List<?> choices -> choices.stream().map(Object::toString).collect(Collectors.joining(", "));
            default -> of.toString();
        };
        return words.isBlank() ? Messages.get("fx.bulk.nothing") : words;
    }

    static String why(Violation violation) {
        return Messages.get(violation.key(), violation.arguments().toArray());
    }

    /** "84 change, 12 stay as they are, 3 are so already, 1 is gone." */
    static String summary(BulkPlan<?> plan) {
        var changes = plan.writable().size();
        var already = (int) plan.items().stream().filter(BulkWords::already).count();
        var words = new StringJoiner(", ", "", ".");
        words.add(Messages.get("fx.bulk.summary.changes", changes));
        add(words, "fx.bulk.summary.stays", plan.items().size() - changes - already);
        add(words, "fx.bulk.summary.already", already);
        add(words, "fx.bulk.summary.gone", plan.gone());
        return words.toString();
    }

    private static void add(StringJoiner words, String key, int count) {
        if (count > 0) {
            words.add(Messages.get(key, count));
        }
    }

    static boolean already(BulkPlan.Item<?> item) {
        return item.refused() != null && item.refused().key().equals("bulk.why.already-so");
    }

    /** "247 changed, 3 left alone. The connection was lost." */
    static String outcome(BulkViewModel.Done<?> done) {
        var result = done.result();
        var sentence = Messages.get(done.back() ? "fx.bulk.undone" : "fx.bulk.done", result.written().size(),
                result.left().stream().filter(BulkResult.Left::reached).count(),
                result.left().stream().filter(row -> !row.reached()).count());
        var stopped = result.stopped();
        return stopped == null ? sentence : sentence + " " + ProblemBar.what(stopped);
    }
}
