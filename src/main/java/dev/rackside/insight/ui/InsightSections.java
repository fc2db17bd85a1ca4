package dev.rackside.insight.ui;

import dev.rackside.failure.FailureSummary;
import dev.rackside.insight.Commands;
import dev.rackside.insight.InsightDetail;
import dev.rackside.insight.InsightDetail.Evidence;
import dev.rackside.insight.InsightDetail.Verification;
import dev.rackside.insight.SupportedGrade;
import dev.rackside.text.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands below an insight's description: its commands, its evidence, where it was learned, who verified it. */
final class InsightSections {

    private static final int FIRST = 8;

    private InsightSections() {
    }

    static List<Node> of(InsightDetail detail) {
        var sections = new ArrayList<Node>();
        commands(sections, detail.draft().examples());
        evidence(sections, detail);
        if (detail.pattern() != null) {
            pattern(sections, detail.pattern());
        } else if (detail.draft().sourcePatternId() != null) {
            sections.add(section("insight.pattern",
                    InsightWords.odd(Messages.get("insight.pattern.gone"),
                            detail.draft().sourcePatternId().toString())));
        }
        history(sections, detail.verifications());
        return sections;
    }

    private static void commands(List<Node> sections, Commands commands) {
        if (commands.list().isEmpty()) {
            return;
        }
        var lines = new ArrayList<Node>();
        if (commands.odd()) {
            lines.add(InsightWords.odd(Messages.get("insight.commands.odd"), commands.stored()));
        }
        commands.list().forEach(command -> lines.add(command(command)));
        sections.add(section("insight.commands", lines.toArray(Node[]::new)));
    }

    private static Node command(String command) {
        var text = new Label(command);
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        text.getStyleClass().add("code-text");
        HBox.setHgrow(text, Priority.ALWAYS);
        var copy = new Button(null, new FontIcon(Feather.COPY));
        copy.getStyleClass().addAll("flat", "button-icon", "small");
        copy.setTooltip(new Tooltip(Messages.get("fx.copy")));
        copy.setAccessibleText(Messages.get("insight.commands.copy", command));
        copy.setMinWidth(Button.USE_PREF_SIZE);
        copy.setOnAction(_ -> {
            var content = new ClipboardContent();
            content.putString(command);
            Clipboard.getSystemClipboard().setContent(content);
        });
        var line = new HBox(4, text, copy);
        line.getStyleClass().add("command-line");
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }

    private static void evidence(List<Node> sections, InsightDetail detail) {
        var supported = detail.supported();
        if (supported.count() == 0) {
            sections.add(section("insight.evidence", muted(Messages.get("insight.evidence.none"))));
            return;
        }
        var lines = new ArrayList<Node>();
        lines.add(muted(Messages.get("insight.evidence.counts", supported.held(), supported.contradicted(),
                supported.inconclusive())));
        lines.add(wrapped(grade(detail, supported)));
        detail.evidence().stream().limit(FIRST).forEach(example -> lines.add(example(example)));
        more(lines, supported.count());
        sections.add(section("insight.evidence", lines.toArray(Node[]::new)));
    }

    private static String grade(InsightDetail detail, SupportedGrade supported) {
        var grade = InsightWords.confidence(supported.grade());
        var given = detail.draft().confidence().known();
        return detail.gradesDiffer() && given != null
                ? Messages.get("insight.grades.differ", InsightWords.confidence(given), grade)
                : Messages.get("insight.grades.supported", grade);
    }

    private static Node example(Evidence example) {
        var head = new HBox(8, InsightWords.outcome(example.outcome()), InsightWords.ago(example.observedAt()));
        if (example.machine() != null) {
            var machine = new Label(example.machine());
            machine.getStyleClass().add("mono");
            head.getChildren().add(machine);
        }
        if (example.recordedBy() != null) {
            head.getChildren().add(muted(example.recordedBy()));
        }
        var box = new VBox(4, head, wrapped(example.whatWasTried()));
        line(box, "insight.evidence.expected", example.expected());
        line(box, "insight.evidence.observed", example.observed());
        box.getStyleClass().add("evidence");
        return box;
    }

    private static void line(VBox box, String key, @Nullable String words) {
        if (words != null && !words.isBlank()) {
            var label = muted(Messages.get(key, words));
            label.setWrapText(true);
            box.getChildren().add(label);
        }
    }

    private static void pattern(List<Node> sections, FailureSummary pattern) {
        var signature = new Label(pattern.signature());
        signature.getStyleClass().add("mono");
        signature.setWrapText(true);
        var box = new VBox(4, signature);
        line(box, "insight.pattern.cause", pattern.rootCause());
        var solution = pattern.recommendedSolution();
        if (solution != null && !solution.isBlank()) {
            box.getChildren().add(wrapped(Messages.get("insight.pattern.solution", solution)));
        }
        sections.add(section("insight.pattern", box));
    }

    private static void history(List<Node> sections, List<Verification> verifications) {
        if (verifications.isEmpty()) {
            return;
        }
        var lines = new ArrayList<Node>();
        for (var said : verifications.subList(0, Math.min(FIRST, verifications.size()))) {
            var by = said.by() == null ? Messages.get("insight.history.somebody") : said.by();
            var line = new HBox(8, InsightWords.ago(said.at()), new Label(by));
            if (said.note() != null && !said.note().isBlank()) {
                line.getChildren().add(muted(said.note()));
            }
            lines.add(line);
        }
        more(lines, verifications.size());
        sections.add(section("insight.history", lines.toArray(Node[]::new)));
    }

    private static void more(List<Node> lines, int count) {
        if (count > FIRST) {
            lines.add(muted(Messages.get("insight.more-lines", count - FIRST)));
        }
    }

    private static Node section(String key, Node... content) {
        var heading = new Label(Messages.get(key));
        heading.getStyleClass().add("section");
        var box = new VBox(8, heading);
        box.getChildren().addAll(content);
        return box;
    }

    private static Label wrapped(String words) {
        var label = new Label(words);
        label.setWrapText(true);
        return label;
    }

    private static Label muted(String words) {
        var label = wrapped(words);
        label.getStyleClass().add("muted");
        return label;
    }
}
