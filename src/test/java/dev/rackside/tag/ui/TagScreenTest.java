package dev.rackside.tag.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.db.TestDatabase;
import dev.rackside.fx.Background;
import dev.rackside.fx.Failures;
import dev.rackside.fx.Hands;
import dev.rackside.fx.YesDialogs;
import dev.rackside.row.Choice;
import dev.rackside.row.FacetFilter;
import dev.rackside.row.PageRequest;
import dev.rackside.sample.Progress;
import dev.rackside.sample.SampleData;
import dev.rackside.tag.TagCatalogue;
import dev.rackside.tag.TagFacet;
import dev.rackside.tag.TagRow;
import dev.rackside.tag.TagService;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.Hyperlink;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The real screen on a real database, worked by keyboard. */
@ExtendWith(ApplicationExtension.class)
class TagScreenTest {

    private static TestDatabase test;
    private static TagCatalogue tags;

    private final YesDialogs dialogs = new YesDialogs();
    private final List<Choice> shown = new ArrayList<>();
    @SuppressWarnings("NullAway.Init")
    private TagScreen screen;
    @SuppressWarnings("NullAway.Init")
    private Hands hands;

    @BeforeAll
    static void open() throws SQLException {
        test = TestDatabase.migrated("tag_screen", List.of(TagService.ENTITIES));
        try (var connection = test.schema().connect()) {
            SampleData.standard(Instant.now()).fill(connection, Progress.NONE);
        }
        tags = new TagCatalogue(test.database());
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @Start
    void start(Stage stage) {
        screen = new TagScreen(tags, Background.threads(new Failures()), dialogs,
                new TagActs(shown::add, shown::add));
        hands = new Hands(stage, screen);
    }

    @Test
    void tagIsMadeEditedAndDeletedByKeyboard(FxRobot robot) throws Exception {
        hands.rows();
        robot.interact(() -> screen.create());
        hands.form(robot, "name");
        robot.write("zz test");
        Hands.fill(robot, "color", "green");
        assertThat(Hands.errors(robot)).containsExactly("A colour such as #2DA44E: # and six digits from 0 to F.");
        Hands.fill(robot, "color", "#2DA44E");
        assertThat(robot.lookup("#picker").queryAs(ColorPicker.class).getValue()).isEqualTo(Color.web("#2DA44E"));
        robot.push(KeyCode.CONTROL, KeyCode.S);
        Hands.until(() -> found("zz test").isPresent() && Hands.title(robot).equals("zz test"));
        robot.type(KeyCode.F2);
        hands.form(robot, "name");
        Hands.fill(robot, "category", "trial");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        Hands.until(() -> found("trial").isPresent());
        Hands.until(() -> robot.lookup("#edit").tryQuery().isPresent());
        robot.type(KeyCode.DELETE);
        Hands.until(() -> found("zz test").isEmpty());
        assertThat(dialogs.heard()).contains("the tag zz test");
    }

    @Test
    void takenNameIsRefusedBesideItsField(FxRobot robot) throws Exception {
        hands.rows();
        robot.interact(() -> screen.create());
        hands.form(robot, "name");
        robot.write("Backup");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        Hands.until(() -> !Hands.errors(robot).isEmpty());
        assertThat(Hands.errors(robot)).containsExactly("There is a tag Backup already.");
    }

    @Test
    void detailLeadsToWhatHasTheTag(FxRobot robot) throws Exception {
        var backup = found("backup").orElseThrow();
        robot.interact(() -> screen.show(backup.id()));
        Hands.until(() -> Hands.title(robot).equals("backup"));
        robot.interact(() -> link(robot, "machines").fire());
        robot.interact(() -> link(robot, "work").fire());
        assertThat(shown).hasSize(2).allMatch(tag -> tag.id().equals(backup.id()));
    }

    @Test
    void looksComposed(FxRobot robot) throws Exception {
        hands.rows();
        robot.interact(() -> screen.show(found("backup").orElseThrow().id()));
        Hands.until(() -> Hands.title(robot).equals("backup"));
        hands.photos(robot, "tags");
        robot.type(KeyCode.F2);
        hands.form(robot, "name");
        hands.photos(robot, "tag-form");
    }

    private static Hyperlink link(FxRobot robot, String id) {
        return robot.lookup((Node node) -> id.equals(node.getId()) && node instanceof Hyperlink).query();
    }

    private static Optional<TagRow> found(String words) {
        return tags.list(FacetFilter.<TagFacet>all().withText(words))
                .page(PageRequest.start(TagCatalogue.DEFAULT_ORDER, 1)).rows().stream().findFirst();
    }
}
