package dev.rackside.failure.ui;

import dev.rackside.failure.PatternType;
import dev.rackside.failure.Severity;
import dev.rackside.fx.Age;
import dev.rackside.fx.Badge;
import dev.rackside.row.Dependent;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import java.time.Instant;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** Failure patterns in a person's words. */
final class FailureWords {

    private static final Age AGE = Age.here();

    private FailureWords() {
    }

    static String signature(@Nullable String signature) {
        return signature == null || signature.isBlank() ? Messages.get("failure.unsigned") : signature;
    }

    static Badge type(Coded<PatternType> type) {
        var word = FacetWords.coded(type, FacetWords.TYPE);
        return type.known() == null || type.odd() ? odd(word, type.text()) : Badge.plain(word);
    }

    static Badge severity(Coded<Severity> severity) {
        var known = severity.known();
        var word = FacetWords.coded(severity, FacetWords.SEVERITY);
        if (known == null || severity.odd()) {
            return odd(word, severity.text());
        }
        return switch (known) {
            case BLOCKING -> Badge.bad(word);
            case MAJOR -> Badge.warn(word);
            case MINOR, INFO -> Badge.rest(word);
        };
    }

    /** Whether it is looked out for. */
    static String active(boolean active) {
        return Messages.get("failure.active." + (active ? "yes" : "no"));
    }

    static Label ago(@Nullable Instant then) {
        var label = new Label(AGE.text(then));
        label.setTooltip(new Tooltip(AGE.full(then)));
        return label;
    }

    static String full(@Nullable Instant then) {
        return AGE.full(then);
    }

    /** What goes with a pattern, one sentence for each table. */
    static List<String> consequences(List<Dependent> dependents) {
        return dependents.stream().filter(dependent -> dependent.count() > 0).map(dependent -> Messages.get(
                dependent.deleted() ? "failure.delete.goes" : "failure.delete.stays", dependent.count(),
                table(dependent.table(), dependent.count()))).toList();
    }

    private static String table(String name, long count) {
        var key = "table." + name;
        return Messages.has(key) ? Messages.get(key, count) : name.replace('_', ' ');
    }

    /** A mark on what breaks a rule; the tooltip says how it stands in the row. */
    private static Badge odd(String word, @Nullable String stands) {
        return Badge.warn(word).explained(() -> stands == null
                ? Messages.get("failure.odd.nothing")
                : Messages.get("failure.odd", stands));
    }
}
