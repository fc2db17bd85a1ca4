package dev.rackside.shell;

import dev.rackside.fx.Job;
import dev.rackside.fx.TextScale;
import dev.rackside.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

/** A job that runs, as the status bar shows it: what it does, how far it is, and the way to end it. */
final class RunningJob extends HBox {

    RunningJob(Job<?> job) {
        var words = new Label();
        words.textProperty().bind(Bindings.createStringBinding(
                () -> job.message().get().isBlank() ? job.title() : job.title() + ": " + job.message().get(),
                job.message()));
        var bar = new ProgressBar();
        bar.progressProperty().bind(job.progress());
        bar.setPrefWidth(TextScale.px(96));
        var cancel = new Button(Messages.get("fx.cancel"));
        cancel.getStyleClass().addAll("small", "flat");
        cancel.setOnAction(_ -> job.cancel());
        getChildren().addAll(words, bar, cancel);
        getStyleClass().add("running-job");
    }
}
