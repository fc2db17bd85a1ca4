package dev.rackside.insight.ui;

import dev.rackside.failure.FailureSummary;
import dev.rackside.insight.Commands;
import dev.rackside.insight.InsightDetail;
import dev.rackside.insight.InsightDetail.Verification;
import dev.rackside.text.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands below an insight's description: its commands, its evidence, where it was learned, who verified it. */
final class InsightSections {

    private static final int FIRST = 8;

    private InsightSections() {
    }

    /** What the buttons do. */
    record Steps(Runnable record, Runnable allEvidence) {}

    static List<Node> of(InsightDetail detail, Steps steps) {
        var sections = new ArrayList<Node>();
        commands(sections, detail.draft().examples());
        evidence(sections, detail, steps);
        if (detail.pattern() != null) {
            pattern(sections, detail.pattern());
        } else if (detail.draft().sourcePatternId() != null) {
            sections.add(section("insight.pattern",
                    InsightWords.odd(Messages.get("insight.pattern.gone"),
                            detail.draft().sourcePatternId().toString()).label()));
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
            lines.add(InsightWords.odd(Messages.get("insight.commands.odd"), commands.stored()).label());
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

    private static void evidence(List<Node> sections, InsightDetail detail, Steps steps) {
        var lines = new ArrayList<>(EvidenceViews.together(detail));
        detail.evidence().forEach(row -> lines.add(EvidenceViews.whole(row)));
        var count = detail.supported().count();
        if (count > 0) {
            var all = new Hyperlink(Messages.get("insight.evidence.all", count));
            all.setId("allEvidence");
            all.setOnAction(_ -> steps.allEvidence().run());
            lines.add(all);
        }
        var section = section("insight.evidence", lines.toArray(Node[]::new));
        var record = new Button(Messages.get("insight.evidence.record"), new FontIcon(Feather.PLUS));
        record.setId("recordEvidence");
        record.getStyleClass().add("small");
        record.setMinWidth(Button.USE_PREF_SIZE);
        record.setTooltip(new Tooltip(Messages.get("insight.evidence.record.tip")));
        record.setOnAction(_ -> steps.record().run());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(8, section.getChildren().removeFirst(), gap, record);
        head.setAlignment(Pos.CENTER_LEFT);
        section.getChildren().addFirst(head);
        sections.add(section);
    }

    private static void pattern(List<Node> sections, FailureSummary pattern) {
        var signature = new Label(pattern.signature());
        signature.getStyleClass().add("mono");
        signature.setWrapText(true);
        var box = new VBox(4, signature);
        EvidenceViews.line(box, "insight.pattern.cause", pattern.rootCause());
        var solution = pattern.recommendedSolution();
        if (solution != null && !solution.isBlank()) {
            box.getChildren().add(EvidenceViews.wrapped(Messages.get("insight.pattern.solution", solution)));
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
            var when = InsightWords.ago(said.at());
            var who = new Label(by);
            // What was noted gives way, over several lines: when and who are short.
            when.setMinWidth(Region.USE_PREF_SIZE);
            who.setMinWidth(Region.USE_PREF_SIZE);
            var line = new HBox(8, when, who);
            if (said.note() != null && !said.note().isBlank()) {
                line.getChildren().add(EvidenceViews.muted(said.note()));
            }
            lines.add(line);
        }
        more(lines, verifications.size());
        sections.add(section("insight.history", lines.toArray(Node[]::new)));
    }

    private static void more(List<Node> lines, int count) {
        if (count > FIRST) {
            lines.add(EvidenceViews.muted(Messages.get("insight.more-lines", count - FIRST)));
        }
    }

    private static VBox section(String key, Node... content) {
        var heading = new Label(Messages.get(key));
        heading.getStyleClass().add("section");
        var box = new VBox(8, heading);
        box.getChildren().addAll(content);
        return box;
    }
}
