package dev.rackside.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.nio.file.Path;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Words can be read in both themes, wherever they stand: 4.5 to 1 or more, computed from the real stylesheets. */
@ExtendWith(ApplicationExtension.class)
class ContrastTest {

    private static final PseudoClass HOVER = PseudoClass.getPseudoClass("hover");

    private final Theme theme = new Theme();
    @SuppressWarnings("NullAway.Init")
    private Gallery gallery;
    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        gallery = new Gallery();
        stage.setScene(new Scene(gallery.page(), 1000, 990));
        stage.show();
    }

    @AfterEach
    void light(FxRobot robot) {
        robot.interact(() -> theme.choose(Theme.Wish.LIGHT));
    }

    private void wear(FxRobot robot, Theme.Wish wish) {
        robot.interact(() -> {
            theme.choose(wish);
            theme.dress(stage.getScene());
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
        });
    }

    private static List<String> tooFaint(FxRobot robot, Node root) {
        var faint = new ArrayList<String>();
        robot.interact(() -> {
            root.applyCss();
            faint.addAll(Legibility.tooFaint(root));
        });
        return faint;
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void wordsCanBeRead(Theme.Wish wish, FxRobot robot) throws Exception {
        wear(robot, wish);
        Photo.take(robot, stage.getScene(),
                Path.of("target", "look", "gallery-" + wish.name().toLowerCase(Locale.ROOT) + ".png"));

        assertThat(Legibility.texts(stage.getScene().getRoot())).isGreaterThan(120);
        assertThat(tooFaint(robot, stage.getScene().getRoot())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void wordsOnRowsCanBeRead(Theme.Wish wish, FxRobot robot) {
        wear(robot, wish);
        robot.interact(() -> gallery.table.view().requestFocus());
        assertThat(tooFaint(robot, gallery.table)).as("selected, with the keyboard").isEmpty();
        robot.interact(() -> stage.getScene().getRoot().requestFocus());
        assertThat(tooFaint(robot, gallery.table)).as("selected, without the keyboard").isEmpty();
        robot.interact(() -> gallery.table.view().getItems().stream().limit(3)
                .forEach(row -> gallery.table.marked().add(row.id())));
        assertThat(tooFaint(robot, gallery.table)).as("marked").isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void wordsUnderTheMouseCanBeRead(Theme.Wish wish, FxRobot robot) {
        wear(robot, wish);
        var root = stage.getScene().getRoot();
        var under = root.lookupAll(".button, .toggle-button, .menu-button, .hyperlink, .table-row-cell, .list-cell,"
                + " .combo-box, .tab, .check-box, .radio-button, .text-field");
        robot.interact(() -> under.forEach(node -> node.pseudoClassStateChanged(HOVER, true)));
        assertThat(tooFaint(robot, root)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void wordsOfMenusAndListsThatOpenCanBeRead(Theme.Wish wish, FxRobot robot) {
        wear(robot, wish);
        robot.interact(() -> gallery.facets.open());
        assertThat(opened(robot)).as("facets").isEmpty();
        robot.type(KeyCode.DOWN);
        assertThat(opened(robot)).as("facets, by keyboard").isEmpty();
        robot.type(KeyCode.ESCAPE);
        robot.interact(() -> gallery.combo.show());
        assertThat(opened(robot)).as("combo box").isEmpty();
        robot.interact(() -> gallery.combo.hide());
        var tip = new Tooltip("2026-11-22 14:30:00 +01:00 Europe/Berlin");
        robot.interact(() -> tip.show(stage));
        assertThat(opened(robot)).as("tooltip").isEmpty();
        robot.interact(() -> tip.hide());
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void wordsOfQuestionsCanBeRead(Theme.Wish wish, FxRobot robot) {
        var pane = new DialogPane[1];
        robot.interact(() -> {
            pane[0] = new DialogPane();
            pane[0].setHeaderText("Delete this insight?");
            pane[0].setContentText("Two examples go with it.");
            pane[0].getButtonTypes().addAll(ButtonType.OK, ButtonType.CANCEL);
            pane[0].lookupButton(ButtonType.OK).getStyleClass().add("danger");
            stage.setScene(new Scene(pane[0], 400, 200));
        });
        wear(robot, wish);
        assertThat(tooFaint(robot, pane[0])).isEmpty();
    }

    private List<Window> popups() {
        return Window.getWindows().stream().filter(window -> !window.equals(stage)).toList();
    }

    private List<String> opened(FxRobot robot) {
        assertThat(popups()).isNotEmpty();
        var faint = new ArrayList<String>();
        popups().forEach(popup -> faint.addAll(tooFaint(robot, popup.getScene().getRoot())));
        return faint;
    }

    /** The eye of these tests sees what is too faint, by how much, and through what lies between. */
    @Test
    void faintWordsAreFound(FxRobot robot) {
        assertThat(Legibility.contrast(Color.BLACK, Color.WHITE)).isEqualTo(21,
                org.assertj.core.data.Offset.offset(1e-9));
        var label = new Label("word");
        var ground = new StackPane(label);
        robot.interact(() -> stage.setScene(new Scene(ground, 200, 100)));
        wear(robot, Theme.Wish.LIGHT);

        assertThat(painted(robot, ground, "white", "#767676")).isEmpty();
        assertThat(painted(robot, ground, "white", "#787878")).singleElement().asString()
                .contains("\"word\"", "label", "#787878 on #ffffff is 4.42 to 1");
        assertThat(painted(robot, ground, "black", "#757575")).isEmpty();
        assertThat(painted(robot, ground, "black, rgba(255,255,255,0.5)", "#767676")).hasSize(1);
        assertThat(painted(robot, ground, "white", "rgba(0,0,0,0.5)")).hasSize(1);
        assertThat(painted(robot, ground, "linear-gradient(white, black)", "black")).singleElement().asString()
                .contains("no plain colour");
        robot.interact(() -> label.setOpacity(0.5));
        assertThat(painted(robot, ground, "white", "black")).as("half seen").hasSize(1);
        robot.interact(() -> ground.getChildren().clear());
        assertThat(tooFaint(robot, ground)).containsExactly("There is nothing to read here");
    }

    /** A stylesheet that is a little too pale is told by the names of what it makes pale. */
    @Test
    void aPaleStylesheetIsFound(FxRobot robot) {
        wear(robot, Theme.Wish.LIGHT);
        robot.interact(() -> gallery.table.getScene().getRoot().setStyle("-color-fg-muted: #8c959f;"));

        assertThat(tooFaint(robot, stage.getScene().getRoot())).isNotEmpty()
                .anyMatch(pair -> pair.startsWith("\"muted\" (text < label muted"))
                .anyMatch(pair -> pair.contains("age-cell")).anyMatch(pair -> pair.contains("status-bar"))
                .noneMatch(pair -> pair.startsWith("\"normal\""));
    }

    private static List<String> painted(FxRobot robot, StackPane ground, String below, String ink) {
        robot.interact(() -> {
            ground.setStyle("-fx-background-color: " + below);
            ground.getChildren().getFirst().setStyle("-fx-text-fill: " + ink);
        });
        return tooFaint(robot, ground);
    }
}
