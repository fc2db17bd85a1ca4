package dev.rackside.settings.ui;

import dev.rackside.fx.Background;
import dev.rackside.fx.ChoicePicker;
import dev.rackside.fx.Tips;
import dev.rackside.fx.ZoneChoices;
import dev.rackside.fx.Zones;
import dev.rackside.settings.Settings;
import dev.rackside.settings.Settings.Density;
import dev.rackside.settings.Settings.LogLevel;
import dev.rackside.settings.Settings.Theme;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The settings; each holds at once, so there is nothing to save. */
@SuppressWarnings("NullAway.Init")
final class SettingsController {

    private static final List<Integer> TEXT_SIZES = List.of(100, 110, 125, 150, 175, 200);

    private static final List<Integer> IDLE_MINUTES = List.of(1, 2, 5, 10, 15, 20, 30, 45, 60);

    private final SettingsViewModel model;
    private final Background background;
    private final SettingsActs acts;
    private boolean showing;

    @FXML
    private ComboBox<Theme> theme;
    @FXML
    private ComboBox<Density> density;
    @FXML
    private ComboBox<Integer> textSize;
    @FXML
    private ChoicePicker zone;
    @FXML
    private ComboBox<SettingsActs.@Nullable Place> start;
    @FXML
    private ComboBox<Integer> vaultIdle;
    @FXML
    private ComboBox<LogLevel> log;
    @FXML
    private Button logs;
    @FXML
    private Button crashes;
    @FXML
    private Button data;
    @FXML
    private Label logPath;
    @FXML
    private Label dataPath;

    SettingsController(SettingsViewModel model, Background background, SettingsActs acts) {
        this.model = model;
        this.background = background;
        this.acts = acts;
    }

    @FXML
    private void initialize() {
        theme.getItems().setAll(Theme.values());
        density.getItems().setAll(Density.values());
        log.getItems().setAll(LogLevel.values());
        worded(theme, wish -> Messages.get("settings.theme." + Coded.code(wish)));
        worded(density, wish -> Messages.get("settings.density." + Coded.code(wish)));
        worded(log, wish -> Messages.get("settings.log." + Coded.code(wish)));
        worded(textSize, percent -> Messages.get("settings.text.percent", percent));
        worded(vaultIdle, minutes -> Messages.get("settings.vault.minutes", minutes));
        worded(start, SettingsActs.Place::title);
        zone.setNone(Messages.get("settings.zone.workstation", Zones.workstation().getId()));
        zone.lookup(background, ZoneChoices::find);
        logPath.setText(acts.folders().logs().toString());
        dataPath.setText(acts.folders().data().toString());
        new FolderButtons(acts).logs(logs).data(data).crashes(crashes, background.slot());
        show(model.settings().get());
        model.settings().addListener((_, _, settings) -> show(settings));
        changes(theme, Settings::withTheme);
        changes(density, Settings::withDensity);
        changes(textSize, Settings::withTextPercent);
        changes(vaultIdle, Settings::withVaultMinutes);
        changes(log, Settings::withLogLevel);
        start.valueProperty().addListener((_, _, place) -> change(
                settings -> settings.withStartPage(place == null || place.key().isEmpty() ? null : place.key())));
        zone.valueProperty().addListener((_, _, choice) -> change(
                settings -> settings.withZone(choice == null ? null : ZoneId.of(ZoneChoices.id(choice)))));
    }

    private static <T> void worded(ComboBox<T> box, Function<T, String> words) {
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String typed) {
                throw new UnsupportedOperationException("Nobody types here");
            }
        });
        Tips.whenCut(box);
    }

    private <T> void changes(ComboBox<T> box, BiFunction<Settings, T, Settings> with) {
        box.valueProperty().addListener((_, _, wish) -> {
            if (wish != null) {
                change(settings -> with.apply(settings, wish));
            }
        });
    }

    private void change(java.util.function.UnaryOperator<Settings> change) {
        if (!showing) {
            model.change(change);
        }
    }

    private void show(Settings settings) {
        showing = true;
        theme.setValue(settings.theme());
        density.setValue(settings.density());
        showNumber(textSize, TEXT_SIZES, settings.textPercent());
        showNumber(vaultIdle, IDLE_MINUTES, settings.vaultMinutes());
        zone.setValue(settings.zone() == null ? null : ZoneChoices.of(settings.zone().getId()));
        log.setValue(settings.logLevel());
        showStart(settings.startPage());
        showing = false;
    }

    /** One that isn't among those that are offered stands in the file, and is offered too. */
    private static void showNumber(ComboBox<Integer> box, List<Integer> usual, int chosen) {
        var offered = Stream.concat(usual.stream(), Stream.of(chosen)).distinct().sorted().toList();
        if (!box.getItems().equals(offered)) {
            box.getItems().setAll(offered);
        }
        box.setValue(chosen);
    }

    /** A start page that isn't there now, since no workspace is open, is shown by its key and stays chosen. */
    private void showStart(@Nullable String chosen) {
        var first = new SettingsActs.Place("", Messages.get("settings.start.first"));
        var offered = new ArrayList<SettingsActs.Place>(List.of(first));
        offered.addAll(acts.places().get());
        if (chosen != null && offered.stream().noneMatch(place -> place.key().equals(chosen))) {
            var title = "nav." + chosen;
            offered.add(new SettingsActs.Place(chosen, Messages.has(title) ? Messages.get(title) : chosen));
        }
        if (!start.getItems().equals(offered)) {
            start.getItems().setAll(offered);
        }
        start.setValue(offered.stream().filter(place -> place.key().equals(chosen)).findFirst().orElse(first));
    }

    /** The keyboard goes to the first setting; the places may be others than last time. */
    void shown() {
        showing = true;
        showStart(model.settings().get().startPage());
        showing = false;
        theme.requestFocus();
    }
}
