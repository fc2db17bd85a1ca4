package dev.rackside.workspace.ui;

import dev.rackside.fx.Badge;
import dev.rackside.row.Comparison;
import dev.rackside.text.Messages;
import dev.rackside.workspace.CopyPreview;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/** What a copy would do, and what it did, as lines to read. */
final class CopyLines {

    private static final double GAP = 4;
    private static final double WIDE_GAP = 24;

    private CopyLines() {
    }

    static List<Node> preview(CopyPreview preview) {
        var lines = new ArrayList<Node>();
        if (preview.tablesNeeded()) {
            lines.add(wrapped(Messages.get("workspace.copy.tables-needed"), false));
        }
        if (preview.begun()) {
            lines.add(wrapped(Messages.get("workspace.copy.begun", preview.targetRows()), false));
        }
        var grid = grid("workspace.copy.table", "workspace.copy.rows");
        preview.tables().forEach(table -> grid.addRow(grid.getRowCount(), new Label(table(table.table())),
                number(table.rows())));
        grid.addRow(grid.getRowCount(), bold(new Label(Messages.get("workspace.copy.all"))),
                bold(number(preview.rows())));
        lines.add(grid);
        if (!preview.leftOut().isEmpty()) {
            lines.add(wrapped(Messages.get("workspace.copy.left-out", String.join(", ", preview.leftOut())), true));
        }
        return lines;
    }

    static List<Node> comparison(Comparison comparison) {
        var lines = new ArrayList<Node>();
        var grid = grid("workspace.copy.table", "workspace.copy.here", "workspace.copy.there",
                "workspace.copy.compared");
        comparison.tables().stream().filter(table -> table.rows() > 0 || table.copied() > 0).forEach(
                table -> grid.addRow(grid.getRowCount(), new Label(table(table.name())), number(table.rows()),
                        number(table.copied()), verdict(table).label()));
        lines.add(grid);
        comparison.tables().forEach(table -> table.named().forEach(difference -> lines.add(
                wrapped(Messages.get("workspace.copy.difference", table(table.name()), difference), true))));
        return lines;
    }

    private static Badge verdict(Comparison.Table table) {
        return table.same()
                ? Badge.good(Messages.get("workspace.copy.equal"))
                : Badge.bad(Messages.get("workspace.copy.not-equal", table.different(), table.missing(),
                        table.extra()));
    }

    private static GridPane grid(String... heads) {
        var grid = new GridPane(WIDE_GAP, GAP);
        grid.getStyleClass().add("copy-table");
        for (var i = 0; i < heads.length; i++) {
            var head = new Label(Messages.get(heads[i]));
            head.getStyleClass().add("muted");
            grid.add(head, i, 0);
            if (i == 1 || i == 2) {
                GridPane.setHalignment(head, HPos.RIGHT);
            }
        }
        return grid;
    }

    private static Label number(long value) {
        var label = new Label(NumberFormat.getIntegerInstance(Locale.ENGLISH).format(value));
        GridPane.setHalignment(label, HPos.RIGHT);
        return label;
    }

    private static Label bold(Label label) {
        label.getStyleClass().add("workspace-name");
        return label;
    }

    private static Label wrapped(String words, boolean muted) {
        var label = new Label(words);
        label.setWrapText(true);
        if (muted) {
            label.getStyleClass().add("muted");
        }
        return label;
    }

    /** A table as a person knows it. */
    static String table(String name) {
        var key = "table." + name;
        var words = Messages.has(key) ? Messages.get(key, 2) : name.replace('_', ' ');
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ENGLISH) + words.substring(1);
    }
}
