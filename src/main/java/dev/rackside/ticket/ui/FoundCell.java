package dev.rackside.ticket.ui;

import dev.rackside.fx.Age;
import dev.rackside.fx.Tips;
import dev.rackside.integration.Neutral;
import dev.rackside.ticket.RemoteTicket;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A ticket that was found: number and subject, below them whose it is and how it stands. */
final class FoundCell extends ListCell<RemoteTicket> {

    private final Age age = Age.here();
    private final Label number = new Label();
    private final Label subject = new Label();
    private final Label status = new Label();
    private final Label customer = new Label();
    private final Label changed = new Label();
    private final HBox head = new HBox(number, subject);
    private final HBox foot = new HBox();
    private final VBox lines = new VBox(head, foot);

    FoundCell() {
        number.getStyleClass().add("mono");
        number.setMinWidth(Region.USE_PREF_SIZE);
        customer.getStyleClass().add("muted");
        status.getStyleClass().add("muted");
        changed.getStyleClass().add("muted");
        changed.setMinWidth(Region.USE_PREF_SIZE);
        subject.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(subject, Priority.ALWAYS);
        Tips.whenCut(subject);
        Tips.whenCut(customer);
        head.setSpacing(8);
        foot.setSpacing(8);
        foot.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable RemoteTicket ticket, boolean empty) {
        super.updateItem(ticket, empty);
        if (empty || ticket == null) {
            setGraphic(null);
            return;
        }
        number.setText(ticket.number() == null ? ticket.id() : ticket.number());
        subject.setText(plain(ticket.subject()));
        customer.setText(plain(ticket.customer()));
        status.setText(plain(ticket.status()));
        changed.setText(ticket.updatedAt() == null ? "" : age.text(ticket.updatedAt()));
        foot.getChildren().setAll(LinkController.badge(ticket), status, customer, changed);
        setGraphic(lines);
    }

    /** A line of a stranger's text, without what would turn it around. */
    private static String plain(@Nullable String text) {
        return Neutral.line(Objects.requireNonNullElse(text, ""));
    }
}
