package dev.rackside.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.util.List;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@ExtendWith(ApplicationExtension.class)
class RightToLeftTest {

    private static final String LONG = "\u062B\u0645 \u0646\u0641\u0633 \u0633\u0642\u0637\u062A \u0648\u0628\u0627\u0644"
            + "\u062A\u062D\u062F\u064A\u062F\u060C \u062C\u0632\u064A\u0631\u062A\u064A \u0628\u0627\u0633\u062A\u062E\u062F"
            + "\u0627\u0645 \u0623\u0646 \u062F\u0646\u0648. ";

    @SuppressWarnings("NullAway.Init")
    private VBox root;

    @Start
    void start(Stage shared) {
        root = new VBox();
        // A stage whose width was set keeps it, and the shared one is every other test's too.
        var stage = new Stage();
        stage.setScene(new Scene(root, 200, 300));
        stage.show();
    }

    @Stop
    void stop() {
        root.getScene().getWindow().hide();
    }

    @Test
    void longTextFromRightToLeftIsLaidOutInLines(FxRobot robot) {
        var label = new Label(LONG.repeat(4));
        label.setWrapText(true);
        var area = new TextArea(LONG.repeat(4));
        area.setWrapText(true);
        robot.interact(() -> root.getChildren().setAll(List.of(label, area)));
        for (var width = 60; width < 500; width += 40) {
            var wide = (double) width;
            assertThatCode(() -> robot.interact(() -> {
                root.getScene().getWindow().setWidth(wide);
                root.applyCss();
                root.layout();
            })).as("at %s", wide).doesNotThrowAnyException();
        }
        assertThat(label.getHeight()).isGreaterThan(30);
    }

    /** Where this fails, JavaFX is made otherwise: look whether it needs {@link RightToLeft} still. */
    @Test
    void javaFxStillHasWhatIsMended() throws IOException {
        try (var bytes = Objects.requireNonNull(Label.class.getResourceAsStream(
                "/com/sun/javafx/text/PrismTextLayout.class"))) {
            assertThat(ClassFile.of().parse(bytes.readAllBytes()).methods()).anyMatch(
                    method -> method.methodName().equalsString("computeTrailingSpaceWidth")
                            && method.methodType().equalsString("(Lcom/sun/javafx/text/TextRun;)F"));
        }
    }
}
