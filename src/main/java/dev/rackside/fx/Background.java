package dev.rackside.fx;

import dev.rackside.fault.Problem;
import java.time.Duration;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The one way to do something off the screen thread and show the result on it. Its methods are called on the screen
 * thread and never block it; what they are given to show runs on the screen thread again.
 */
public abstract sealed class Background permits ThreadedBackground, DirectBackground, ClosingBackground {

    private static final Duration FIRST_LOOK = Duration.ofSeconds(2);

    private final ObservableList<Job<?>> jobs;
    /** Kept here: it hears of the jobs only weakly, and whoever listens to it must not lose them. */
    private final ObservableList<Job<?>> shown;

    Background() {
        jobs = FXCollections.observableArrayList();
        shown = FXCollections.unmodifiableObservableList(jobs);
    }

    /** One whose jobs are shown with those of another. */
    Background(Background other) {
        jobs = other.jobs;
        shown = other.shown;
    }

    /** Virtual threads do the work. What nobody else takes care of goes to {@code failures}. */
    public static Background threads(Failures failures) {
        return new ThreadedBackground(failures);
    }

    /** Everything happens at once in the calling thread: for tests, which then need no toolkit and no waiting. */
    public static DirectBackground direct() {
        return new DirectBackground();
    }

    /** The same for what lives shorter than the program: its problems are shown until it is closed. */
    public final ClosingBackground closing() {
        return new ClosingBackground(this);
    }

    /** A place for one piece of work at a time; each view model owns the ones it needs. */
    public final Slot slot() {
        return new Slot(this);
    }

    /**
     * Starts long work that the status bar shows.
     *
     * @param title what a person reads while it runs
     * @param onDone gets the result on the screen thread; not called after a cancel or a failure, which goes to
     *     {@link Failures}
     */
    public final <T> Job<T> job(String title, Job.Work<T> work, Consumer<T> onDone) {
        return again(title, false, work, onDone);
    }

    /**
     * Starts long work that looks itself whether it was cancelled, between two steps that each are done or not. It is
     * never interrupted in the midst of one, and its result counts also after a cancel: it says how far the work came.
     */
    public final <T> Job<T> jobInSteps(String title, Job.Work<T> work, Consumer<T> onDone) {
        return again(title, true, work, onDone);
    }

    final <T> Job<T> again(String title, boolean inSteps, Job.Work<T> work, Consumer<T> onDone) {
        var job = new Job<>(this, title, inSteps, onDone);
        jobs.add(job);
        job.start(work);
        return job;
    }

    /** The long work that runs now, oldest first. */
    public final ObservableList<Job<?>> jobs() {
        return shown;
    }

    /** Runs something on the screen thread once, after a while. */
    public abstract Alarm after(Duration delay, Runnable onScreen);

    /** Runs something on the screen thread again and again, first after one period. */
    public abstract Alarm every(Duration period, Runnable onScreen);

    /**
     * Looks after something for as long as a workspace is open, on the screen thread. The first look waits until what
     * the person opened the workspace for is most likely there: marks beside it are not to hold it up.
     */
    public final Alarm watch(Duration period, Runnable look) {
        var first = after(FIRST_LOOK, look);
        var further = every(period, look);
        return () -> {
            first.cancel();
            further.cancel();
        };
    }

    /** Starts work; called on the screen thread. */
    abstract Running start(Runnable work);

    /** Brings something to the screen thread, in the order of the calls; called from any thread. */
    public abstract void onScreen(Runnable act);

    /** Takes what should never have been thrown. */
    abstract void bug(Throwable thrown);

    /** Shows a problem that no screen shows itself. */
    abstract void show(Problem problem, Runnable retry);

    final void ended(Job<?> job) {
        jobs.remove(job);
    }

    /** The way to the screen thread for {@link Failures}, which may be called before and after there is one. */
    static boolean toScreen(Runnable act) {
        try {
            if (Platform.isFxApplicationThread()) {
                act.run();
            } else {
                Platform.runLater(act);
            }
            return true;
        } catch (IllegalStateException _) {
            return false;
        }
    }

    /** Does something that nobody waits for, for {@link Failures}; what it throws is logged. */
    static void aside(Runnable work) {
        try {
            Thread.ofVirtual().name("aside").start(work);
        } catch (OutOfMemoryError _) {
            // It was to tell of just that: whoever asked goes on without.
        }
    }

    /** Work that was started. */
    interface Running {

        /** Nobody waits for it any more: it may finish if that takes a moment only, and is interrupted otherwise. */
        void abandon();

        /** Interrupts it at once. */
        void interrupt();
    }
}
