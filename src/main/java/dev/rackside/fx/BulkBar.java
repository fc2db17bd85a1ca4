package dev.rackside.fx;

import dev.rackside.text.Messages;
import java.text.NumberFormat;
import java.util.Locale;
import javafx.beans.InvalidationListener;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Above a list: how many rows are marked and what can be done with them; how far it is; what came of it. */
final class BulkBar extends HBox {

    private final BulkViewModel<?> model;
    private final Label words = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final Button edit = button("fx.bulk.edit", "fx.bulk.edit.tip");
    private final Button all = button("fx.bulk.all", "fx.bulk.all.tip");
    private final Button clear = button("fx.bulk.clear", "fx.bulk.clear.tip");
    private final Button undo = button("fx.bulk.undo", "fx.bulk.undo.tip");
    private final Button which = button("fx.bulk.which", "fx.bulk.which.tip");
    private final Button cancel = button("fx.cancel", "fx.bulk.cancel.tip");
    private final Button close = button("fx.close", "fx.close");

    BulkBar(BulkViewModel<?> model) {
        this.model = model;
        getStyleClass().add("bulk-bar");
        setAccessibleRole(AccessibleRole.TEXT);
        words.setMinWidth(0);
        progress.setPrefWidth(96);
        var gap = new Region();
        setHgrow(gap, Priority.ALWAYS);
        edit.setId("bulkEdit");
        undo.setId("bulkUndo");
        getChildren().addAll(words, progress, edit, all, clear, which, undo, cancel, gap, close);
        all.setOnAction(_ -> model.chooseAll());
        clear.setOnAction(_ -> model.clear());
        undo.setOnAction(_ -> model.takeBack());
        cancel.setOnAction(_ -> model.cancel());
        close.setOnAction(_ -> model.dismiss());
        InvalidationListener listener = _ -> show();
        model.count().addListener(listener);
        model.all().addListener(listener);
        model.matching().addListener(listener);
        model.isOpen().addListener(listener);
        model.done().addListener(listener);
        model.undoable().addListener(listener);
        model.running().addListener(listener);
        show();
    }

    void onOpen(Runnable toEdit, Runnable toReport) {
        edit.setOnAction(_ -> toEdit.run());
        which.setOnAction(_ -> toReport.run());
    }

    private static Button button(String key, String tip) {
        var button = new Button(Messages.get(key));
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(Messages.get(tip)));
        return button;
    }

    private void show() {
        var job = model.running().get();
        var done = model.done().get();
        var chosen = model.count().get();
        var idle = job == null;
        progress.progressProperty().unbind();
        words.textProperty().unbind();
        if (job != null) {
            progress.progressProperty().bind(job.progress());
            words.textProperty().bind(job.message().map(text -> text.isBlank() ? job.title() : text));
        } else if (chosen > 0) {
            words.setText(Messages.get(model.all().get() ? "fx.bulk.all-chosen" : "fx.bulk.marked", chosen));
        } else {
            words.setText(done == null ? "" : BulkWords.outcome(done));
        }
        words.setTooltip(new Tooltip(words.getText()));
        all.setText(Messages.get("fx.bulk.all", number(model.matching().get())));
        Presence.present(progress, job != null);
        Presence.present(cancel, job != null);
        Presence.present(edit, idle && chosen > 0 && !model.isOpen().get());
        Presence.present(all, idle && chosen > 0 && !model.all().get() && model.matching().get() > chosen);
        Presence.present(clear, idle && chosen > 0);
        Presence.present(undo, idle && model.undoable().get());
        Presence.present(which,
                idle && chosen == 0 && done != null && !done.result().left().isEmpty() && !model.isOpen().get());
        Presence.present(close, idle && chosen == 0 && done != null);
        Presence.present(this, job != null || chosen > 0 || done != null);
        setAccessibleText(words.getText());
    }

    private static String number(long of) {
        return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(of);
    }
}
