package dev.rackside.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.row.Facet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class FacetBoxTest {

    private static final List<Facet> FEW = List.of(new Facet("a", "Antivirus", 3), new Facet("b", "Backup", 4));

    @SuppressWarnings("NullAway.Init")
    private FacetBox facets;

    @Start
    void start(Stage stage) {
        facets = new FacetBox();
        facets.setTitle("Category");
        facets.show(FEW);
        new Theme().choose(Theme.Wish.LIGHT);
        stage.setScene(new Scene(new VBox(facets), 400, 300));
        stage.show();
        facets.requestFocus();
    }

    @Test
    void severalValuesAreChosenByKeyboard(FxRobot robot) {
        robot.type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.SPACE);
        assertThat(facets.getText()).isEqualTo("Category: Antivirus");
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        assertThat(facets.chosen().get()).containsExactlyInAnyOrder("a", "b");
        assertThat(facets.getText()).isEqualTo("Category: 2");

        robot.type(KeyCode.UP).type(KeyCode.SPACE);
        assertThat(facets.chosen().get()).containsExactly("b");
        robot.type(KeyCode.ESCAPE);
        assertThat(popups()).isZero();
    }

    @Test
    void newCountsLeaveTheCursorAndTheChoiceWhereTheyWere(FxRobot robot) {
        robot.type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.SPACE);
        robot.interact(() -> facets.show(List.of(new Facet("c", "Cabling", 9), new Facet("b", "Backup", 1))));
        assertThat(facets.chosen().get()).containsExactly("b");
        robot.type(KeyCode.SPACE);
        assertThat(facets.chosen().get()).isEmpty();
    }

    @Test
    void whatNoRowHasAnyMoreStaysChosenUntilAnyIs(FxRobot robot) {
        robot.interact(() -> facets.choose(Set.of("a", "b")));
        robot.interact(() -> facets.show(List.of(new Facet("c", "Cabling", 1))));
        assertThat(facets.chosen().get()).containsExactlyInAnyOrder("a", "b");

        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        assertThat(facets.chosen().get()).isEmpty();
        assertThat(facets.getText()).isEqualTo("Category");
        assertThat(popups()).isZero();
    }

    @Test
    void oneOfManyIsFoundByTyping(FxRobot robot) {
        robot.interact(() -> facets.show(IntStream.range(0, 600)
                .mapToObj(number -> new Facet("m" + number, "HOST-" + number, 600 - number)).toList()));
        robot.type(KeyCode.DOWN);
        robot.write("host-59");
        assertThat(robot.lookup(".list-view").<ListView<Facet>>query().getItems()).hasSize(11);
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER).type(KeyCode.ESCAPE);
        assertThat(facets.chosen().get()).containsExactly("m590");
    }

    @Test
    void ofAFacetForOneTheLastChoiceCounts(FxRobot robot) {
        robot.interact(() -> facets.setSingle(true));
        robot.type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.ENTER);
        assertThat(popups()).isZero();
        robot.type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.ENTER);
        assertThat(facets.chosen().get()).containsExactly("b");
    }

    private static long popups() {
        return Window.getWindows().stream().filter(window -> !(window instanceof Stage)).count();
    }
}
