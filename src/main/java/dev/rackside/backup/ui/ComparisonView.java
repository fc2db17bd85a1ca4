package dev.rackside.backup.ui;

import dev.rackside.backup.VerificationReport;
import dev.rackside.backup.VerificationReport.TableCheck;
import dev.rackside.fx.Badge;
import dev.rackside.fx.TextScale;
import dev.rackside.text.Messages;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** What a restore was found to hold: the differences in words, then every table, those that differ first. */
final class ComparisonView {

    private static final double ROW = 28;
    private static final int ROWS_SHOWN = 12;

    private ComparisonView() {
    }

    static List<Node> of(VerificationReport report) {
        var shown = new ArrayList<Node>();
        if (!report.differences().isEmpty()) {
            shown.add(heading(Messages.get("backup.differences")));
            for (var difference : report.differences()) {
                var label = Badge.bad(difference).label();
                label.setWrapText(true);
                shown.add(label);
            }
        }
        if (!report.tables().isEmpty()) {
            var differ = report.tables().stream().filter(TableCheck::differs).count();
            shown.add(heading(differ == 0
                    ? Messages.get("backup.tables", report.tables().size())
                    : Messages.get("backup.tables.differ", report.tables().size(), differ)));
            shown.add(table(report.tables()));
        }
        return shown;
    }

    private static Label heading(String text) {
        var label = new Label(text);
        label.getStyleClass().add("section");
        return label;
    }

    private static Node table(List<TableCheck> checks) {
        var view = new TableView<TableCheck>();
        view.getItems().setAll(checks);
        view.getStyleClass().addAll("dense", "comparison");
        view.setFixedCellSize(TextScale.px(ROW));
        view.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        view.getColumns().add(column("backup.table", "mono-cell", 150, TableCheck::name));
        view.getColumns().add(column("backup.rows-expected", "number-cell", 92, check -> number(check.rowsExpected())));
        view.getColumns().add(column("backup.rows-found", "number-cell", 72, check -> number(check.rowsFound())));
        view.getColumns().add(checksums());
        var height = (Math.min(checks.size(), ROWS_SHOWN) + 1) * TextScale.px(ROW) + 8;
        view.setPrefHeight(height);
        view.setMinHeight(height);
        view.setAccessibleText(Messages.get("backup.tables", checks.size()));
        return view;
    }

    private static TableColumn<TableCheck, TableCheck> column(String key, String style, double width,
            Function<TableCheck, String> text) {
        var column = bare(key, width);
        column.setCellFactory(_ -> new TableCell<>() {
            {
                getStyleClass().add(style);
            }

            @Override
            protected void updateItem(@Nullable TableCheck check, boolean empty) {
                super.updateItem(check, empty);
                var words = check == null ? null : text.apply(check);
                setText(words);
                setTooltip(words == null || words.isEmpty() ? null : new Tooltip(words));
            }
        });
        return column;
    }

    private static TableColumn<TableCheck, TableCheck> checksums() {
        var column = bare("backup.checksum", 92);
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable TableCheck check, boolean empty) {
                super.updateItem(check, empty);
                setGraphic(check == null ? null : checksum(check).label());
            }
        });
        return column;
    }

    private static Badge checksum(TableCheck check) {
        if (check.checksumEqual() == null) {
            return check.differs()
                    ? Badge.bad(Messages.get("backup.checksum.rows"))
                    : Badge.rest(Messages.get("backup.checksum.none"));
        }
        return check.checksumEqual()
                ? Badge.good(Messages.get("backup.checksum.equal"))
                : Badge.bad(Messages.get("backup.checksum.differs"));
    }

    private static TableColumn<TableCheck, TableCheck> bare(String key, double width) {
        var column = new TableColumn<TableCheck, TableCheck>(Messages.get(key));
        column.setPrefWidth(TextScale.px(width));
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        return column;
    }

    private static String number(@Nullable Long value) {
        return value == null ? "" : NumberFormat.getIntegerInstance(Locale.ENGLISH).format(value);
    }
}
