package dev.rackside.tour;

import dev.rackside.text.Messages;
import dev.rackside.workspace.Places;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.function.Consumer;
import javafx.stage.Stage;

/**
 * Goes through the program's open window: presses what is there, photographs what comes, and says what is unreachable,
 * blank or cut. It knows the window by its scene graph alone, so that a new place in the sidebar is visited without a
 * line here.
 */
public final class Tour {

    private static final LocalTime AFTERNOON = LocalTime.of(15, 0);

    private final TourPlan plan;
    private final Places places;
    private final Consumer<String> progress;

    /**
     * @param places where the window's program keeps its data
     * @param progress hears of each chapter and each fault
     */
    public Tour(TourPlan plan, Places places, Consumer<String> progress) {
        this.plan = plan;
        this.places = places;
        this.progress = progress;
    }

    /**
     * The Wednesday afternoon that was last. What chance puts into a sample hangs on the day of the week and on the
     * hour; seen from here it is the same rows every day, only with other dates, so a fault that is found can be found
     * again.
     */
    public static Instant sampleUntil(Instant now) {
        var wednesday = now.atOffset(ZoneOffset.UTC).with(TemporalAdjusters.previousOrSame(DayOfWeek.WEDNESDAY))
                .with(AFTERNOON).toInstant();
        return wednesday.isAfter(now) ? wednesday.minus(Duration.ofDays(7)) : wednesday;
    }

    /**
     * Takes the whole tour; called on a thread of its own, never on the screen's.
     *
     * @param stage the program's window, open for the first time, or with the plan's workspace
     */
    public TourReport run(Stage stage) throws IOException {
        bearSmallScreen();
        var album = new Album(plan);
        var visitor = new Visitor(plan, new Guide(stage), album, progress);
        visitor.guide().settle();
        if (plan.workspace() == null) {
            everything(visitor);
        } else {
            visitor.chapter(plan.workspace());
            new PlacesVisit(visitor).all();
        }
        return new TourReport(album.write(visitor.faults()), album.names(), album.pictures(), visitor.faults());
    }

    /**
     * JavaFX's Headless platform has a screen of 1000 x 1000 pixels and throws when a window lies beyond its lower edge.
     * Nothing is lost by that: pictures are drawn from the scenes.
     */
    private static void bearSmallScreen() {
        var before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {
            var ofScreen = Arrays.stream(thrown.getStackTrace())
                    .anyMatch(frame -> frame.getClassName().endsWith(".HeadlessWindow"));
            if (!ofScreen && before != null) {
                before.uncaughtException(thread, thrown);
            }
        });
    }

    private void everything(Visitor visitor) {
        visitor.chapter(Messages.get("tour.chapter.start"));
        var start = new StartVisit(visitor);
        start.firstPage();
        visitor.chapter(Messages.get("tour.chapter.empty"));
        start.emptyWorkspace();
        visitor.chapter(Messages.get("tour.chapter.sample"));
        start.sampleWorkspace();
        new PlacesVisit(visitor).all();
        visitor.chapter(Messages.get("tour.chapter.desk"));
        new DeskVisit(visitor).all();
        visitor.chapter(Messages.get("tour.chapter.team"));
        visitor.step("team", () -> new TeamVisit(visitor, places).all());
    }
}
