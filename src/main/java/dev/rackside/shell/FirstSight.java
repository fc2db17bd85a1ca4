package dev.rackside.shell;

import javafx.animation.AnimationTimer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.stage.Screen;
import javafx.stage.Stage;

/**
 * What the window shows before anything of it is made: its frame and its name, in the colours and the measures of the
 * desk that takes its place. Plain shapes, since a style sheet, a view and the file of words would each have to be read
 * before they could be painted.
 *
 * @param dark whether the screen is to be dark
 * @param factor how large text is, 1 for the usual size
 */
public record FirstSight(boolean dark, double factor) {

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 820;
    /** The second begins when what the first one showed was drawn. */
    private static final int PULSES = 2;

    /** A scene as large as the window is at first, which the screen may make smaller. */
    public static Scene scene(Parent root) {
        var screen = Screen.getPrimary().getVisualBounds();
        return new Scene(root, Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight()));
    }

    /** Opens the window with its frame alone, and goes on once that was drawn. */
    public void open(Stage stage, String name, Runnable then) {
        var frame = new BorderPane();
        var scene = scene(frame);
        frame.setBackground(Background.fill(ground()));
        frame.setTop(header(name));
        frame.setLeft(beside(scene.getWidth()));
        frame.setBottom(edged(new Region(), 2.333 * 12, ground(), new Insets(1, 0, 0, 0)));
        stage.setTitle(name);
        stage.setScene(scene);
        stage.show();
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                if (++pulses == PULSES) {
                    stop();
                    then.run();
                }
            }
        }.start();
    }

    private Region header(String name) {
        var words = new Text(name);
        words.setFont(Font.font(null, FontWeight.BOLD, 16 * factor));
        words.setFill(Color.web(dark ? "#c9d1d9" : "#24292f"));
        var header = new HBox(words);
        header.setAlignment(Pos.CENTER_LEFT);
        header.setPadding(new Insets(0, 16, 0, 16));
        return edged(header, 3.692 * 13, ground(), new Insets(0, 0, 1, 0));
    }

    private Region beside(double window) {
        var sidebar = edged(new Region(), 0, Color.web(dark ? "#161b22" : "#f6f8fa"), new Insets(0, 1, 0, 0));
        sidebar.setPrefWidth(Sidebar.width(window, factor));
        return sidebar;
    }

    /** A part of the frame with the line that parts it from the middle. */
    private Region edged(Region part, double height, Color fill, Insets line) {
        part.setMinHeight(height * factor);
        part.setBackground(new Background(new BackgroundFill(Color.web(dark ? "#21262d" : "#d0d7de"), null, null),
                new BackgroundFill(fill, null, line)));
        return part;
    }

    private Color ground() {
        return Color.web(dark ? "#0d1117" : "#ffffff");
    }
}
