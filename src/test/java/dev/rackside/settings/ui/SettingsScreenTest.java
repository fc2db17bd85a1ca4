package dev.rackside.settings.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.fx.Background;
import dev.rackside.fx.Cut;
import dev.rackside.fx.Photo;
import dev.rackside.fx.Theme;
import dev.rackside.settings.About;
import dev.rackside.settings.Library;
import dev.rackside.settings.Settings;
import dev.rackside.settings.Settings.Density;
import dev.rackside.settings.Settings.LogLevel;
import dev.rackside.settings.SettingsFile;
import dev.rackside.update.UpdateStub;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The settings by keyboard: each holds at once and is kept; no label is cut however large the text. */
@ExtendWith(ApplicationExtension.class)
class SettingsScreenTest {

    private static final About ABOUT = new About("1.2.3", "abc1234, 2026-11-27", "25.0.3, Eclipse Adoptium", "26.0.2",
            "Linux 6.1, amd64", "11.4.5-MariaDB", IntStream.range(0, 60)
                    .mapToObj(number -> new Library("org.example:library-" + number, "1." + number, "Apache-2.0"))
                    .toList());

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    private final Theme theme = new Theme();
    private final List<Path> opened = new ArrayList<>();
    private final List<String> went = new ArrayList<>();
    @SuppressWarnings("NullAway.Init")
    private SettingsViewModel model;
    @SuppressWarnings("NullAway.Init")
    private SettingsFile file;
    @SuppressWarnings("NullAway.Init")
    private SettingsScreen screen;
    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    /** The window and the size of the text are the same for all tests of a run. */
    @AfterEach
    void reset(FxRobot robot) {
        robot.interact(() -> {
            theme.text(1);
            stage.setWidth(1240);
            stage.setHeight(720);
        });
    }

    @Start
    void start(Stage shown) {
        stage = shown;
        var background = Background.direct();
        file = new SettingsFile(folder.resolve("config"));
        model = new SettingsViewModel(background, file, Settings.DEFAULT);
        screen = new SettingsScreen(model, background, new SettingsActs(
                () -> List.of(new SettingsActs.Place("insights", "Insights"),
                        new SettingsActs.Place("tickets", "Tickets")),
                () -> ABOUT, opened::add, new SettingsActs.Folders(folder.resolve("logs"), folder.resolve("data")),
                new SettingsActs.Updates(UpdateStub.nobody(folder.resolve("config")), went::add),
                () -> went.add("back")));
        stage.setScene(new Scene(screen.root(), 900, 700));
        theme.choose(Theme.Wish.LIGHT);
        theme.text(1);
        theme.dress(stage.getScene());
        stage.setWidth(900);
        stage.setHeight(700);
        stage.show();
        screen.shown();
    }

    @Test
    void eachSettingHoldsAtOnceAndIsKept(FxRobot robot) {
        robot.type(KeyCode.DOWN, 2).type(KeyCode.TAB).type(KeyCode.DOWN).type(KeyCode.TAB).type(KeyCode.DOWN)
                .type(KeyCode.TAB);
        assertThat(model.settings().get()).isEqualTo(Settings.DEFAULT.withTheme(Settings.Theme.DARK)
                .withDensity(Density.COMPACT).withTextPercent(110));

        robot.type(KeyCode.DOWN).write("york").type(KeyCode.ENTER);
        assertThat(model.settings().get().zone()).isEqualTo(ZoneId.of("America/New_York"));
        robot.type(KeyCode.TAB).type(KeyCode.DOWN, 2).type(KeyCode.TAB).type(KeyCode.DOWN).type(KeyCode.TAB)
                .type(KeyCode.DOWN);

        assertThat(model.settings().get().startPage()).isEqualTo("tickets");
        assertThat(model.settings().get().vaultMinutes()).isEqualTo(15);
        assertThat(model.settings().get().logLevel()).isEqualTo(LogLevel.DEBUG);
        assertThat(file.read()).isEqualTo(model.settings().get());
        robot.type(KeyCode.TAB).type(KeyCode.SPACE).type(KeyCode.TAB).type(KeyCode.SPACE);
        assertThat(opened).containsExactly(folder.resolve("logs"), folder.resolve("data"));
        robot.type(KeyCode.ESCAPE);
        assertThat(went).containsExactly("back");
    }

    @Test
    void theWorkstationsZoneComesBackWithDelete(FxRobot robot) {
        robot.interact(() -> model.change(settings -> settings.withZone(ZoneId.of("Asia/Tokyo"))));
        robot.type(KeyCode.TAB, 3).type(KeyCode.DELETE);

        assertThat(model.settings().get().zone()).isNull();
    }

    @Test
    void aBuildThatKnowsNobodySaysSoAndAsksNobody(FxRobot robot) {
        assertThat(robot.lookup("#impossible").queryLabeled().getText()).contains("built without a key");
        assertThat(robot.lookup("#daily").query().isDisabled()).isTrue();
        assertThat(robot.lookup("#address").query().isDisabled()).isTrue();
        assertThat(robot.lookup("#check").query().isDisabled()).isTrue();
    }

    @Test
    void aboutNamesAllAndCopiesIt(FxRobot robot) {
        robot.interact(screen::showAbout);
        robot.interact(() -> stage.getScene().getRoot().applyCss());
        TableView<?> libraries = robot.lookup("#libraries").query();
        assertThat(libraries.getItems()).hasSize(60);
        robot.interact(() -> robot.lookup("#copy").queryButton().fire());

        var copied = new String[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertThat(copied[0]).contains("Version: 1.2.3", "Build: abc1234", "JavaFX: 26.0.2", "11.4.5-MariaDB",
                "org.example:library-59 1.59 (Apache-2.0)");
    }

    @ParameterizedTest
    @CsvSource({"100, 900, 700", "150, 1000, 700", "200, 1000, 700", "200, 720, 480"})
    void noLabelIsCut(int percent, int width, int height, FxRobot robot) throws Exception {
        robot.interact(() -> {
            theme.text(percent / 100.0);
            stage.setWidth(width);
            stage.setHeight(height);
            ((TabPane) screen.root()).getSelectionModel().selectFirst();
        });
        assertNothingCut(robot, "settings-" + percent + "-" + width);
        robot.interact(screen::showAbout);
        assertNothingCut(robot, "about-" + percent + "-" + width);
    }

    private void assertNothingCut(FxRobot robot, String name) throws Exception {
        Photo.take(robot, stage.getScene(), Path.of("target", "look", name + ".png"));
        var cut = new ArrayList<String>();
        robot.interact(() -> cut.addAll(Cut.below(screen.root())));
        assertThat(cut).as(name).isEmpty();
    }
}
