package dev.rackside.fx;

import dev.rackside.row.Order;
import dev.rackside.row.PageRequest;
import dev.rackside.row.Row;
import dev.rackside.row.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** A person's hands and eyes at a screen in a test: shows it, reads it, waits for it. */
public final class Hands {

    private static final int FOLDED_SIDEBAR = 56;
    private static final long PATIENCE_SECONDS = 10;

    /** The screen of the test before: nobody sees it any more, and it would go on asking its database for news. */
    private static @Nullable Screen last;

    private final Stage stage;
    private final Screen screen;
    private final Theme theme = new Theme();

    /** Shows the screen beside the place of a folded sidebar. */
    public Hands(Stage stage, Screen screen) {
        this.stage = stage;
        this.screen = screen;
        replaceLast(screen);
        var sidebar = new Region();
        sidebar.setMinWidth(FOLDED_SIDEBAR);
        HBox.setHgrow(screen.root(), Priority.ALWAYS);
        stage.setScene(new Scene(new HBox(sidebar, screen.root()), 1000, 680));
        theme.choose(Theme.Wish.LIGHT);
        theme.dress(stage.getScene());
        stage.show();
        screen.shown();
    }

    private static void replaceLast(Screen next) {
        if (last != null) {
            last.close();
        }
        last = next;
    }

    /** Waits until the screen has rows. */
    public void rows() throws Exception {
        until(() -> !screen.root().lookupAll(".table-row-cell:filled").isEmpty());
    }

    /** Waits until the form is there and the keyboard is in a field of it. */
    public void form(FxRobot robot, String field) throws Exception {
        until(() -> robot.lookup((Node node) -> field.equals(node.getId()) && node instanceof TextInputControl)
                .tryQuery().filter(Node::isFocused).isPresent());
    }

    /** Fills a field of the form as pasting does. */
    public static void fill(FxRobot robot, String field, String words) {
        robot.interact(() -> ((TextInputControl) robot
                .lookup((Node node) -> field.equals(node.getId()) && node instanceof TextInputControl).query())
                .setText(words));
    }

    /** What a field of the form says. */
    public static String text(FxRobot robot, String field) {
        return ((TextInputControl) robot
                .lookup((Node node) -> field.equals(node.getId()) && node instanceof TextInputControl).query())
                .getText();
    }

    /** What the detail is headed with. */
    public static String title(FxRobot robot) {
        return robot.lookup((Node node) -> "title".equals(node.getId()) && node instanceof Label)
                .tryQueryAs(Label.class).map(Labeled::getText).orElse("");
    }

    /** What the form finds wrong. */
    public static List<String> errors(FxRobot robot) {
        return robot.lookup(".form-error").queryAllAs(Labeled.class).stream().filter(Node::isVisible)
                .map(Labeled::getText).toList();
    }

    /** What exporting a list and copying a row of it give away. */
    public static <R extends Row> String taken(PagedTable<R> table, Rows<R> rows, Order order, Path file)
            throws IOException {
        var columns = table.columns.all().stream().map(table.columns::data).toList();
        CsvExport.write(rows, order, columns, file, Silent.PROGRESS);
        var copied = Copying.rows(columns, rows.page(PageRequest.start(order, 100)).rows());
        return Files.readString(file) + copied;
    }

    public static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Takes a picture in each theme. */
    public void photos(FxRobot robot, String name) throws Exception {
        for (var wish : List.of(Theme.Wish.DARK, Theme.Wish.LIGHT)) {
            robot.interact(() -> {
                theme.choose(wish);
                theme.dress(stage.getScene());
            });
            WaitForAsyncUtils.waitForFxEvents();
            Photo.take(robot, stage.getScene(),
                    Path.of("target", name + "-" + wish.name().toLowerCase(Locale.ROOT) + ".png"));
        }
    }
}
