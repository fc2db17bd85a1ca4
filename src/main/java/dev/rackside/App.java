package dev.rackside;

import dev.rackside.workspace.Places;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The JavaFX application: makes the wiring at its start and closes it at its end. */
public final class App extends Application {

    private static Start start = new Start(null, false);

    private @Nullable Wiring wiring;

    /** Opens the window and returns when it was closed. */
    static int open(@Nullable String workspace, boolean sample) {
        start = new Start(workspace, sample);
        launch(App.class);
        return 0;
    }

    @Override
    public void start(Stage stage) {
        wiring = new Wiring(Places.ofThisWorkstation(), getHostServices());
        wiring.open(stage, start);
    }

    @Override
    public void stop() {
        if (wiring != null) {
            wiring.close();
        }
    }
}
