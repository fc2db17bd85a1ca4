package dev.rackside.backup.ui;

import dev.rackside.backup.BackupDay;
import dev.rackside.backup.BackupWords;
import dev.rackside.fx.Bytes;
import dev.rackside.fx.Spans;
import dev.rackside.fx.TextScale;
import dev.rackside.text.Messages;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** What the calendar and the charts show, as a table that can be read out; the newest day first. */
final class DayTable {

    private static final double HEIGHT = 320;

    private DayTable() {
    }

    static TableView<BackupDay> of(List<BackupDay> days) {
        var table = new TableView<BackupDay>();
        table.getItems().setAll(days.reversed());
        table.getStyleClass().addAll("dense", "comparison");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        table.getColumns().add(column("backup.table.day", false, 100, day -> day.day().toString()));
        table.getColumns().add(column("backup.table.count", true, 80, day -> Long.toString(day.count())));
        table.getColumns().add(column("backup.table.failed", true, 80, day -> Long.toString(day.failed())));
        table.getColumns().add(column("backup.table.worst", false, 180, day -> BackupWords.grade(day.worst())));
        table.getColumns().add(column("backup.table.best", false, 180, day -> BackupWords.grade(day.best())));
        table.getColumns().add(column("backup.table.size", true, 100,
                day -> day.sizeBytes() == null ? "" : Bytes.text(day.sizeBytes())));
        table.getColumns().add(column("backup.table.longest", true, 100,
                day -> day.longest() == null ? "" : Spans.text(day.longest())));
        table.setPrefHeight(TextScale.px(HEIGHT));
        table.setMinHeight(TextScale.px(HEIGHT));
        table.setAccessibleText(Messages.get("backup.table.spoken", days.size()));
        return table;
    }

    private static TableColumn<BackupDay, String> column(String key, boolean number, double width,
            Function<BackupDay, String> text) {
        var column = new TableColumn<BackupDay, String>(Messages.get(key));
        column.setPrefWidth(TextScale.px(width));
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(features -> new ReadOnlyStringWrapper(text.apply(features.getValue())));
        if (number) {
            column.getStyleClass().add("number-column");
            column.setStyle("-fx-alignment: center-right;");
        }
        return column;
    }
}
