package dev.rackside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.crash.CrashReports;
import dev.rackside.db.TestFolders;
import dev.rackside.fx.Background;
import dev.rackside.fx.DirectBackground;
import dev.rackside.fx.Failures;
import dev.rackside.fx.Photo;
import dev.rackside.fx.Theme;
import dev.rackside.fx.Views;
import dev.rackside.settings.Settings;
import dev.rackside.shell.DeskController;
import dev.rackside.update.UpdateStub;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What the program tells of itself in its own window. */
@ExtendWith(ApplicationExtension.class)
class ProgramNewsTest {

    private static final String CANARY = "kanarie-Vogel_7391";
    private static final Path KEYS = TestFolders.fresh("program-news-keys");

    private static UpdateStub stub;
    private final Path folder = TestFolders.fresh("program-news");
    private final DirectBackground background = Background.direct();
    private final Failures failures = new Failures();
    private final List<String> went = new ArrayList<>();
    @SuppressWarnings("NullAway.Init")
    private ProgramNews news;
    @SuppressWarnings("NullAway.Init")
    private Stage stage;
    private Settings.Updates wish = Settings.Updates.NONE;

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
        var desk = new DeskController(background, failures);
        stage.setScene(new Scene(new Views().load(desk), 1100, 600));
        var theme = new Theme();
        theme.choose(Theme.Wish.LIGHT);
        theme.dress(stage.getScene());
        stage.show();
        news = new ProgramNews(background, desk, folder.resolve("logs"),
                new ProgramNews.Ways(path -> went.add(path.getFileName().toString()), went::add),
                stub.service(folder.resolve("config"), "1.2.0"), () -> wish);
    }

    @AfterEach
    void stop() {
        TestFolders.delete(folder);
    }

    @Test
    void aNewerOneIsToldWhereSomebodyWantsThat(FxRobot robot) throws Exception {
        robot.interact(news::opened);
        robot.interact(background::tick);
        assertThat(stub.asked()).as("off by default").isZero();
        wish = new Settings.Updates(true, null);
        robot.interact(background::tick);
        assertThat(stub.asked()).isEqualTo(1);
        assertThat(bars(robot)).as("what isn't known is no news").isEmpty();

        stub.reset();
        stub.release("1.3.0");
        stub.aDayPasses();
        robot.interact(background::tick);
        assertThat(bars(robot)).containsExactly("Rackside 1.3.0 is available.");
        Photo.take(robot, stage.getScene(), Path.of("target", "look", "news.png"));
        robot.interact(background::tick);
        assertThat(stub.asked()).as("once a day").isEqualTo(2);
        robot.clickOn("What's new");
        assertThat(went).containsExactly("https://rackside.example/notes/1.3.0");
        assertThat(bars(robot)).isEmpty();
    }

    @Test
    void whatJavaLeftIsToldOnce(FxRobot robot) throws Exception {
        var crashes = Files.createDirectories(CrashReports.folder(folder.resolve("logs")));
        Files.writeString(crashes.resolve("hs_err_pid4711.log"), "# SIGSEGV");
        robot.interact(() -> news.begin(failures));
        assertThat(bars(robot)).singleElement().asString().startsWith("Rackside ended unexpectedly last time.");
        Photo.take(robot, stage.getScene(), Path.of("target", "look", "ended.png"));
        robot.clickOn("Open folder");
        assertThat(went).containsExactly("crashes");

        robot.interact(() -> news.begin(failures));
        assertThat(bars(robot)).isEmpty();
    }

    @Test
    void aFaultOfTheProgramIsKeptWithTheLogAndWithoutAValue(FxRobot robot) throws Exception {
        robot.interact(() -> news.begin(failures));
        LoggerFactory.getLogger("dev.rackside.insight.InsightService").error("Asked for {} by {}", 42, CANARY);
        failures.show(new IllegalStateException(CANARY));
        WaitForAsyncUtils.waitForFxEvents();
        var pane = Window.getWindows().stream().map(window -> window.getScene().getRoot())
                .filter(DialogPane.class::isInstance).map(DialogPane.class::cast).findFirst().orElseThrow();
        var folderButton = button(pane, "Open folder");
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> !folderButton.isDisabled());
        robot.interact(folderButton::fire);
        robot.interact(button(pane, "Copy")::fire);
        var copied = new String[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        robot.interact(button(pane, "Close")::fire);

        assertThat(went).containsExactly("crashes");
        assertThat(copied[0]).contains("Asked for 42 by …", "Unexpected failure ", "Thread: ",
                "java.lang.IllegalStateException\n").doesNotContain(CANARY);
        robot.interact(news::close);
        try (var files = Files.list(CrashReports.folder(folder.resolve("logs")))) {
            assertThat(files).singleElement().satisfies(file -> assertThat(file).hasContent(copied[0]));
        }
    }

    private static Button button(DialogPane pane, String text) {
        return (Button) pane.lookupButton(pane.getButtonTypes().stream()
                .filter(type -> type.getText().equals(text)).findFirst().orElseThrow());
    }

    private static List<String> bars(FxRobot robot) {
        return robot.lookup(".news-bar > .label").queryAllAs(Label.class).stream().map(Label::getText).toList();
    }
}
