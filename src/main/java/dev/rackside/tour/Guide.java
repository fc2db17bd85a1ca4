package dev.rackside.tour;

import dev.rackside.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.DialogPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;

/** Uses the window as a person does, from a thread of its own: looks, presses, waits until nothing moves any more. */
final class Guide {

    /** What was looked for didn't come. */
    static final class NotReached extends RuntimeException {
        NotReached(String what) {
            super(what);
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final long STEP_MS = 25;
    private static final int STILL_STEPS = 2;

    private final Stage stage;

    Guide(Stage stage) {
        this.stage = stage;
    }

    Stage stage() {
        return stage;
    }

    /** Does something on the screen thread and waits until all is quiet; it may open a dialog that waits for an answer. */
    void act(Runnable act) {
        Platform.runLater(act);
        settle();
    }

    /** Looks something up on the screen thread. */
    <T> T ask(Callable<T> question) {
        var answer = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                answer.complete(question.call());
            } catch (Exception | LinkageError | AssertionError thrown) {
                answer.completeExceptionally(thrown);
            }
        });
        try {
            return answer.get(PATIENCE.toSeconds() * 2, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof NotReached missed ? missed : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("The screen thread doesn't answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits until nothing loads and nothing changes any more; for a while at most. */
    void settle() {
        var deadline = Instant.now().plus(PATIENCE);
        var still = 0;
        var before = 0;
        while (still < STILL_STEPS && Instant.now().isBefore(deadline)) {
            pause(STEP_MS);
            var now = ask(() -> Scenery.busy() ? 0 : Scenery.look());
            still = now != 0 && now == before ? still + 1 : 0;
            before = now;
        }
    }

    /** @throws NotReached where it doesn't become true in time */
    void await(String what, BooleanSupplier onScreen) {
        await(what, PATIENCE, onScreen);
    }

    void await(String what, Duration patience, BooleanSupplier onScreen) {
        var deadline = Instant.now().plus(patience);
        while (!ask(onScreen::getAsBoolean)) {
            if (Instant.now().isAfter(deadline)) {
                throw new NotReached(what);
            }
            pause(STEP_MS);
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Presses a key where the keyboard is. */
    void press(KeyCode code, KeyCode... held) {
        var with = List.of(held);
        var control = with.contains(KeyCode.CONTROL);
        act(() -> Scenery.top().ifPresent(window -> {
            var owner = window.getScene().getFocusOwner();
            var target = owner == null ? window.getScene().getRoot() : owner;
            for (var type : Arrays.asList(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
                Event.fireEvent(target, new KeyEvent(type, KeyEvent.CHAR_UNDEFINED, code.getName(), code,
                        with.contains(KeyCode.SHIFT), control, false, false));
            }
        }));
    }

    /** The visible nodes of the window that has the keyboard. */
    <N extends Node> List<N> all(Class<N> type, Predicate<N> fits) {
        return ask(() -> Scenery.top().map(window -> Scenery.all(window.getScene().getRoot(), type, fits))
                .orElse(List.of()));
    }

    <N extends Node> Optional<N> find(Class<N> type, Predicate<N> fits) {
        return all(type, fits).stream().findFirst();
    }

    /** The visible node of this id, which may take a moment to come. */
    <N extends Node> N need(Class<N> type, String id) {
        await("#" + id, () -> find0(type, id).isPresent());
        return ask(() -> find0(type, id).orElseThrow());
    }

    private static <N extends Node> Optional<N> find0(Class<N> type, String id) {
        return Scenery.top()
                .flatMap(window -> Scenery.first(window.getScene().getRoot(), type, node -> id.equals(node.getId())));
    }

    void fire(ButtonBase button) {
        act(button::fire);
    }

    void type(String id, String words) {
        var field = need(TextInputControl.class, id);
        act(() -> {
            field.requestFocus();
            field.setText(words);
        });
    }

    void push(String id) {
        fire(need(ButtonBase.class, id));
    }

    /** Runs a command of the palette. */
    void command(String title) {
        press(KeyCode.K, KeyCode.CONTROL);
        act(() -> palette().ifPresent(typed -> typed.setText(title)));
        // The popup gets the keys that the window gets while it is open.
        press(KeyCode.ENTER);
    }

    /** The field of the palette, while it is open. To be asked on the screen thread. */
    static Optional<TextField> palette() {
        return Scenery.windows().stream().filter(PopupWindow.class::isInstance)
                .flatMap(window -> Scenery.first(window.getScene().getRoot(), TextField.class,
                        field -> field.getPromptText().equals(Messages.get("shell.palette.prompt"))).stream())
                .findFirst();
    }

    /** Whether a dialog is open. */
    boolean asked() {
        return ask(() -> Scenery.top().filter(window -> !window.equals(stage)).isPresent());
    }

    /** Waits for a dialog. */
    void awaitQuestion(String what) {
        await(what, () -> Scenery.top().filter(window -> !window.equals(stage)).isPresent());
        settle();
    }

    /** Answers the dialog that is open with the first of these that it has. */
    void answer(ButtonData... wanted) {
        act(() -> Scenery.top().filter(window -> !window.equals(stage)).ifPresent(window -> {
            if (!(window.getScene().getRoot() instanceof DialogPane pane)) {
                window.hide();
                return;
            }
            var type = Arrays.stream(wanted)
                    .flatMap(data -> pane.getButtonTypes().stream().filter(each -> each.getButtonData() == data))
                    .findFirst();
            type.map(pane::lookupButton).filter(ButtonBase.class::isInstance).map(ButtonBase.class::cast)
                    .ifPresentOrElse(ButtonBase::fire, window::hide);
        }));
    }
}
