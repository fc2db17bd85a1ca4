package dev.rackside.integration.ui;

import dev.rackside.fx.Age;
import dev.rackside.fx.Background;
import dev.rackside.fx.ChoicePicker;
import dev.rackside.fx.Facts;
import dev.rackside.fx.Presence;
import dev.rackside.fx.ProblemBar;
import dev.rackside.integration.MappingRow;
import dev.rackside.integration.Suggestion;
import dev.rackside.row.Choice;
import dev.rackside.text.Messages;
import java.util.Objects;
import java.util.function.BiConsumer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** One mapping beside the list: what is picked is written at once, and can be taken back. */
@SuppressWarnings("NullAway.Init")
final class MappingDetailController {

    private final MappingModel model;
    private final MappingDoors doors;
    private final Background background;
    private final Steps steps;
    private final Age age = Age.here();
    private final ChoicePicker client = new ChoicePicker();
    private final ChoicePicker machine = new ChoicePicker();
    private @Nullable MappingRow shown;
    private boolean showing;

    @FXML
    private ProblemBar bar;
    @FXML
    private Button back;
    @FXML
    private Label title;
    @FXML
    private Label hereLabel;
    @FXML
    private StackPane here;
    @FXML
    private HBox suggestion;
    @FXML
    private Label suggested;
    @FXML
    private Button use;
    @FXML
    private Facts facts;

    /** What the buttons do. */
    record Steps(Runnable back, BiConsumer<MappingRow, @Nullable Choice> assign) {}

    MappingDetailController(MappingModel model, MappingDoors doors, Background background, Steps steps) {
        this.model = model;
        this.doors = doors;
        this.background = background;
        this.steps = steps;
    }

    @FXML
    private void initialize() {
        back.setOnAction(_ -> steps.back().run());
        use.setOnAction(_ -> useSuggestion());
        picker(client, doors.clients(), "mapping.client.none");
        picker(machine, doors.machines(), "mapping.machine.none");
        model.suggestions().addListener((_, _, _) -> suggest());
        model.problem().addListener((_, _, problem) -> {
            if (problem == null) {
                bar.hide();
            } else {
                bar.show(problem, null);
            }
        });
    }

    private void picker(ChoicePicker picker, ChoicePicker.Lookup lookup, String none) {
        picker.lookup(background, lookup);
        picker.setNone(Messages.get(none));
        picker.valueProperty().addListener((_, _, choice) -> {
            if (!showing && shown != null && !Objects.equals(choice, shown.here())) {
                steps.assign().accept(shown, choice);
            }
        });
    }

    void show(MappingRow row) {
        shown = row;
        showing = true;
        var picker = row.isComputer() ? machine : client;
        picker.setValue(row.here());
        here.getChildren().setAll(picker);
        hereLabel.setText(Messages.get(row.isComputer() ? "mapping.is.machine" : "mapping.is.client"));
        hereLabel.setLabelFor(picker);
        showing = false;
        title.setText(MappingWords.name(row));
        facts.clear().add("mapping.system", MappingWords.system(row)).add("mapping.kind", MappingWords.kind(row))
                .mono("mapping.id", row.externalId()).add("mapping.by", row.mappedBy())
                .add("mapping.first-seen", age.full(row.createdAt()))
                .add("mapping.changed", age.full(row.updatedAt()));
        suggest();
    }

    private @Nullable Suggestion found() {
        return shown == null || shown.here() != null ? null : model.suggestions().get().get(shown.id());
    }

    private void suggest() {
        var found = found();
        suggested.setText(Messages.get("mapping.probably", MappingWords.suggestion(found)));
        Presence.present(suggestion, found != null);
    }

    /** Takes what the row probably is for what it is. */
    void useSuggestion() {
        var found = found();
        if (found != null && shown != null) {
            steps.assign().accept(shown, found.here());
        }
    }

    /** The way back to the list is offered where the detail hides it. */
    void folded(boolean folded) {
        Presence.present(back, folded);
    }
}
