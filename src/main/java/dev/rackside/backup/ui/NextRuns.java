package dev.rackside.backup.ui;

import dev.rackside.backup.Timetable;
import dev.rackside.fx.Zones;
import dev.rackside.text.Messages;
import java.time.Instant;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What a timetable means, in words and as its next moments: in its own zone, and in the one that is shown. */
public final class NextRuns extends VBox {

    private static final int SHOWN = 5;
    private static final double GAP = 4;

    /** A timetable with its next moments, which take a while to find. */
    record Found(Timetable times, List<Instant> next) {

        static Found of(Timetable times, Instant now) {
            return new Found(times, times.next(now, SHOWN));
        }
    }

    public NextRuns() {
        super(GAP);
        getStyleClass().add("next-runs");
    }

    /** Null where there is no timetable. */
    void show(@Nullable Found found) {
        getChildren().clear();
        if (found == null) {
            return;
        }
        getChildren().add(line(ScheduleWords.times(found.times()), false));
        var own = found.times().zone();
        var shown = Zones.shown();
        var rules = own.getRules();
        for (var moment : found.next()) {
            var here = rules.getOffset(moment).equals(shown.getRules().getOffset(moment));
            var words = ScheduleWords.moment(moment, own);
            getChildren().add(line(here
                    ? words
                    : Messages.get("schedule.run.elsewhere", words, own.getId(), ScheduleWords.moment(moment, shown),
                            shown.getId()),
                    true));
        }
        if (found.next().isEmpty()) {
            getChildren().add(line(Messages.get("schedule.run.none"), true));
        }
    }

    private static Label line(String words, boolean muted) {
        var label = new Label(words);
        label.setWrapText(true);
        if (muted) {
            label.getStyleClass().add("muted");
        }
        return label;
    }
}
