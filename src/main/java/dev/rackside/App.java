package dev.rackside;

import dev.rackside.fx.RightToLeft;
import dev.rackside.instance.Instance;
import dev.rackside.instance.Start;
import dev.rackside.tour.Tour;
import dev.rackside.tour.TourPlan;
import dev.rackside.tour.TourReport;
import dev.rackside.workspace.Places;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The JavaFX application: makes the wiring at its start and closes it at its end. */
public final class App extends Application {

    private static Start start = new Start(null, false, false);
    private static @Nullable Instance instance;
    private static @Nullable Touring touring;

    private @Nullable Wiring wiring;

    /** Opens the window and returns when it was closed. */
    static int open(Start wish, Instance here) {
        start = wish;
        instance = here;
        RightToLeft.mend();
        launch(App.class);
        return 0;
    }

    /** Takes a tour through the window, which is drawn in memory alone; returns when it is over. */
    static TourReport tour(TourPlan plan, Consumer<String> progress) {
        // JavaFX reads these when it starts.
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        start = new Start(plan.workspace(), false, false);
        RightToLeft.mend();
        try (var tour = new Touring(plan, progress)) {
            touring = tour;
            launch(App.class);
            return tour.report();
        }
    }

    @Override
    public void start(Stage stage) {
        var places = touring == null ? Places.ofThisWorkstation() : touring.places();
        wiring = new Wiring(places, getHostServices(), touring == null ? UnaryOperator.identity() : Tour::sampleUntil);
        wiring.open(stage, start);
        if (instance != null) {
            wiring.join(instance, stage);
        }
        if (touring != null) {
            touring.begin(stage);
        }
    }

    @Override
    public void stop() {
        if (wiring != null) {
            wiring.close();
        }
    }
}
