package dev.rackside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.db.TestFolders;
import dev.rackside.fx.Theme;
import dev.rackside.tour.Tour;
import dev.rackside.tour.TourPlan;
import dev.rackside.workspace.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * The whole program as it is started, on servers of its own. The pictures are in {@code target/tour}; both themes and
 * both sizes are taken by {@code rackside tour}.
 */
@ExtendWith(ApplicationExtension.class)
class TourTest {

    private static final Path OUT = Path.of("target", "tour").toAbsolutePath();

    private final Path home = TestFolders.fresh("tour-home");
    @SuppressWarnings("NullAway.Init")
    private Places places;
    @SuppressWarnings("NullAway.Init")
    private Stage stage;
    @SuppressWarnings("NullAway.Init")
    private Wiring wiring;

    @Start
    void start(Stage shown) throws IOException {
        stage = shown;
        TestFolders.delete(OUT);
        var programs = Path.of("target", "server-programs").toAbsolutePath();
        Files.createDirectories(programs);
        Files.createDirectories(home.resolve("cache"));
        Files.createSymbolicLink(home.resolve("cache").resolve("server"), programs);
        places = Places.below(home);
        wiring = new Wiring(places, new App().getHostServices(), Tour::sampleUntil);
        wiring.open(stage, new dev.rackside.instance.Start(null, false, false));
    }

    @AfterEach
    void stop(FxRobot robot) {
        robot.interact(wiring::close);
        TestFolders.delete(home);
    }

    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void everyScreenIsReachedShowsSomethingAndCutsNoText() throws IOException {
        var plan = new TourPlan(OUT, List.of(TourPlan.SIZES.getFirst()), List.of(Theme.Wish.LIGHT), null, true);

        var report = new Tour(plan, places, line -> {
        }).run(stage);

        assertThat(report.faults()).isEmpty();
        assertThat(report.pictures()).isEqualTo(report.visits().size()).isGreaterThan(120);
        assertThat(report.visits()).contains("welcome", "welcome-team-refused", "empty-insights", "insights-list",
                "insights-menu-category", "insights-nothing", "insights-detail", "insights-form",
                "insights-form-refused", "insights-form-unsaved", "insights-choice-client", "insights-delete",
                "insights-new", "machines-detail", "clients-form", "sessions-detail", "tickets-form", "backups-list",
                "desk-scope", "desk-palette", "team-test-password", "team-read-only", "team-password",
                "team-conflict", "team-gone", "team-slow", "team-lost");
        assertThat(report.index()).exists().content().contains("insights-list--light-1024x700.png");
    }
}
