package dev.rackside.fx;

import dev.rackside.fx.Timeline.Mark;
import dev.rackside.fx.Timeline.Moment;
import dev.rackside.text.Messages;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
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
 * What happened over time at a glance: a lane for each kind, marks of its shape and colour from the oldest moment at the
 * left to now at the right. Where several fall together, their number stands in the mark's place.
 */
public final class LaneTimeline extends Pane {

    private static final int STEPS = 24;
    private static final int MOST = 99;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);

    private final double laneHeight = TextScale.px(20);
    private final double names = TextScale.px(104);
    private final double markWidth = TextScale.px(20);
    private final Age age = Age.here();
    private final List<Lane> lanes = new ArrayList<>();
    private final Label from = new Label();
    private final Label to = new Label(Messages.get("fx.timeline.now"));

    private record Placed(Node node, double place) {}

    /** One kind: its name, its line, and what happened of it. */
    private record Lane(Label name, Region line, List<Placed> marks) {}

    /**
     * @param kinds a lane for each, in words, a shape and a colour
     * @param moments what happened, by one of the kinds
     * @param spoken what a screen reader says, by the day that it begins with
     */
    public LaneTimeline(List<Badge> kinds, List<Moment<Badge>> moments, Instant now, UnaryOperator<String> spoken) {
        getStyleClass().add("lane-timeline");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        var timeline = Timeline.of(kinds, moments, now, STEPS);
        kinds.forEach(kind -> lanes.add(lane(kind, timeline)));
        from.setText(DAY.format(timeline.from().atZone(Zones.shown())));
        from.getStyleClass().add("muted");
        to.getStyleClass().add("muted");
        getChildren().addAll(from, to);
        setAccessibleText(spoken.apply(from.getText()));
    }

    private Lane lane(Badge kind, Timeline<Badge> timeline) {
        var line = new Region();
        line.getStyleClass().add("lane");
        var name = new Label(kind.word());
        name.getStyleClass().add("muted");
        getChildren().addAll(line, name);
        var marks = new ArrayList<Placed>();
        timeline.marks().stream().filter(mark -> mark.lane().equals(kind))
                .forEach(mark -> marks.add(new Placed(node(mark), mark.place())));
        marks.forEach(mark -> getChildren().add(mark.node()));
        return new Lane(name, line, marks);
    }

    private Node node(Mark<Badge> mark) {
        var word = mark.lane().word();
        var label = mark.lane().label();
        if (mark.count() > 1) {
            label.setText(mark.count() > MOST ? MOST + "+" : Integer.toString(mark.count()));
            label.setContentDisplay(ContentDisplay.TEXT_ONLY);
            label.getStyleClass().add("several");
        } else {
            label.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }
        label.setTooltip(new Tooltip(mark.count() == 1
                ? Messages.get("fx.timeline.one", word, age.full(mark.first()))
                : Messages.get("fx.timeline.several", mark.count(), word, age.full(mark.first()),
                        age.full(mark.last()))));
        return label;
    }

    @Override
    protected double computePrefHeight(double width) {
        return laneHeight * (lanes.size() + 1);
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
