package dev.rackside.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.fault.Rules;
import dev.rackside.fault.Violation;
import dev.rackside.row.Facet;
import dev.rackside.row.Order;
import dev.rackside.row.Versioned;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.geometry.Orientation;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Everything on one screen, photographed into {@code target/look} in both themes, to be looked at by a person. */
@ExtendWith(ApplicationExtension.class)
class LookTest {

    public record Draft(String title, @Nullable Integer priority, @Nullable String note) {
        List<Violation> violations() {
            return new Rules().required("title", title).between("priority", priority, 1, 10).violations();
        }
    }

    private static final String NOTE = """
            ## PowerShell 2.0 on domain controllers
            Still **installed**, see `Get-WindowsOptionalFeature`:

            ```
            Disable-WindowsOptionalFeature -Online -FeatureName MicrosoftWindowsPowerShellV2Root
            ```
            - reboot needed, *after hours*
            - ask [the vendor](https://example.com/kb/1)

            > Spooler <b>must</b> stay on for labels.
            """;

    private final DirectBackground background = Background.direct();
    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        stage.setScene(new Scene(screen(), 1000, 720));
        stage.show();
        background.tick();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void screenIsPhotographed(Theme.Wish wish, FxRobot robot) throws Exception {
        robot.interact(() -> new Theme().choose(wish));
        robot.interact(() -> stage.getScene().getRoot().applyCss());
        var file = Path.of("target", "look", wish.name().toLowerCase(Locale.ROOT) + ".png");
        Photo.take(robot, stage.getScene(), file);
        assertThat(Files.size(file)).isGreaterThan(10_000);
    }

    private Parent screen() {
        var page = new BorderPane();
        page.setLeft(sidebar());
        var split = new SplitPane(list(), detail());
        split.setOrientation(Orientation.HORIZONTAL);
        split.setDividerPositions(0.56);
        page.setCenter(split);
        return page;
    }

    private static VBox sidebar() {
        var bar = new VBox();
        bar.getStyleClass().add("sidebar");
        bar.setPrefWidth(160);
        for (var name : List.of("Briefing", "Insights", "Tickets", "Sessions", "Backups")) {
            var entry = new ToggleButton(name, new FontIcon(Feather.ACTIVITY));
            entry.getStyleClass().add("sidebar-entry");
            entry.setMaxWidth(Double.MAX_VALUE);
            entry.setSelected(name.equals("Insights"));
            bar.getChildren().add(entry);
        }
        return bar;
    }

    private VBox list() {
        var title = new Label("Insights");
        title.getStyleClass().add("title");
        var count = new Label("1,000,000");
        count.getStyleClass().add("muted");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var create = new Button("New insight", new FontIcon(Feather.PLUS));
        create.getStyleClass().add("accent");
        var head = new HBox(title, count, gap, create);
        head.getStyleClass().add("page-head");
        var category = new FacetBox();
        category.setTitle("Category");
        category.show(List.of(new Facet("a", "Antivirus", 812), new Facet("b", "Backup", 40)));
        var confidence = new FacetBox();
        confidence.setTitle("Confidence");
        confidence.show(List.of(new Facet("likely", "likely", 9)));
        confidence.choose(Set.of("likely"));
        var filters = new FlowPane(new SearchField(), category, confidence);
        filters.getStyleClass().add("filters");
        var list = new VBox(head, filters, table());
        VBox.setVgrow(list.getChildren().get(2), Priority.ALWAYS);
        return list;
    }

    private PagedTable<ManyRows.Line> table() {
        var table = new PagedTable<ManyRows.Line>();
        var now = Instant.now();
        table.number("fx.cancel", "number", 72, row -> row.number() * 37);
        table.text("fx.delete", "title", 180,
                row -> row.title() + (row.number() % 4 == 2 ? ": PowerShell 2.0 is still installed on it" : ""));
        table.mono("fx.save", null, 110, row -> "COPPER-DC%02d".formatted(row.number() % 40));
        table.badge("fx.copy", null, 110, row -> switch (row.number() % 5) {
            case 0 -> Badge.good("confirmed");
            case 1 -> Badge.warn("stale");
            case 2 -> Badge.bad("failed");
            case 3 -> Badge.info("linked");
            default -> Badge.rest("unproved");
        });
        table.age("fx.retry", null, 64, row -> now.minus(Duration.ofHours(5L * row.number())));
        var many = new ManyRows(1_000_000);
        many.newer = 3;
        var rows = new PagedRows<ManyRows.Line>(background, Order.by("number"));
        table.show(rows);
        rows.source(many);
        rows.select(2);
        return table;
    }

    private static ScrollPane detail() {
        var title = new TextField();
        var priority = new TextField();
        var note = new TextArea();
        note.setPrefRowCount(2);
        var form = new Form<>(Draft.class, Draft::violations).text("title", title).number("priority", priority)
                .text("note", note);
        form.load(new Versioned<>(ManyRows.id(1), 1, new Draft("PowerShell 2.0", 9, "seen twice")));
        priority.setText("eleven");
        var bar = new ProblemBar();
        bar.show(ManyRows.away(), () -> {
        });
        var save = new Button("Save");
        save.getStyleClass().add("accent");
        save.disableProperty().bind(form.saveable().not());
        var buttons = new HBox(8, save, new Button("Discard"), new Button("Delete"));
        buttons.getChildren().get(2).getStyleClass().addAll("button-outlined", "danger");
        var fields = new VBox(16, new FormField("Title", title), new FormField("Priority", priority),
                new FormField("Note", note), buttons, Markdown.show(NOTE, _ -> {
                }));
        fields.getStyleClass().add("detail");
        var scroll = new ScrollPane(new VBox(bar, fields));
        scroll.setFitToWidth(true);
        return scroll;
    }
}
