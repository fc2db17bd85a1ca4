package dev.rackside.workspace.ui;

import dev.rackside.fx.Tips;
import dev.rackside.workspace.Workspace;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Picks one of the teams that this workstation knows, by its name. */
public final class TeamBox extends ComboBox<Workspace.Team> {

    public TeamBox() {
        setConverter(new StringConverter<>() {
            @Override
            public String toString(Workspace.@Nullable Team settings) {
                return settings == null ? "" : settings.name();
            }

            @Override
            public Workspace.@Nullable Team fromString(String words) {
                return null;
            }
        });
        Tips.whenCut(this);
    }
}
