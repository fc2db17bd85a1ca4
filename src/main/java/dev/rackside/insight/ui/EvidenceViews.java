package dev.rackside.insight.ui;

import dev.rackside.fx.Badge;
import dev.rackside.insight.EvidenceRow;
import dev.rackside.insight.InsightDetail;
import dev.rackside.text.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Evidence in words and pictures, beside an insight and on its own page. */
final class EvidenceViews {

    private EvidenceViews() {
    }

    /** How much there is, what grade it supports beside the person's own, and when it was observed. */
    static List<Node> together(InsightDetail detail) {
        var supported = detail.supported();
        if (supported.count() == 0) {
            return List.of(muted(Messages.get("insight.evidence.none")));
        }
        var lines = new ArrayList<Node>();
        lines.add(muted(Messages.get("insight.evidence.counts", supported.held(), supported.contradicted(),
                supported.inconclusive())));
        lines.add(wrapped(grade(detail)));
        if (supported.disputed()) {
            lines.add(disputed());
        }
        lines.add(EvidenceTimeline.of(detail.known()));
        return lines;
    }

    private static String grade(InsightDetail detail) {
        var grade = InsightWords.confidence(detail.supported().grade());
        var given = detail.draft().confidence().known();
        return detail.gradesDiffer() && given != null
                ? Messages.get("insight.grades.differ", InsightWords.confidence(given), grade)
                : Messages.get("insight.grades.supported", grade);
    }

    private static Label disputed() {
        var label = Badge.bad(Messages.get("insight.disputed.sentence")).label();
        label.setWrapText(true);
        label.setTooltip(new Tooltip(Messages.get("insight.disputed.full")));
        return label;
    }

    /** One observation in full. */
    static Node whole(EvidenceRow row) {
        var head = new FlowPane(8, 4, InsightWords.outcome(row.outcome()).label(), InsightWords.ago(row.observedAt()));
        if (row.machine() != null) {
            var machine = new Label(row.machine());
            machine.getStyleClass().add("mono");
            head.getChildren().add(machine);
        }
        if (row.recordedBy() != null) {
            head.getChildren().add(muted(row.recordedBy()));
        }
        var box = new VBox(4, head, wrapped(row.whatWasTried()));
        line(box, "insight.evidence.expected", row.expected());
        line(box, "insight.evidence.observed", row.observed());
        line(box, "insight.evidence.session", row.session());
        box.getStyleClass().add("evidence");
        return box;
    }

    static void line(VBox box, String key, @Nullable String words) {
        if (words != null && !words.isBlank()) {
            box.getChildren().add(muted(Messages.get(key, words)));
        }
    }

    static Label wrapped(String words) {
        var label = new Label(words);
        label.setWrapText(true);
        return label;
    }

    static Label muted(String words) {
        var label = wrapped(words);
        label.getStyleClass().add("muted");
        return label;
    }
}
