package dev.rackside.fx;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** What of a list goes to the clipboard: a cell as it is; rows as lines with tabs, which every spreadsheet takes. */
final class Copying {

    private Copying() {
    }

    static <R> String cell(Column<R> column, R row) {
        return Csv.text(column.value().apply(row), Zones.shown());
    }

    /** One row without its titles. */
    static <R> String row(List<Column<R>> columns, R row) {
        return columns.stream().map(column -> flat(cell(column, row))).collect(Collectors.joining("\t"));
    }

    /** Several rows below their titles. */
    static <R> String rows(List<Column<R>> columns, List<R> rows) {
        var titles = columns.stream().map(column -> flat(column.title())).collect(Collectors.joining("\t"));
        return Stream.concat(Stream.of(titles), rows.stream().map(row -> row(columns, row)))
                .collect(Collectors.joining("\n"));
    }

    /** What would begin another cell or another row. */
    private static String flat(String text) {
        return text.replace('\t', ' ').replaceAll("\\R", " ");
    }

    static void toClipboard(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
