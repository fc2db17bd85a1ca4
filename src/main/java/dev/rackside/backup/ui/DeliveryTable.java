package dev.rackside.backup.ui;

import dev.rackside.backup.notice.Channel;
import dev.rackside.backup.notice.Delivery;
import dev.rackside.backup.notice.NoticeWords;
import dev.rackside.fx.Badge;
import dev.rackside.fx.TextScale;
import dev.rackside.text.Messages;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** The columns of the table of notices: when, what, by which channel, and what became of it. */
final class DeliveryTable {

    private static final double ROW = 28;
    private static final double SENTENCE = 260;

    private final TableView<Delivery> table;

    private DeliveryTable(TableView<Delivery> table) {
        this.table = table;
    }

    static void arrange(TableView<Delivery> table) {
        table.setFixedCellSize(TextScale.px(ROW));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        var none = new Label(Messages.get("notice.none"));
        none.setWrapText(true);
        table.setPlaceholder(none);
        var columns = new DeliveryTable(table);
        columns.text("notice.when", 130, row -> BackupBadges.minute(row.created()));
        columns.badge("notice.kind", 80, DeliveryTable::kind);
        columns.text("notice.channel", 70, row -> Messages.get(row.channel() == Channel.MAIL
                ? "notice.mail"
                : "notice.zapier"));
        columns.badge("notice.state", 110, DeliveryTable::state);
        columns.text("notice.sentence", SENTENCE, row -> row.alert().sentence());
        columns.text("notice.failure", SENTENCE, DeliveryTable::why);
    }

    private static Badge kind(Delivery row) {
        var word = NoticeWords.kind(row.alert().kind());
        return switch (row.alert().kind()) {
            case FAILED -> Badge.bad(word);
            case OVERDUE -> Badge.warn(word);
            case BACK -> Badge.good(word);
        };
    }

    private static Badge state(Delivery row) {
        var word = NoticeWords.state(row.state());
        return switch (row.state()) {
            case SENDING -> Badge.rest(word);
            case SENT -> Badge.plain(word);
            case FAILED -> Badge.bad(word);
        };
    }

    /** What failed, who tried, and when it is tried again. */
    private static String why(Delivery row) {
        var why = Objects.requireNonNullElse(row.failure(), "");
        if (row.state() != Delivery.State.FAILED) {
            return why;
        }
        return row.nextAttempt() == null
                ? Messages.get("notice.given-up", why, row.workstation(), row.attempts())
                : Messages.get("notice.next", why, row.workstation(), row.attempts(),
                        BackupBadges.minute(row.nextAttempt()));
    }

    private void text(String key, double width, Function<Delivery, @Nullable String> text) {
        column(key, width).setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable Delivery row, boolean empty) {
                super.updateItem(row, empty);
                var words = row == null ? null : text.apply(row);
                setText(words);
                setTooltip(words == null || words.isEmpty() ? null : new Tooltip(words));
            }
        });
    }

    private void badge(String key, double width, Function<Delivery, Badge> badge) {
        column(key, width).setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable Delivery row, boolean empty) {
                super.updateItem(row, empty);
                setGraphic(row == null ? null : badge.apply(row).label());
            }
        });
    }

    private TableColumn<Delivery, Delivery> column(String key, double width) {
        var column = new TableColumn<Delivery, Delivery>(Messages.get(key));
        column.setPrefWidth(TextScale.px(width));
        if (width < SENTENCE) {
            // What there is to read gets the room.
            column.setMaxWidth(TextScale.px(width));
        }
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        table.getColumns().add(column);
        return column;
    }
}
