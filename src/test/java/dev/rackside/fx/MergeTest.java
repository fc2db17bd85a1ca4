package dev.rackside.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.DialogPane;
import javafx.scene.control.RadioButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class MergeTest {

    public record Draft(String title, @Nullable String note, int priority, String owner) {}

    private static final Draft BASE = new Draft("Spooler", "old", 5, "mara");
    private static final Draft MINE = new Draft("Spooler off", "mine", 5, "mara");
    private static final Draft THEIRS = new Draft("Spooler", null, 9, "mara");

    private final Merge<Draft> merge = new Merge<>(BASE, MINE, THEIRS);
    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        stage.setScene(new Scene(new javafx.scene.layout.Pane(), 900, 700));
        stage.show();
    }

    @Test
    void onlyWhatDiffersIsAskedAbout() {
        assertThat(merge.differences()).extracting(Merge.Difference::component).containsExactly("title", "note",
                "priority");
        assertThat(merge.differences()).extracting(Merge.Difference::both).containsExactly(false, true, false);
    }

    @Test
    void whatOneSideChangedIsTakenFromThatSide() {
        assertThat(merge.side(merge.differences().get(0))).isEqualTo(Merge.Side.MINE);
        assertThat(merge.side(merge.differences().get(1))).isNull();
        assertThat(merge.side(merge.differences().get(2))).isEqualTo(Merge.Side.THEIRS);
    }

    @Test
    void whatBothChangedMustBeChosen() {
        assertThat(merge.complete()).isFalse();
        assertThatThrownBy(merge::merged).isInstanceOf(IllegalStateException.class);

        merge.choose(merge.differences().get(1), Merge.Side.MINE);

        assertThat(merge.merged()).isEqualTo(new Draft("Spooler off", "mine", 9, "mara"));
    }

    @Test
    void everyChoiceCanBeTurnedRound() {
        merge.choose(merge.differences().get(0), Merge.Side.THEIRS);
        merge.choose(merge.differences().get(1), Merge.Side.MINE);
        merge.choose(merge.differences().get(1), Merge.Side.THEIRS);
        merge.choose(merge.differences().get(2), Merge.Side.MINE);

        assertThat(merge.merged()).isEqualTo(new Draft("Spooler", null, 5, "mara"));
    }

    @Test
    void sameEditOnBothSidesIsNoConflict() {
        var same = new Merge<>(BASE, MINE, MINE);

        assertThat(same.differences()).isEmpty();
        assertThat(same.merged()).isEqualTo(MINE);
    }

    @Test
    void dialogSavesOnlyWhenEverythingIsChosen(FxRobot robot) {
        var answer = WaitForAsyncUtils.asyncFx(() -> ConflictView.ask(stage, merge, name -> name,
                (_, value) -> value == null ? "" : value.toString()));
        WaitForAsyncUtils.waitForFxEvents();
        var pane = (DialogPane) Window.getWindows().stream().map(window -> window.getScene().getRoot())
                .filter(DialogPane.class::isInstance).findFirst().orElseThrow();
        var save = button(pane, "Save these");
        assertThat(save.isDisabled()).isTrue();

        var mine = pane.lookupAll(".radio-button").stream().map(RadioButton.class::cast)
                .filter(radio -> radio.getText().equals("mine")).findFirst().orElseThrow();
        assertThat(mine.getAccessibleText()).isEqualTo("note, Yours: mine");
        robot.interact(mine::fire);
        assertThat(save.isDisabled()).isFalse();
        robot.interact(() -> ((javafx.scene.control.Button) save).fire());

        assertThat(WaitForAsyncUtils.waitFor(answer)).contains(new Draft("Spooler off", "mine", 9, "mara"));
    }

    private static Node button(DialogPane pane, String text) {
        return pane.getButtonTypes().stream().filter(type -> type.getText().equals(text)).map(pane::lookupButton)
                .filter(Objects::nonNull).findFirst().orElseThrow();
    }
}
