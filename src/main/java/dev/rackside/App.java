package dev.rackside;

import dev.rackside.fx.Drawing;
import dev.rackside.fx.RightToLeft;
import dev.rackside.fx.Theme;
import dev.rackside.instance.Instance;
import dev.rackside.instance.Start;
import dev.rackside.settings.Settings;
import dev.rackside.settings.SettingsFile;
import dev.rackside.shell.FirstSight;
import dev.rackside.tour.Tour;
import dev.rackside.tour.TourPlan;
import dev.rackside.tour.TourReport;
import dev.rackside.workspace.Places;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The JavaFX application: makes the wiring at its start and closes it at its end. */
public final class App extends Application {

    /** A name, so no word of the file of words, which the first picture doesn't wait for. */
    private static final String NAME = "Rackside";

    private static Start start = new Start(null, false, false);
    private static @Nullable Instance instance;
    private static @Nullable Touring touring;
    private static CompletableFuture<Settings> chosen = CompletableFuture.completedFuture(Settings.DEFAULT);
    /** Why the window could not be made. */
    private static final AtomicReference<@Nullable Throwable> BROKEN = new AtomicReference<>();

    private @Nullable Wiring wiring;

    /** Opens the window and returns when it was closed. */
    static int open(Start wish, Instance here) {
        start = wish;
        instance = here;
        // JavaFX takes as long to begin.
        chosen = CompletableFuture.supplyAsync(() -> new SettingsFile(Places.ofThisWorkstation().config()).read());
        // JavaFX asks for a logger in the midst of its first picture; Java opens every jar to look for one.
        Thread.ofPlatform().name("loggers").daemon()
                .start(() -> System.getLogger(NAME).isLoggable(System.Logger.Level.ERROR));
        Drawing.choose();
        RightToLeft.mend();
        run();
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
            run();
            return tour.report();
        }
    }

    private static void run() {
        launch(App.class);
        var broken = BROKEN.get();
        if (broken != null) {
            throw new IllegalStateException("The window could not be made", broken);
        }
    }

    @Override
    public void start(Stage stage) {
        var places = touring == null ? Places.ofThisWorkstation() : touring.places();
        var settings = chosen.join();
        var dark = Theme.dark(Theme.Wish.valueOf(settings.theme().name()));
        // Later in the queue: where no graphics card draws, the picture itself stands in it.
        new FirstSight(dark, settings.textPercent() / 100.0).open(stage, NAME,
                () -> Platform.runLater(() -> begin(stage, places, dark)));
    }

    private void begin(Stage stage, Places places, boolean dark) {
        if (!stage.isShowing()) {
            // Closed while its first picture was drawn.
            return;
        }
        if (Rehearsal.ofFirstPicture()) {
            Platform.exit();
            return;
        }
        try {
            Theme.wear(dark);
            open(stage, places);
        } catch (RuntimeException | Error e) {
            BROKEN.set(e);
            Platform.exit();
        }
    }

    private void open(Stage stage, Places places) {
        var made = new Wiring(places, getHostServices(),
                touring == null ? UnaryOperator.identity() : Tour::sampleUntil);
        wiring = made;
        made.open(stage, start);
        if (instance != null) {
            made.join(instance, stage);
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
