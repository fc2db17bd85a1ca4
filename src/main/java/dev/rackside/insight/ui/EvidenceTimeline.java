package dev.rackside.insight.ui;

import dev.rackside.fx.Age;
import dev.rackside.fx.Badge;
import dev.rackside.fx.TextScale;
import dev.rackside.fx.Zones;
import dev.rackside.insight.EvidenceSummary;
import dev.rackside.insight.Outcome;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * The evidence over time at a glance: a lane for each outcome, marks of its shape and colour from the oldest
 * observation at the left to now at the right. Where several fall together, their number stands in the mark's place.
 */
final class EvidenceTimeline extends Pane {

    private static final int STEPS = 24;
    private final double laneHeight = TextScale.px(20);
    private final double names = TextScale.px(104);
    private final double markWidth = TextScale.px(20);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);

    private record Placed(Node node, double place) {}

    /** One outcome: its name, its line, and what was observed of it. */
    private record Lane(Label name, Region line, List<Placed> marks) {}

    private final Age age = Age.here();
    private final List<Lane> lanes = new ArrayList<>();
    private final Label from = new Label();
    private final Label to = new Label(Messages.get("insight.timeline.now"));

    EvidenceTimeline(EvidenceSummary evidence) {
        getStyleClass().add("evidence-timeline");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        var timeline = Timeline.of(evidence.observations(), evidence.readAt(), STEPS);
        for (var outcome : Outcome.values()) {
            lanes.add(lane(outcome, timeline));
        }
        from.setText(DAY.format(timeline.from().atZone(Zones.shown())));
        from.getStyleClass().add("muted");
        to.getStyleClass().add("muted");
        getChildren().addAll(from, to);
        var supported = evidence.supported();
        setAccessibleText(Messages.get("insight.timeline.spoken", from.getText(), supported.held(),
                supported.contradicted(), supported.inconclusive()));
    }

    private Lane lane(Outcome outcome, Timeline timeline) {
        var line = new Region();
        line.getStyleClass().add("lane");
        var name = new Label(InsightWords.outcome(outcome));
        name.getStyleClass().add("muted");
        getChildren().addAll(line, name);
        var marks = new ArrayList<Placed>();
        timeline.marks().stream().filter(mark -> mark.outcome() == outcome)
                .forEach(mark -> marks.add(new Placed(node(mark, name.getText()), mark.place())));
        marks.forEach(mark -> getChildren().add(mark.node()));
        return new Lane(name, line, marks);
    }

    private Node node(Timeline.Mark mark, String word) {
        var label = badge(mark.outcome(), word).label();
        if (mark.count() > 1) {
            label.setText(mark.count() > 99 ? "99+" : Integer.toString(mark.count()));
            label.setContentDisplay(ContentDisplay.TEXT_ONLY);
            label.getStyleClass().add("several");
        } else {
            label.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }
        label.getStyleClass().add("mark-" + Coded.code(mark.outcome()));
        label.setTooltip(new Tooltip(mark.count() == 1
                ? Messages.get("insight.timeline.one", word, age.full(mark.first()))
                : Messages.get("insight.timeline.several", mark.count(), word, age.full(mark.first()),
                        age.full(mark.last()))));
        return label;
    }

    static Badge badge(Outcome outcome, String word) {
        return switch (outcome) {
            case HELD -> Badge.good(word);
            case CONTRADICTED -> Badge.bad(word);
            case INCONCLUSIVE -> Badge.rest(word);
        };
    }

    @Override
    protected double computePrefHeight(double width) {
        return laneHeight * (Outcome.values().length + 1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return names + STEPS * markWidth / 2;
    }

    @Override
    protected double computeMinWidth(double height) {
        return names + markWidth;
    }

    @Override
    protected void layoutChildren() {
        var room = Math.max(0, getWidth() - names - markWidth);
        var top = 0.0;
        for (var lane : lanes) {
            lane.name().resizeRelocate(0, top, names - 8, laneHeight);
            lane.line().resizeRelocate(names, top + laneHeight / 2, room + markWidth, 1);
            for (var mark : lane.marks()) {
                layoutInArea(mark.node(), names + mark.place() * room, top, markWidth, laneHeight, 0, HPos.CENTER,
                        VPos.CENTER);
            }
            top += laneHeight;
        }
        layoutInArea(from, names, top, room + markWidth, laneHeight, 0, HPos.LEFT, VPos.CENTER);
        layoutInArea(to, names, top, room + markWidth, laneHeight, 0, HPos.RIGHT, VPos.CENTER);
    }
}
