package dev.rackside.credential.ui;

import dev.rackside.credential.CredentialSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextInputControl;

/** Fields for single settings, beside the JSON that they stand in: a change of the one shows in the other. */
final class SettingsFields {

    private final TextInputControl json;
    private final List<Runnable> readers = new ArrayList<>();
    private boolean filling;

    SettingsFields(TextInputControl json) {
        this.json = json;
        json.textProperty().addListener((_, _, _) -> read());
    }

    SettingsFields text(String name, TextInputControl field) {
        readers.add(() -> {
            var value = CredentialSettings.get(json.getText(), name);
            // Blanks at the end are still being typed.
            if (!value.equals(String.valueOf(field.getText()).strip())) {
                field.setText(value);
            }
        });
        field.textProperty().addListener((_, _, value) -> write(
                () -> CredentialSettings.with(json.getText(), name, value == null ? "" : value)));
        return this;
    }

    SettingsFields flag(String name, CheckBox box) {
        readers.add(() -> box.setSelected(CredentialSettings.flag(json.getText(), name)));
        box.selectedProperty().addListener(
                (_, _, value) -> write(() -> CredentialSettings.with(json.getText(), name, value)));
        return this;
    }

    private void read() {
        if (!filling) {
            filling = true;
            readers.forEach(Runnable::run);
            filling = false;
        }
    }

    private void write(Supplier<String> changed) {
        if (!filling) {
            filling = true;
            var text = changed.get();
            if (!text.equals(json.getText())) {
                json.setText(text);
            }
            filling = false;
        }
    }
}
