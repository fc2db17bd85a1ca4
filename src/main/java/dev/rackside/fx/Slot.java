package dev.rackside.fx;

import dev.rackside.fault.Problem;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A place for one piece of background work: the latest call wins. The result of an earlier call is dropped, and its
 * thread interrupted when it goes on for long. Nothing that is thrown vanishes: a {@link Problem} is the slot's
 * {@link #problem()} and shown; anything else goes to {@link Failures}. To be used on the screen thread.
 */
public final class Slot {

    private static final Logger LOG = LoggerFactory.getLogger(Slot.class);

    private final Background background;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private Background.@Nullable Running running;
    private @Nullable Runnable again;
    private long latest;

    Slot(Background background) {
        this.background = background;
    }

    /** Does the work and shows its result; a problem is shown in the window's bar, with Retry where that may help. */
    public <T> void run(Callable<T> work, Consumer<T> onScreen) {
        run(work, onScreen, problem -> background.show(problem, this::retry));
    }

    /** Does the work and shows its result, or its problem, which the caller takes care of. */
    public <T> void run(Callable<T> work, Consumer<T> onScreen, Consumer<Problem> onProblem) {
        if (running != null) {
            running.abandon();
        }
        again = () -> run(work, onScreen, onProblem);
        var call = ++latest;
        problem.set(null);
        busy.set(true);
        var started = background.start(() -> {
            T result;
            try {
                result = work.call();
            } catch (Throwable thrown) {
                background.onScreen(() -> failed(call, thrown, onProblem));
                return;
            }
            background.onScreen(() -> done(call, result, onScreen));
        });
        running = busy.get() && call == latest ? started : running;
    }

    /**
     * Does work that changes something: a call while the slot is busy is ignored, so that a double click saves once.
     *
     * @return whether the work was taken
     */
    public <T> boolean once(Callable<T> work, Consumer<T> onScreen, Consumer<Problem> onProblem) {
        if (busy.get()) {
            return false;
        }
        run(work, onScreen, onProblem);
        return true;
    }

    /** Like {@link #once(Callable, Consumer, Consumer)}; a problem is shown in the window's bar. */
    public <T> boolean once(Callable<T> work, Consumer<T> onScreen) {
        return once(work, onScreen, problem -> background.show(problem, this::retry));
    }

    /** Does the last work again; nothing when there was none. */
    public void retry() {
        if (again != null) {
            again.run();
        }
    }

    /** Drops the work that runs; its result is not shown. */
    public void cancel() {
        latest++;
        if (running != null) {
            running.abandon();
        }
        running = null;
        busy.set(false);
    }

    public boolean isBusy() {
        return busy.get();
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** What went wrong with the last work; null while it runs and when it went well. */
    public ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return problem.getReadOnlyProperty();
    }

    private <T> void done(long call, T result, Consumer<T> onScreen) {
        if (call == latest) {
            ended();
            onScreen.accept(result);
        }
    }

    private void failed(long call, Throwable thrown, Consumer<Problem> onProblem) {
        if (call != latest) {
            LOG.debug("Dropped work failed", thrown);
            return;
        }
        ended();
        if (thrown instanceof Problem expected) {
            problem.set(expected);
            onProblem.accept(expected);
        } else {
            background.bug(thrown);
        }
    }

    private void ended() {
        running = null;
        busy.set(false);
    }
}
