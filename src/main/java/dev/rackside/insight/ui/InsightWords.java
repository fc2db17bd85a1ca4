package dev.rackside.insight.ui;

import dev.rackside.fx.Age;
import dev.rackside.fx.Badge;
import dev.rackside.fx.CodedBox;
import dev.rackside.insight.Confidence;
import dev.rackside.insight.InsightCategory;
import dev.rackside.insight.InsightRow;
import dev.rackside.insight.Outcome;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import java.time.Instant;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** Insights in a person's words. */
final class InsightWords {

    static final String CATEGORY = "insight.category.";
    static final String CONFIDENCE = "insight.confidence.";
    static final String OUTCOME = "insight.outcome.";

    private static final Age AGE = Age.here();

    private InsightWords() {
    }

    static String title(@Nullable String title) {
        return title == null || title.isBlank() ? Messages.get("insight.untitled") : title;
    }

    static String confidence(Confidence confidence) {
        return Messages.get(CONFIDENCE + Coded.code(confidence));
    }

    /** A code's word, as it is copied and exported; nothing where there is none. */
    static @Nullable String word(Coded<?> coded, String prefix) {
        return coded.text() == null ? null : CodedBox.word(coded, prefix);
    }

    static Badge category(Coded<InsightCategory> category) {
        return category.text() == null || category.known() == null || category.odd()
                ? odd(FacetWords.orMissing(CodedBox.word(category, CATEGORY)), category.text())
                : Badge.plain(CodedBox.word(category, CATEGORY));
    }

    static Badge confidence(Coded<Confidence> confidence) {
        var known = confidence.known();
        var word = FacetWords.orMissing(CodedBox.word(confidence, CONFIDENCE));
        if (known == null || confidence.odd()) {
            return odd(word, confidence.text());
        }
        return switch (known) {
            case CONFIRMED -> Badge.good(word);
            case LIKELY -> Badge.rest(word);
            case SUSPECTED -> Badge.warn(word);
        };
    }

    static String outcome(Outcome outcome) {
        return Messages.get(OUTCOME + Coded.code(outcome));
    }

    static Badge outcome(Coded<Outcome> outcome) {
        var word = CodedBox.word(outcome, OUTCOME);
        var known = outcome.known();
        if (known == null) {
            return odd(word, outcome.text());
        }
        return EvidenceTimeline.badge(known, word);
    }

    static Badge priority(InsightRow row) {
        var priority = row.priority();
        var text = priority == null ? null : priority.toString();
        return text == null || row.oddPriority() ? odd(FacetWords.orMissing(text), text) : Badge.plain(text);
    }

    /** When it was last verified; amber where that is too long ago. */
    static Badge verified(@Nullable Instant verified, boolean stale) {
        var words = verified == null ? Messages.get("insight.never") : AGE.text(verified);
        return (stale ? Badge.warn(words) : Badge.plain(words)).explained(() -> verified == null
                ? Messages.get("insight.never.full")
                : Messages.get(stale ? "insight.stale.full" : "insight.verified.full", AGE.full(verified)));
    }

    static Label ago(@Nullable Instant then) {
        var label = new Label(AGE.text(then));
        label.setTooltip(new Tooltip(AGE.full(then)));
        return label;
    }

    /** A mark on what breaks a rule; the tooltip says how it stands in the row. */
    static Badge odd(String word, @Nullable String stands) {
        return Badge.warn(word).explained(() -> stands == null
                ? Messages.get("insight.odd.nothing")
                : Messages.get("insight.odd", stands));
    }
}
