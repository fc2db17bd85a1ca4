package dev.rackside.integration.ui;

import dev.rackside.fault.Problem;
import dev.rackside.fx.Dialogs;
import dev.rackside.fx.Facts;
import dev.rackside.fx.Presence;
import dev.rackside.fx.ProblemBar;
import dev.rackside.fx.Zones;
import dev.rackside.integration.ExchangeSystem;
import dev.rackside.integration.Retention;
import dev.rackside.integration.RetentionPlan;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import org.jspecify.annotations.Nullable;

/** How long exchanges are kept, what that would remove now, and the removing. */
@SuppressWarnings("NullAway.Init")
final class ExchangeRetentionController {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);

    private final RetentionViewModel model;
    private final Dialogs dialogs;
    private final Runnable close;
    private final Consumer<Retention.Removed> removed;

    @FXML
    private ProblemBar retentionProblem;
    @FXML
    private ProgressBar retentionProgress;
    @FXML
    private Button retentionBack;
    @FXML
    private Label rule;
    @FXML
    private Label due;
    @FXML
    private Facts dueBySystem;
    @FXML
    private Label notAllowed;
    @FXML
    private Button remove;

    /** @param removed told what was removed */
    ExchangeRetentionController(RetentionViewModel model, Dialogs dialogs, Runnable close,
            Consumer<Retention.Removed> removed) {
        this.model = model;
        this.dialogs = dialogs;
        this.close = close;
        this.removed = removed;
    }

    @FXML
    private void initialize() {
        retentionBack.setOnAction(_ -> close.run());
        remove.setOnAction(_ -> remove());
        rule.setText(Messages.get("exchange.retention.rule", Retention.SUCCEEDED_DAYS, Retention.FAILED_DAYS));
        retentionProgress.visibleProperty().bind(model.busy());
        remove.disableProperty().bind(Bindings.createBooleanBinding(
                () -> model.removing().get() || model.plan().get() == null || count() == 0 || !model.allowed(),
                model.removing(), model.plan()));
        model.plan().addListener((_, _, plan) -> show(plan));
        model.problem().addListener((_, _, problem) -> show(problem));
        show((Problem) null);
        show((RetentionPlan) null);
    }

    private long count() {
        var plan = model.plan().get();
        return plan == null ? 0 : plan.count();
    }

    private void show(@Nullable RetentionPlan plan) {
        dueBySystem.clear();
        due.setText(plan == null ? "" : Messages.get("exchange.retention.due", plan.count()));
        remove.setText(Messages.get("exchange.retention.remove", count()));
        Presence.present(notAllowed, !model.allowed());
        if (plan != null) {
            plan.parts().forEach(part -> {
                var words = new Label(words(part));
                words.setWrapText(true);
                dueBySystem.named(system(part), words);
            });
        }
    }

    private static String system(RetentionPlan.Part part) {
        return FacetWords.coded(Coded.of(ExchangeSystem.class, part.system()), FacetWords.SYSTEM);
    }

    private static String words(RetentionPlan.Part part) {
        return Messages.get("exchange.retention.part", part.count(), day(part.oldest()), day(part.newest()));
    }

    private static String day(Instant moment) {
        return DAY.format(moment.atZone(Zones.shown()));
    }

    private void show(@Nullable Problem problem) {
        if (problem == null) {
            retentionProblem.hide();
        } else {
            retentionProblem.show(problem, model::retry);
        }
    }

    private void remove() {
        var plan = model.plan().get();
        if (plan == null) {
            return;
        }
        var consequences = plan.parts().stream().map(part -> system(part) + ": " + words(part)).toList();
        if (dialogs.confirmDelete(Messages.get("exchange.retention.what", plan.count()), List.copyOf(consequences))) {
            model.remove(removed);
        }
    }

    /** Looks anew what would be removed. */
    void look() {
        model.look();
    }

    /** The keyboard goes to the way back: nothing is removed by a key that was meant for the list. */
    void focus() {
        retentionBack.requestFocus();
    }
}
