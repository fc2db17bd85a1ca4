package dev.rackside;

import dev.rackside.fx.Background;
import dev.rackside.fx.Comforts;
import dev.rackside.fx.Failures;
import dev.rackside.fx.ListScreen;
import dev.rackside.row.Choice;
import dev.rackside.shell.DeskController;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * What every screen of an open workspace stands on.
 *
 * @param scope the client that the whole window is narrowed to; null for all
 */
record Place(Background background, Comforts comforts, Failures failures, ObservableValue<@Nullable Choice> scope,
        DeskController desk) {

    /** The list is as the person left it; under this name it is remembered. */
    <S extends ListScreen<?>> S kept(String name, S screen) {
        screen.remember(comforts, name);
        return screen;
    }
}
