package dev.rackside.fx;

import dev.rackside.fault.Problem;
import dev.rackside.fault.Trace;
import dev.rackside.text.Messages;
import java.io.File;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.ActionEvent;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where everything that went wrong ends. A {@link Problem} was expected: the window's {@link ProblemBar} says what
 * happened and what to do. Anything else is a bug: it is logged, and a dialog shows a code that leads to the log.
 * {@link #show} may be called from any thread; questions are asked on the screen thread.
 */
public final class Failures implements Dialogs {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final Map<Window, ProblemBar> bars = new WeakHashMap<>();
    private final AtomicBoolean telling = new AtomicBoolean();
    private volatile @Nullable CrashBook book;

    /** From now on takes what no thread caught. */
    public void install() {
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> take(thrown, thread));
    }

    /** From now on bugs are written down too. */
    public void keep(CrashBook where) {
        book = where;
    }

    /** Problems of a window are shown in its bar. */
    public void bar(Window window, ProblemBar bar) {
        bars.put(window, bar);
    }

    public void show(Throwable thrown) {
        take(thrown, Thread.currentThread());
    }

    private void take(Throwable thrown, Thread thread) {
        if (thrown instanceof Problem problem) {
            show(problem, null);
        } else {
            bug(thrown, thread.getName());
        }
    }

    /** One at a time: a bug that comes with every frame would bury the screen and the reports. The log has them all. */
    private void bug(Throwable thrown, String thread) {
        var code = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        LOG.error("Unexpected failure {}", code, thrown);
        if (telling.compareAndSet(false, true)) {
            var page = new SimpleObjectProperty<CrashBook.@Nullable Page>();
            var known = book;
            if (known != null) {
                Background.aside(() -> {
                    var written = known.write(code, thrown, thread);
                    Background.toScreen(() -> page.set(written));
                });
            }
            if (!Background.toScreen(() -> tell(code, thrown, page))) {
                telling.set(false);
            }
        }
    }

    /** Says what happened in the window's bar; Retry is offered where the problem's code says that it may help. */
    public void show(Problem problem, @Nullable Runnable retry) {
        LOG.info("{} {}", problem.code(), problem.arguments(), problem.getCause());
        Background.toScreen(() -> {
            var window = currentWindow();
            var bar = window == null ? null : bars.get(window);
            if (bar == null) {
                bar = bars.values().stream().findFirst().orElse(null);
            }
            if (bar == null) {
                tell(problem);
            } else {
                bar.show(problem, retry);
            }
        });
    }

    @Override
    public boolean confirm(String question, String explanation, String verb) {
        var yes = new ButtonType(verb, ButtonData.OK_DONE);
        var alert = alert(question, explanation, yes, cancel());
        return alert.showAndWait().filter(yes::equals).isPresent();
    }

    @Override
    public boolean confirmDelete(String what, List<String> consequences) {
        var delete = new ButtonType(Messages.get("fx.delete"), ButtonData.OK_DONE);
        var alert = alert(Messages.get("fx.delete.question", what), String.join("\n", consequences), delete, cancel());
        dangerous(alert, delete).setDefaultButton(false);
        return alert.showAndWait().filter(delete::equals).isPresent();
    }

    @Override
    public boolean confirmByTyping(String what, String name, List<String> consequences) {
        var delete = new ButtonType(Messages.get("fx.delete"), ButtonData.OK_DONE);
        var alert = alert(Messages.get("fx.delete.question", what), "", delete, cancel());
        var typed = new TextField();
        var asks = new Label(Messages.get("fx.delete.type-name", name));
        asks.setLabelFor(typed);
        asks.setWrapText(true);
        var lost = new Label(String.join("\n", consequences));
        lost.setWrapText(true);
        alert.getDialogPane().setContent(new VBox(8, lost, asks, typed));
        dangerous(alert, delete).disableProperty().bind(typed.textProperty().isNotEqualTo(name));
        alert.setOnShown(_ -> typed.requestFocus());
        return alert.showAndWait().filter(delete::equals).isPresent();
    }

    @Override
    public Unsaved askToSave() {
        var save = new ButtonType(Messages.get("fx.save"), ButtonData.YES);
        var discard = new ButtonType(Messages.get("fx.discard"), ButtonData.NO);
        var stay = new ButtonType(Messages.get("fx.stay"), ButtonData.CANCEL_CLOSE);
        var alert = alert(Messages.get("fx.unsaved.question"), Messages.get("fx.unsaved.text"), save, discard, stay);
        var answer = alert.showAndWait();
        if (answer.equals(Optional.of(save))) {
            return Unsaved.SAVE;
        }
        return answer.equals(Optional.of(discard)) ? Unsaved.DISCARD : Unsaved.STAY;
    }

    @Override
    public Optional<Path> saveAs(String title, String suggestion) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(suggestion);
        return Optional.ofNullable(chooser.showSaveDialog(currentWindow())).map(File::toPath);
    }

    private void tell(Problem problem) {
        alert(ProblemBar.what(problem), ProblemBar.remedy(problem), ButtonType.CLOSE).showAndWait();
    }

    /** @param page comes when it is written, which the dialog doesn't wait for */
    private void tell(String code, Throwable thrown, ObjectProperty<CrashBook.@Nullable Page> page) {
        try {
            var known = book;
            var copy = new ButtonType(Messages.get("fx.copy"), ButtonData.LEFT);
            var alert = alert(Messages.get("fx.bug.what"), Messages.get("fx.bug.remedy", code), copy, ButtonType.CLOSE);
            var pane = alert.getDialogPane();
            staying(pane, copy, button -> {
                var written = page.get();
                Copying.toClipboard(written == null ? code + "\n" + Trace.of(thrown) : written.text());
                button.setText(Messages.get("fx.copied"));
            });
            if (known != null) {
                var folder = new ButtonType(Messages.get("fx.bug.folder"), ButtonData.LEFT);
                pane.getButtonTypes().add(folder);
                staying(pane, folder, _ -> known.open()).disableProperty()
                        .bind(page.map(CrashBook.Page::kept).orElse(false).map(kept -> !kept));
            }
            alert.showAndWait();
        } finally {
            telling.set(false);
        }
    }

    /** A button that does something and leaves its dialog open. */
    private static Button staying(DialogPane pane, ButtonType type, Consumer<Button> act) {
        var button = (Button) pane.lookupButton(type);
        button.addEventFilter(ActionEvent.ACTION, event -> {
            act.accept(button);
            event.consume();
        });
        return button;
    }

    private static Button dangerous(Alert alert, ButtonType type) {
        var button = (Button) alert.getDialogPane().lookupButton(type);
        button.getStyleClass().add("danger");
        return button;
    }

    private static ButtonType cancel() {
        return new ButtonType(Messages.get("fx.cancel"), ButtonData.CANCEL_CLOSE);
    }

    private Alert alert(String header, String content, ButtonType... buttons) {
        var alert = new Alert(Alert.AlertType.NONE, content, buttons);
        alert.setTitle(Messages.get("app.name"));
        alert.setHeaderText(header);
        alert.getDialogPane().setMinWidth(TextScale.px(420));
        // A question of more than one line is as high as its lines; a dialog by itself reckons with one.
        alert.getDialogPane().lookupAll(".label").forEach(label -> ((Region) label).setMinHeight(Region.USE_PREF_SIZE));
        alert.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
        var owner = currentWindow();
        if (owner != null && owner.isShowing()) {
            alert.initOwner(owner);
        }
        return alert;
    }

    private static @Nullable Window currentWindow() {
        return Window.getWindows().stream().filter(Stage.class::isInstance).filter(Window::isFocused).findFirst()
                .or(() -> Window.getWindows().stream().filter(Stage.class::isInstance).findFirst()).orElse(null);
    }
}
