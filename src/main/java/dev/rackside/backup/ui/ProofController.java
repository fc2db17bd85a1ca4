package dev.rackside.backup.ui;

import dev.rackside.backup.BackupPeriod;
import dev.rackside.fx.Dialogs;
import dev.rackside.fx.DayRange;
import dev.rackside.fx.Presence;
import dev.rackside.fx.ProblemBar;
import dev.rackside.fx.Zones;
import dev.rackside.text.Messages;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A proof of restore for some days: a page to hand over, and the data that are signed. */
@SuppressWarnings("NullAway.Init")
final class ProofController {

    private final ProofViewModel model;
    private final Dialogs dialogs;
    private final Runnable leave;

    @FXML
    private Button back;
    @FXML
    private Button writeProof;
    @FXML
    private ProblemBar bar;
    @FXML
    private DayRange days;
    @FXML
    private Label wrote;
    @FXML
    private VBox files;

    ProofController(ProofViewModel model, Dialogs dialogs, Runnable leave) {
        this.model = model;
        this.dialogs = dialogs;
        this.leave = leave;
    }

    @FXML
    private void initialize() {
        back.setOnAction(_ -> leave.run());
        writeProof.setOnAction(_ -> write());
        writeProof.disableProperty().bind(Bindings.createBooleanBinding(() -> model.busy().get()
                || days.chosen().get().from() == null || days.chosen().get().until() == null,
                model.busy(), days.chosen()));
        model.problem().addListener((_, _, problem) -> {
            if (problem == null) {
                bar.hide();
            } else {
                bar.show(problem, null);
            }
        });
        model.done().addListener((_, _, done) -> show(done));
        show(null);
    }

    /** Begins with the month before this one. */
    void begin() {
        model.forget();
        var month = LocalDate.now(Clock.system(Zones.shown())).withDayOfMonth(1);
        days.choose(new DayRange.Span(month.minusMonths(1), month.minusDays(1)));
        writeProof.requestFocus();
    }

    private void write() {
        var span = days.chosen().get();
        var from = Objects.requireNonNull(span.from());
        var until = Objects.requireNonNull(span.until());
        dialogs.saveAs(Messages.get("backup.proof.save"),
                Messages.get("backup.proof.file", from.toString(), until.toString()))
                .ifPresent(file -> model.write(BackupPeriod.of(from, until, Zones.shown()), file));
    }

    private void show(ProofViewModel.@Nullable Done done) {
        Presence.present(wrote, done != null);
        Presence.present(files, done != null);
        if (done != null) {
            var figures = done.signed().proof().figures();
            wrote.setText(Messages.get("backup.proof.wrote", figures.proved(), figures.taken(),
                    done.signed().proof().signer().words()));
            files.getChildren().setAll(new CopyLine(done.written().pdf().toString()),
                    new CopyLine(done.written().json().toString()));
        }
    }
}
