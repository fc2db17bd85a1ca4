package dev.rackside.settings.ui;

import dev.rackside.fx.Background;
import dev.rackside.fx.Slot;
import dev.rackside.settings.Settings;
import dev.rackside.settings.SettingsFile;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The settings that hold. A change holds at once; the window's bar says where it can't be kept. */
public final class SettingsViewModel {

    private final SettingsFile file;
    private final Slot keeping;
    private final ReadOnlyObjectWrapper<Settings> settings;
    /** What is kept is always the latest, in whatever order the writes come. */
    private volatile Settings latest;

    /** @param known as they were read at the start */
    public SettingsViewModel(Background background, SettingsFile file, Settings known) {
        this.file = file;
        keeping = background.slot();
        settings = new ReadOnlyObjectWrapper<>(known);
        latest = known;
    }

    public ReadOnlyObjectProperty<Settings> settings() {
        return settings.getReadOnlyProperty();
    }

    public void change(UnaryOperator<Settings> change) {
        var next = change.apply(settings.get());
        if (!next.equals(settings.get())) {
            latest = next;
            settings.set(next);
            keep();
        }
    }

    private void keep() {
        keeping.run(() -> {
            file.write(latest);
            return true;
        }, _ -> {
        });
    }
}
