package dev.rackside.settings.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.crash.CrashReports;
import dev.rackside.crash.Program;
import dev.rackside.db.TestFolders;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fx.Background;
import dev.rackside.fx.Failures;
import dev.rackside.fx.Photo;
import dev.rackside.fx.ProblemBar;
import dev.rackside.fx.Theme;
import dev.rackside.settings.About;
import dev.rackside.settings.Settings;
import dev.rackside.settings.SettingsFile;
import dev.rackside.update.UpdateStub;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The settings about newer versions, with a real publisher: off until somebody wants it. */
@ExtendWith(ApplicationExtension.class)
class UpdatesPartTest {

    private static final Path KEYS = TestFolders.fresh("updates-part-keys");

    private static UpdateStub stub;
    private final Path folder = TestFolders.fresh("updates-part");
    private final List<String> browsed = new ArrayList<>();
    @SuppressWarnings("NullAway.Init")
    private ProblemBar bar;
    @SuppressWarnings("NullAway.Init")
    private SettingsViewModel model;
    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @BeforeAll
    static void publish() throws Exception {
        stub = new UpdateStub(KEYS);
    }

    @AfterAll
    static void fallSilent() {
        stub.close();
        TestFolders.delete(KEYS);
    }

    @Start
    void start(Stage shown) throws Exception {
        stage = shown;
        stub.reset();
        bar = new ProblemBar();
        var failures = new Failures();
        failures.bar(stage, bar);
        var background = Background.threads(failures);
        model = new SettingsViewModel(background, new SettingsFile(folder.resolve("config")), Settings.DEFAULT);
        new CrashReports(folder.resolve("logs"), new Program("1.2.0", "7683ac5"), null).write("0badc0de",
                new IllegalStateException(), "main");
        var screen = new SettingsScreen(model, background, new SettingsActs(List::of,
                () -> new About("1.2.0", "", "", "", "", null, List.of()), _ -> browsed.add("folder"),
                new SettingsActs.Folders(folder.resolve("logs"), folder.resolve("data")),
                new SettingsActs.Updates(stub.service(folder.resolve("config"), "1.2.0"), browsed::add), () -> {
                }));
        VBox.setVgrow(screen.root(), Priority.ALWAYS);
        stage.setScene(new Scene(new VBox(bar, screen.root()), 900, 800));
        var theme = new Theme();
        theme.choose(Theme.Wish.LIGHT);
        theme.text(1);
        theme.dress(stage.getScene());
        stage.setWidth(900);
        stage.setHeight(800);
        stage.show();
        screen.shown();
    }

    @AfterEach
    void stop() {
        TestFolders.delete(folder);
    }

    @Test
    void itIsOffUntilWantedAndTellsWhatItFinds(FxRobot robot) throws Exception {
        CheckBox daily = robot.lookup("#daily").queryAs(CheckBox.class);
        assertThat(daily.isSelected()).isFalse();
        assertThat(daily.isDisabled()).isFalse();
        assertThat(stub.asked()).isZero();
        robot.interact(daily::fire);
        assertThat(model.settings().get().updates()).isEqualTo(new Settings.Updates(true, null));

        stub.release("1.3.0");
        robot.interact(() -> robot.lookup("#check").queryButton().fire());
        until(() -> said(robot).equals("Rackside 1.3.0 is available."));
        robot.interact(() -> scroll(robot).setVvalue(0.8));
        Photo.take(robot, stage.getScene(), Path.of("target", "look", "updates.png"));
        robot.interact(() -> robot.lookup("#notes").queryAs(javafx.scene.control.Hyperlink.class).fire());
        assertThat(browsed).containsExactly("https://rackside.example/notes/1.3.0");

        stub.reset();
        robot.interact(() -> robot.lookup("#check").queryButton().fire());
        until(bar::isVisible);
        assertThat(bar.getAccessibleText()).contains("localhost does not say", "there is no such file");
        assertThat(robot.lookup("#said").query().isVisible()).isFalse();
        assertThat(ErrorCode.UPDATE_NOT_READ.retryable()).isTrue();
    }

    @Test
    void anOddAddressIsRefusedAndThePlainOneIsKept(FxRobot robot) throws Exception {
        TextField address = robot.lookup("#address").queryAs(TextField.class);
        assertThat(address.getPromptText()).isEqualTo(stub.address());
        robot.interact(() -> type(address, "http://rackside.example/r.json"));
        assertThat(robot.lookup("#refused").query().isVisible()).isTrue();
        assertThat(model.settings().get().updates()).isEqualTo(Settings.Updates.NONE);
        robot.interact(() -> scroll(robot).setVvalue(0.8));
        Photo.take(robot, stage.getScene(), Path.of("target", "look", "updates-refused.png"));

        robot.interact(() -> type(address, " https://rackside.example/r.json "));
        assertThat(robot.lookup("#refused").query().isVisible()).isFalse();
        assertThat(model.settings().get().updates().address()).isEqualTo("https://rackside.example/r.json");
        robot.interact(() -> type(address, ""));
        assertThat(model.settings().get().updates().address()).isNull();
    }

    @Test
    void crashReportsAreOfferedWhereThereAreSome(FxRobot robot) throws Exception {
        until(() -> robot.lookup("#crashes").query().isVisible());
        robot.interact(() -> robot.lookup("#crashes").queryButton().fire());
        assertThat(browsed).containsExactly("folder");
    }

    private static void type(TextField field, String text) {
        field.setText(text);
        field.fireEvent(new javafx.event.ActionEvent());
    }

    private static ScrollPane scroll(FxRobot robot) {
        Node node = robot.lookup("#daily").query();
        while (!(node instanceof ScrollPane)) {
            node = node.getParent();
        }
        return (ScrollPane) node;
    }

    private static String said(FxRobot robot) {
        Labeled said = robot.lookup("#said").queryLabeled();
        return String.valueOf(said.getText());
    }

    private static void until(java.util.concurrent.Callable<Boolean> holds) throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, holds);
    }
}
