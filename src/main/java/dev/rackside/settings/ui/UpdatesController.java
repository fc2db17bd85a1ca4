package dev.rackside.settings.ui;

import dev.rackside.fx.Background;
import dev.rackside.fx.Slot;
import dev.rackside.settings.Settings;
import dev.rackside.text.Messages;
import dev.rackside.update.Finding;
import dev.rackside.update.UpdateService;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/** The part of the settings about newer versions: whether it is asked for one, where, and what is known now. */
@SuppressWarnings("NullAway.Init")
final class UpdatesController {

    private final SettingsViewModel model;
    private final SettingsActs.Updates acts;
    private final UpdateService updates;
    private final Slot asking;
    private boolean showing;

    @FXML
    private Label impossible;
    @FXML
    private CheckBox daily;
    @FXML
    private TextField address;
    @FXML
    private Label refused;
    @FXML
    private Button check;
    @FXML
    private Label said;
    @FXML
    private Hyperlink notes;

    UpdatesController(SettingsViewModel model, Background background, SettingsActs.Updates acts) {
        this.model = model;
        this.acts = acts;
        updates = acts.service();
        asking = background.slot();
    }

    @FXML
    private void initialize() {
        List.of(impossible, refused, said, notes).forEach(node -> seen(node, false));
        address.setPromptText(updates.address().orElse(Messages.get("settings.updates.prompt")));
        address.setDisable(!updates.knowsKey());
        address.setOnAction(_ -> typed());
        address.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                typed();
            }
        });
        daily.selectedProperty().addListener((_, _, wish) -> change(
                new Settings.Updates(wish, model.settings().get().updates().address())));
        check.setOnAction(_ -> ask());
        // The window's bar says what went wrong.
        asking.problem().addListener((_, _, problem) -> {
            if (problem != null) {
                say(null);
            }
        });
        model.settings().addListener((_, _, settings) -> show(settings.updates()));
        show(model.settings().get().updates());
    }

    private void show(Settings.Updates chosen) {
        showing = true;
        var possible = updates.possible(chosen.address());
        impossible.setText(Messages.get(
                updates.knowsKey() ? "settings.updates.no-address" : "settings.updates.no-key"));
        seen(impossible, !possible);
        daily.setDisable(!possible);
        daily.setSelected(chosen.daily());
        check.disableProperty().unbind();
        check.setDisable(!possible);
        if (possible) {
            check.disableProperty().bind(asking.busy());
        }
        if (!address.isFocused()) {
            address.setText(chosen.address());
        }
        showing = false;
    }

    private void typed() {
        var text = address.getText() == null ? "" : address.getText().strip();
        var fits = text.isEmpty() || UpdateService.fits(text);
        seen(refused, !fits);
        if (fits) {
            change(new Settings.Updates(daily.isSelected(), text.isEmpty() ? null : text));
        }
    }

    private void change(Settings.Updates wish) {
        if (!showing) {
            model.change(settings -> settings.withUpdates(wish));
        }
    }

    private void ask() {
        seen(notes, false);
        say(Messages.get("settings.updates.asking"));
        var own = model.settings().get().updates().address();
        asking.once(() -> updates.check(own), this::found);
    }

    private void found(Finding finding) {
        say(finding.newer()
                ? Messages.get("update.available", finding.manifest().version())
                : Messages.get("update.none", finding.running()));
        seen(notes, finding.newer());
        notes.setOnAction(_ -> acts.open().accept(finding.manifest().notes().toString()));
    }

    private void say(@Nullable String words) {
        said.setText(words);
        seen(said, words != null);
    }

    private static void seen(Node node, boolean seen) {
        node.setVisible(seen);
        node.setManaged(seen);
    }
}
