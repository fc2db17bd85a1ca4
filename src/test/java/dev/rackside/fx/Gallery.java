package dev.rackside.fx;

import dev.rackside.row.Facet;
import dev.rackside.row.Order;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One of each thing that Rackside shows, in each state that has colours of its own. */
final class Gallery {

    private static final String NOTE = """
            ## A heading
            **bold**, *italic* and `code`, [a link](https://example.com/kb/1)

            ```
            Get-Service Spooler
            ```
            > quoted
            """;

    final PagedTable<ManyRows.Line> table = table();
    final FacetBox facets = new FacetBox();
    final ComboBox<String> combo = new ComboBox<>();
    final ListView<String> list = new ListView<>();

    /** All of them, in a page that is high enough to show them. */
    VBox page() {
        facets.setTitle("Category");
        facets.show(List.of(new Facet("a", "Antivirus", 3), new Facet("b", "Backup", 4)));
        facets.choose(Set.of("a"));
        var plain = new FacetBox();
        plain.setTitle("Tag");
        combo.getItems().setAll("one", "two");
        combo.setValue("one");
        list.getItems().setAll("one", "two");
        list.getSelectionModel().select(0);
        list.setPrefHeight(60);
        table.setPrefHeight(260);
        var page = new VBox(8, buttons(), words(), new HBox(8, facets, plain, combo, list), fields(), bars(), tabs(),
                ofRooms(), Markdown.show(NOTE, _ -> {
                }), table);
        page.getStyleClass().add("detail");
        return page;
    }

    private static Node buttons() {
        var on = new ToggleButton("Preview");
        on.setSelected(true);
        var box = new HBox(8, new Button("Edit"), on, new ToggleButton("Off"));
        for (var style : List.of("accent", "flat", "danger", "small", "button-outlined", "chip")) {
            box.getChildren().add(styled(new Button(style), style));
        }
        box.getChildren().add(styled(new Button("Delete"), "button-outlined", "danger"));
        return box;
    }

    private static Node words() {
        var visited = new Hyperlink("visited link");
        visited.setVisited(true);
        var box = new HBox(8, new Label("normal"), styled(new Label("muted"), "muted"),
                styled(new Label("title"), "title"), styled(new Label("MONO"), "mono"),
                styled(new Label("section"), "section"), styled(new Label("F1"), "key-cap"), new Hyperlink("link"),
                visited);
        for (var tone : Badge.Tone.values()) {
            box.getChildren().add(new Badge("word", tone, null).label());
        }
        return box;
    }

    private static Node fields() {
        var prompt = new TextField();
        prompt.setPromptText("prompt");
        var area = new TextArea();
        area.setPromptText("area's prompt");
        area.setPrefRowCount(1);
        var secret = new PasswordField();
        secret.setPromptText("secret's prompt");
        var day = new DatePicker();
        day.setPromptText("day's prompt");
        var choice = new ChoicePicker();
        var wrong = new TextField("eleven");
        var field = new FormField("Priority", wrong);
        FormField.explain(wrong, "From 1 to 10.");
        var facts = new Facts().add("fx.save", "a fact").mono("fx.copy", "MONO");
        return new HBox(8, prompt, area, secret, day, choice, field, new SearchField(), new TextField("typed"),
                new CheckBox("check"), new RadioButton("radio"), facts);
    }

    private static Node bars() {
        var problem = new ProblemBar();
        problem.show(ManyRows.away(), () -> {
        });
        var notice = styled(new HBox(8, new Label("The connection is lost.")), "notice-bar");
        var newer = styled(new HBox(4, new Hyperlink("3 newer rows")), "newer-bar");
        var said = styled(new HBox(8, new Label("Said"), styled(new Button("Take it back"), "small")), "said");
        var status = styled(new HBox(new Label("mara"), styled(new Label("connected"), "link-connected"),
                styled(new Label("lost"), "link-lost"), styled(new Label("connecting"), "link-connecting"),
                styled(new Label("closed"), "link-closed")), "status-bar");
        var command = styled(new HBox(styled(new Label("Get-Service"), "code-text")), "command-line");
        var empty = styled(new VBox(new Label("No insights yet."), new Button("New insight")), "placeholder-box");
        return new VBox(4, problem, notice, newer, said, status, command, empty);
    }

    private static Node tabs() {
        var tabs = new TabPane(new Tab("Shown", new Label("content")), new Tab("Hidden"));
        return new HBox(8, tabs, new TitledPane("Titled", new Label("inside")));
    }

    /** What the rooms' own stylesheets colour. */
    private static Node ofRooms() {
        var tile = styled(new Button(null, new VBox(styled(new Label("caption"), "muted"),
                styled(Badge.bad("2 failed").label(), "headline"))), "flat", "backup-tile");
        var failure = styled(new VBox(new Label("Why it failed"), styled(new Label("muted"), "muted"),
                styled(new Label("trace"), "code-text")), "backup-failure");
        var evidence = styled(new VBox(styled(new Label("seen"), "muted"), new Label("out")), "evidence");
        var known = styled(new HBox(styled(new Label("Sample"), "workspace-name"), styled(new Label("here"), "muted")),
                "workspace-row");
        var box = new HBox(8, tile, failure, evidence, styled(new VBox(known), "known-workspaces"));
        for (var sheet : List.of("/dev/rackside/backup/ui/backup.css", "/dev/rackside/workspace/ui/workspace.css")) {
            box.getStylesheets().add(Objects.requireNonNull(Gallery.class.getResource(sheet)).toExternalForm());
        }
        return box;
    }

    private static PagedTable<ManyRows.Line> table() {
        var table = new PagedTable<ManyRows.Line>();
        for (var tone : Badge.Tone.values()) {
            table.badge("fx.copy", null, 80, _ -> new Badge("word", tone, null));
        }
        table.text("fx.save", null, 100, ManyRows.Line::title);
        table.mono("fx.delete", null, 100, ManyRows.Line::title);
        table.number("fx.retry", null, 60, ManyRows.Line::number);
        table.age("fx.close", null, 60, _ -> Instant.EPOCH);
        var rows = new PagedRows<ManyRows.Line>(Background.direct(), Order.by("number"));
        table.show(rows);
        rows.source(new ManyRows(20));
        rows.select(1);
        return table;
    }

    private static <N extends Node> N styled(N node, String... styles) {
        node.getStyleClass().addAll(styles);
        if (node instanceof Region region) {
            region.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        }
        return node;
    }
}
