package dev.rackside.settings.ui;

import dev.rackside.crash.CrashReports;
import dev.rackside.fx.Slot;
import javafx.scene.control.Button;

/** The buttons that show the program's folders. */
final class FolderButtons {

    private final SettingsActs acts;

    FolderButtons(SettingsActs acts) {
        this.acts = acts;
    }

    FolderButtons logs(Button button) {
        button.setOnAction(_ -> acts.openFolder().accept(acts.folders().logs()));
        return this;
    }

    FolderButtons data(Button button) {
        button.setOnAction(_ -> acts.openFolder().accept(acts.folders().data()));
        return this;
    }

    /** That of the crash reports is there once there is one. */
    FolderButtons crashes(Button button, Slot looking) {
        button.setOnAction(_ -> acts.openFolder().accept(CrashReports.folder(acts.folders().logs())));
        button.managedProperty().bind(button.visibleProperty());
        button.setVisible(false);
        button.sceneProperty().addListener((_, _, scene) -> {
            if (scene != null) {
                looking.run(() -> CrashReports.any(acts.folders().logs()), button::setVisible);
            }
        });
        return this;
    }
}
