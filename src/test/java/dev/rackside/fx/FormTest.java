package dev.rackside.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.fault.Rules;
import dev.rackside.fault.Violation;
import dev.rackside.row.Choice;
import dev.rackside.row.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class FormTest {

    public record Draft(String title, @Nullable String note, @Nullable Integer priority, @Nullable LocalDate due,
            @Nullable Instant seen, @Nullable UUID client, boolean closed, String hidden) {

        List<Violation> violations() {
            return new Rules().required("title", title).atMost("title", title, 20).between("priority", priority, 1, 10)
                    .violations();
        }
    }

    private static final UUID COPPER = new UUID(1, 1);
    private static final UUID UNKNOWN = new UUID(9, 9);
    private static final Instant SEEN = Instant.parse("2026-11-20T08:30:15.123456Z");
    private static final Draft LOADED = new Draft("Spooler", "two\r\nlines", 5, LocalDate.of(2026, 12, 1), SEEN,
            UNKNOWN,
            false, "kept");

    private final List<Draft> saved = new ArrayList<>();
    @SuppressWarnings("NullAway.Init")
    private TextField title;
    @SuppressWarnings("NullAway.Init")
    private TextArea note;
    @SuppressWarnings("NullAway.Init")
    private TextField priority;
    @SuppressWarnings("NullAway.Init")
    private DatePicker due;
    @SuppressWarnings("NullAway.Init")
    private TextField seen;
    @SuppressWarnings("NullAway.Init")
    private ComboBox<Choice> client;
    @SuppressWarnings("NullAway.Init")
    private CheckBox closed;
    @SuppressWarnings("NullAway.Init")
    private Form<Draft> form;

    @Start
    void start(Stage stage) {
        title = new TextField();
        note = new TextArea();
        priority = new TextField();
        due = new DatePicker();
        seen = new TextField();
        client = new ComboBox<>();
        client.getItems().add(new Choice(COPPER, "Copper Ltd"));
        closed = new CheckBox();
        var root = new VBox(new FormField("Title", title), new FormField("Note", note),
                new FormField("Priority", priority), new FormField("Due", due), new FormField("Seen", seen),
                new FormField("Client", client), new FormField("Closed", closed));
        form = new Form<>(Draft.class, Draft::violations).text("title", title).text("note", note)
                .number("priority", priority).date("due", due).moment("seen", seen).choice("client", client, Choice::id)
                .flag("closed", closed).saveKey(root, () -> form.save(saved::add));
        form.load(new Versioned<>(COPPER, 3, LOADED));
        stage.setScene(new Scene(root, 500, 700));
        stage.show();
    }

    @Test
    void loadedFormIsCleanAndKeepsEveryValueToTheLetter() {
        assertThat(form.dirty().get()).isFalse();
        assertThat(form.valid().get()).isTrue();
        assertThat(form.draft()).isEqualTo(LOADED);
    }

    @Test
    void editedValuesReachTheDraftAndOthersStay(FxRobot robot) {
        robot.interact(() -> {
            title.setText("Spooler off");
            priority.setText(" 7 ");
            due.getEditor().setText("2027-01-31");
            seen.setText("2026-11-22 14:30 +01:00");
            client.getSelectionModel().select(0);
            closed.setSelected(true);
        });

        assertThat(form.draft()).isEqualTo(new Draft("Spooler off", "two\r\nlines", 7, LocalDate.of(2027, 1, 31),
                Instant.parse("2026-11-22T13:30:00Z"), COPPER, true, "kept"));
        assertThat(form.saveable().get()).isTrue();
    }

    @Test
    void blankBecomesNullWhereTheComponentMayBeNull(FxRobot robot) {
        robot.interact(() -> {
            note.setText("  ");
            priority.clear();
            title.setText(" ");
        });

        assertThat(form.draft().note()).isNull();
        assertThat(form.draft().priority()).isNull();
        assertThat(form.draft().title()).isEqualTo(" ");
    }

    @Test
    void undoneEditIsCleanAgain(FxRobot robot) {
        robot.interact(() -> title.setText("Other"));
        assertThat(form.dirty().get()).isTrue();
        robot.interact(() -> title.setText("Spooler"));
        assertThat(form.dirty().get()).isFalse();
    }

    @Test
    void brokenRuleIsShownBesideItsFieldAndToScreenReaders(FxRobot robot) {
        robot.interact(() -> title.clear());

        assertThat(form.valid().get()).isFalse();
        assertThat(marked(title)).isTrue();
        assertThat(marked(priority)).isFalse();
        assertThat(reason(title)).isEqualTo("This is needed.");
        assertThat(title.getAccessibleHelp()).isEqualTo("This is needed.");

        robot.interact(() -> title.setText("There"));
        assertThat(marked(title)).isFalse();
        assertThat(title.getAccessibleHelp()).isNull();
    }

    @Test
    void whatIsNoNumberOrDayIsToldAndNotLost(FxRobot robot) {
        robot.interact(() -> {
            priority.setText("eleven");
            due.getEditor().setText("tomorrow");
            seen.setText("noon");
        });

        assertThat(form.valid().get()).isFalse();
        assertThat(form.dirty().get()).isTrue();
        assertThat(reason(priority)).isEqualTo("Write a whole number.");
        assertThat(marked(due)).isTrue();
        assertThat(marked(seen)).isTrue();
        assertThat(priority.getText()).isEqualTo("eleven");
        assertThat(due.getEditor().getText()).isEqualTo("tomorrow");
    }

    @Test
    void leavingADayThatCannotBeReadKeepsWhatWasTyped(FxRobot robot) {
        robot.clickOn(due.getEditor());
        robot.interact(() -> due.getEditor().setText("tomorrow"));
        robot.clickOn(title);

        assertThat(due.getEditor().getText()).isEqualTo("tomorrow");
        assertThat(form.valid().get()).isFalse();
    }

    @Test
    void newFormShowsNoErrorsBeforeSomethingIsTouched(FxRobot robot) {
        robot.interact(() -> form.loadNew(new Draft("", null, null, null, null, null, false, "")));
        assertThat(form.valid().get()).isFalse();
        assertThat(marked(title)).isFalse();

        robot.interact(() -> form.save(saved::add));

        assertThat(marked(title)).isTrue();
        assertThat(title.isFocused()).isTrue();
        assertThat(saved).isEmpty();
    }

    @Test
    void saveKeySavesOnlyWhatChanged(FxRobot robot) {
        robot.clickOn(title);
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        assertThat(saved).isEmpty();

        robot.interact(() -> title.setText("Changed"));
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        assertThat(saved).hasSize(1);
    }

    @Test
    void refusalOfTheServiceIsShownUntilItIsMended(FxRobot robot) {
        robot.interact(() -> form.show(List.of(Violation.of("title", "rule.required"))));
        assertThat(marked(title)).isTrue();
        assertThat(form.valid().get()).isFalse();

        robot.interact(() -> title.setText("Mended"));
        assertThat(marked(title)).isFalse();
        assertThat(form.valid().get()).isTrue();
    }

    @Test
    void settledConflictIsDirtyOnTopOfTheNewerRow(FxRobot robot) {
        var theirs = new Draft("Theirs", LOADED.note(), 5, LOADED.due(), SEEN, UNKNOWN, false, "newer");
        var merged = new Draft("Mine", LOADED.note(), 5, LOADED.due(), SEEN, UNKNOWN, false, "newer");
        robot.interact(() -> form.rebase(new Versioned<>(COPPER, 4, theirs), merged));

        assertThat(form.dirty().get()).isTrue();
        assertThat(form.draft()).isEqualTo(merged);
        assertThat(title.getText()).isEqualTo("Mine");
    }

    private static boolean marked(Node control) {
        return control.getPseudoClassStates().contains(PseudoClass.getPseudoClass("danger"));
    }

    private static @Nullable String reason(Node control) {
        return control.getParent().lookup(".form-error") instanceof Label label && label.isVisible()
                ? label.getText()
                : null;
    }
}
