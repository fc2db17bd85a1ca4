package dev.rackside.fx;

import dev.rackside.fault.Problem;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** Long work that a person can watch and cancel: a backup, a proof, an import. Made by {@link Background#job}. */
public final class Job<T> {

    /** How far a job is. */
    public enum State {
        RUNNING, DONE, CANCELLED, FAILED
    }

    /** The work; runs off the screen thread. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Progress progress) throws Exception;
    }

    /** What the work tells while it runs; from any thread. */
    public interface Progress {

        /**
         * Says how far the work is.
         *
         * @param fraction from 0 to 1, or less than 0 where nobody knows
         */
        void at(double fraction, String message);

        /** Whether the person cancelled; the thread is interrupted too. */
        boolean cancelled();

        /** Throws a {@link CancellationException} when the person cancelled. */
        default void check() {
            if (cancelled()) {
                throw new CancellationException();
            }
        }
    }

    private record Step(double fraction, String message) {}

    private final Background background;
    private final String title;
    private final Consumer<T> onDone;
    private final boolean inSteps;
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.RUNNING);
    private final AtomicReference<@Nullable Step> pending = new AtomicReference<>();
    private Background.@Nullable Running running;
    private volatile boolean cancelled;

    Job(Background background, String title, boolean inSteps, Consumer<T> onDone) {
        this.background = background;
        this.title = title;
        this.inSteps = inSteps;
        this.onDone = onDone;
    }

    void start(Work<T> work) {
        running = background.start(() -> {
            T result;
            try {
                result = work.run(new Reporting());
            } catch (Throwable thrown) {
                background.onScreen(() -> failed(work, thrown));
                return;
            }
            background.onScreen(() -> {
                end(State.DONE);
                onDone.accept(result);
            });
        });
    }

    public String title() {
        return title;
    }

    /** From 0 to 1; less than 0 where nobody knows. */
    public ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** Asks the work to stop and interrupts it, unless it goes in steps; the job is cancelled when the work obeys. */
    public void cancel() {
        cancelled = true;
        if (running != null && !inSteps) {
            running.interrupt();
        }
    }

    private void failed(Work<T> work, Throwable thrown) {
        if (cancelled) {
            end(State.CANCELLED);
            return;
        }
        end(State.FAILED);
        if (thrown instanceof Problem problem) {
            background.show(problem, () -> background.again(title, inSteps, work, onDone));
        } else {
            background.bug(thrown);
        }
    }

    private void end(State last) {
        state.set(last);
        background.ended(this);
    }

    private void show() {
        var step = pending.getAndSet(null);
        if (step != null) {
            progress.set(step.fraction());
            message.set(step.message());
        }
    }

    private final class Reporting implements Progress {

        /** Many steps between two frames reach the screen as one, the last. */
        @Override
        public void at(double fraction, String text) {
            if (pending.getAndSet(new Step(fraction, text)) == null) {
                background.onScreen(Job.this::show);
            }
        }

        @Override
        public boolean cancelled() {
            return cancelled;
        }
    }
}
