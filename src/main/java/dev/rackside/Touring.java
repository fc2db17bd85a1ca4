package dev.rackside;

import dev.rackside.tour.Tour;
import dev.rackside.tour.TourPlan;
import dev.rackside.tour.TourReport;
import dev.rackside.workspace.Places;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** A tour beside the window that it goes through; what it made to look at is thrown away at its end. */
final class Touring implements AutoCloseable {

    private final TourPlan plan;
    private final Consumer<String> progress;
    private final @Nullable Path home;
    private final Places places;
    private volatile @Nullable TourReport report;
    private volatile @Nullable Throwable failure;

    Touring(TourPlan plan, Consumer<String> progress) {
        this.plan = plan;
        this.progress = progress;
        var own = Places.ofThisWorkstation();
        try {
            home = plan.workspace() == null ? Files.createTempDirectory("rackside-tour") : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // The server program is the same; it needn't be unpacked again.
        places = home == null
                ? own
                : new Places(home.resolve("data"), home.resolve("config"), own.cache(), home.resolve("logs"));
    }

    Places places() {
        return places;
    }

    /** Goes through the window on a thread of its own, and closes the program afterwards. */
    void begin(Stage stage) {
        Thread.ofPlatform().name("tour").start(() -> {
            try {
                report = new Tour(plan, places, progress).run(stage);
            } catch (IOException | RuntimeException e) {
                failure = e;
            } finally {
                Platform.exit();
            }
        });
    }

    TourReport report() {
        if (failure != null) {
            throw new CompletionException(failure);
        }
        return Objects.requireNonNull(report);
    }

    @Override
    public void close() {
        if (home == null) {
            return;
        }
        try (var files = Files.walk(home)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
