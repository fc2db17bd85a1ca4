package dev.rackside.backup.ui;

import dev.rackside.backup.restoring.RestorePreview;
import dev.rackside.backup.restoring.RestoreTarget;
import dev.rackside.backup.restoring.Restored;
import dev.rackside.backup.ui.RestoreViewModel.Step;
import dev.rackside.fx.Age;
import dev.rackside.fx.Badge;
import dev.rackside.fx.Bytes;
import dev.rackside.fx.Facts;
import dev.rackside.fx.Spans;
import dev.rackside.fx.TextScale;
import dev.rackside.text.Messages;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** What a restore would do and did, as lines to read. */
final class RestoreLines {

    private static final double ROW = 28;
    private static final int ROWS_SHOWN = 10;

    private RestoreLines() {
    }

    /** Where one is in the wizard. */
    static List<Node> steps(Step now) {
        var labels = new ArrayList<Node>();
        for (var step : Step.values()) {
            var label = new Label(Messages.get("backup.restore.steps." + step.name().toLowerCase(Locale.ROOT)));
            label.getStyleClass().add(step == now ? "restore-step-now" : "muted");
            labels.add(label);
        }
        return labels;
    }

    /** What the backup is, and what is in it. */
    static List<Node> backup(RestorePreview preview) {
        var age = Age.here();
        var facts = new Facts()
                .add("backup.grade", BackupBadges.grade(preview.grade()).label())
                .add("backup.restore.moment", Messages.get("backup.moment",
                        age.full(preview.takenAt()).substring(0, 19), age.text(preview.takenAt())))
                .add("backup.size", Bytes.text(preview.bytes()))
                .add("backup.database", Messages.get("backup.source", preview.source(), preview.host()))
                .add("backup.restore.server", preview.serverVersion())
                .add("backup.restore.took", preview.took() == null
                        ? Messages.get("backup.restore.took.unknown")
                        : Spans.text(preview.took()))
                .mono("backup.path", preview.file().toString());
        var lines = new ArrayList<Node>();
        lines.add(facts);
        var heading = new Label(Messages.get("backup.restore.holds", preview.tables().size(), preview.rows()));
        heading.getStyleClass().add("section");
        lines.add(heading);
        if (!preview.objects().isEmpty()) {
            lines.add(wrapped(Messages.get("backup.restore.also", preview.objects().entrySet().stream()
                    .map(each -> each.getValue() + " " + each.getKey()).collect(Collectors.joining(", "))), true));
        }
        lines.add(tables(preview));
        return lines;
    }

    private static Node tables(RestorePreview preview) {
        var view = new TableView<RestorePreview.Table>();
        // What differs is what somebody looks for who restores.
        view.getItems().setAll(preview.tables().stream()
                .sorted(Comparator.comparing(table -> !table.differs())).toList());
        view.getStyleClass().addAll("dense", "comparison");
        view.setFixedCellSize(TextScale.px(ROW));
        view.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        view.getColumns().add(column("backup.table", "mono-cell", 220, RestorePreview.Table::name));
        view.getColumns().add(column("backup.restore.rows", "number-cell", 110, table -> number(table.rows())));
        view.getColumns().add(column("backup.restore.rows-now", "number-cell", 110, table -> number(table.now())));
        var height = (Math.min(preview.tables().size(), ROWS_SHOWN) + 1) * TextScale.px(ROW) + 8;
        view.setPrefHeight(height);
        view.setMinHeight(height);
        view.setMaxWidth(TextScale.px(560));
        view.setAccessibleText(Messages.get("backup.restore.holds", preview.tables().size(), preview.rows()));
        return view;
    }

    private static TableColumn<RestorePreview.Table, String> column(String key, String style, double width,
            Function<RestorePreview.Table, String> text) {
        var column = new TableColumn<RestorePreview.Table, String>(Messages.get(key));
        column.setPrefWidth(TextScale.px(width));
        column.setReorderable(false);
        column.setSortable(false);
        column.setCellValueFactory(features -> new ReadOnlyStringWrapper(text.apply(features.getValue())));
        column.setCellFactory(_ -> new TableCell<>() {
            {
                getStyleClass().add(style);
            }

            @Override
            protected void updateItem(@Nullable String words, boolean empty) {
                super.updateItem(words, empty);
                setText(words);
                setTooltip(words == null || words.isEmpty() ? null : new Tooltip(words));
            }
        });
        return column;
    }

    private static String number(@Nullable Long value) {
        return value == null ? "" : NumberFormat.getIntegerInstance(Locale.ENGLISH).format(value);
    }

    /** What will happen, in the order in which it does. */
    static List<Node> happens(RestorePreview preview, RestoreTarget target) {
        var lines = new ArrayList<Node>();
        switch (target) {
            case RestoreTarget.NewDatabase(var name) -> {
                lines.add(wrapped(Messages.get("backup.restore.happens.new", name), false));
                lines.add(wrapped(Messages.get("backup.restore.happens.new.safe", preview.live()), false));
            }
            case RestoreTarget.SideTable(var table, var name) -> {
                lines.add(wrapped(Messages.get("backup.restore.happens.table", table, name), false));
                lines.add(wrapped(Messages.get("backup.restore.happens.table.loose"), false));
            }
            case RestoreTarget.OverLive _ -> {
                var goes = Badge.bad(Messages.get("backup.restore.happens.live", preview.live(), preview.changed(),
                        BackupBadges.minute(preview.takenAt()))).label();
                goes.setWrapText(true);
                lines.add(goes);
                if (!preview.elsewhere().isEmpty()) {
                    lines.add(wrapped(Messages.get("backup.restore.happens.live.elsewhere", preview.elsewhere().size(),
                            String.join(", ", preview.elsewhere())), false));
                }
                lines.add(wrapped(Messages.get("backup.restore.happens.live.before"), false));
                lines.add(wrapped(Messages.get("backup.restore.happens.live.back"), false));
                lines.add(wrapped(Messages.get("backup.restore.happens.live.records"), false));
            }
        }
        lines.add(wrapped(Messages.get("backup.restore.happens.compare"), false));
        if (preview.took() != null) {
            lines.add(wrapped(Messages.get("backup.restore.happens.took", Spans.text(preview.took())), true));
        }
        return lines;
    }

    static List<Node> result(Restored restored) {
        var lines = new ArrayList<Node>();
        var words = Messages.get(restored.same() ? "backup.restore.same" : "backup.restore.differs",
                restored.target(), restored.tables().size(), restored.rows(), Spans.text(restored.loading()));
        var badge = (restored.same() ? Badge.good(words) : Badge.bad(words)).label();
        badge.setWrapText(true);
        lines.add(badge);
        restored.notes().forEach(note -> lines.add(wrapped(note, false)));
        if (restored.automatic() != null) {
            lines.add(wrapped(Messages.get("backup.restore.reopen"), false));
        }
        return lines;
    }

    static Node stopped() {
        var badge = Badge.warn(Messages.get("backup.restore.stopped")).label();
        badge.setWrapText(true);
        return badge;
    }

    private static Label wrapped(String words, boolean muted) {
        var label = new Label(words);
        label.setWrapText(true);
        if (muted) {
            label.getStyleClass().add("muted");
        }
        return label;
    }
}
