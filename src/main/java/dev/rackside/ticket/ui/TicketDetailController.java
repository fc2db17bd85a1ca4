package dev.rackside.ticket.ui;

import dev.rackside.fx.Age;
import dev.rackside.fx.Facts;
import dev.rackside.fx.Links;
import dev.rackside.fx.Markdown;
import dev.rackside.text.Messages;
import dev.rackside.ticket.TicketRow;
import java.time.Instant;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One ticket link beside the list. */
final class TicketDetailController {

    private final TicketActs acts;
    private final Steps steps;
    private final Age age = Age.here();
    private @Nullable TicketRow shown;

    @FXML
    private Label title;
    @FXML
    private FlowPane badges;
    @FXML
    private Button back;
    @FXML
    private Button open;
    @FXML
    private Button edit;
    @FXML
    private Button write;
    @FXML
    private MenuItem check;
    @FXML
    private MenuItem exchanges;
    @FXML
    private MenuItem duplicate;
    @FXML
    private MenuItem session;
    @FXML
    private MenuItem delete;
    @FXML
    private Facts facts;
    @FXML
    private VBox note;

    /** What the buttons do. */
    record Steps(Runnable back, Runnable edit, Runnable duplicate, Runnable delete, Runnable check, Runnable write) {}

    TicketDetailController(TicketActs acts, Steps steps) {
        this.acts = acts;
        this.steps = steps;
    }

    @FXML
    private void initialize() {
        back.setOnAction(_ -> steps.back().run());
        edit.setOnAction(_ -> steps.edit().run());
        duplicate.setOnAction(_ -> steps.duplicate().run());
        delete.setOnAction(_ -> steps.delete().run());
        exchanges.setOnAction(_ -> {
            if (shown != null && shown.ticketId() != null) {
                acts.showExchanges().accept(shown.ticketId());
            }
        });
        check.setOnAction(_ -> steps.check().run());
        write.setOnAction(_ -> steps.write().run());
        open.setOnAction(_ -> openInBrowser());
        session.setOnAction(_ -> openSession());
    }

    void show(TicketRow row) {
        shown = row;
        title.setText(TicketWords.title(row));
        badges.getChildren().setAll(TicketWords.state(row).label(),
                TicketWords.coded(row.linkType(), TicketWords.linkType(row.linkType())).label());
        var host = row.url() == null ? "" : Links.host(row.url());
        open.setDisable(host.isEmpty());
        open.setText(host.isEmpty() ? Messages.get("ticket.open") : Messages.get("ticket.open-at", host));
        open.setTooltip(new Tooltip(Messages.get("ticket.open.tip", host)));
        session.setDisable(row.sessionId() == null);
        facts.clear()
                .add("ticket.system", TicketWords.coded(row.system(), TicketWords.system(row.system())).label())
                .mono("ticket.number", row.number())
                .mono("ticket.id", row.ticketId())
                .add("ticket.status", row.status())
                .add("ticket.client", TicketWords.client(row));
        if (row.sessionId() != null) {
            facts.add("ticket.session", sessionLink(row));
        }
        facts.mono("ticket.url", row.url())
                .add("ticket.linked-by", row.linkedBy());
        when("ticket.linked", row.linkedAt());
        when("ticket.checked", row.statusCheckedAt());
        note.getChildren().clear();
        if (row.note() != null && !row.note().isBlank()) {
            var heading = new Label(Messages.get("ticket.note"));
            heading.getStyleClass().add("section");
            note.getChildren().addAll(heading, Markdown.show(row.note(), acts.openAddress()));
        }
    }

    private Hyperlink sessionLink(TicketRow row) {
        var name = TicketWords.session(row);
        var link = new Hyperlink(row.sessionDate() == null ? name : row.sessionDate() + "  " + name);
        link.setWrapText(true);
        link.setOnAction(_ -> openSession());
        return link;
    }

    private void when(String key, @Nullable Instant moment) {
        if (moment != null) {
            var label = new Label(age.text(moment));
            label.setTooltip(new Tooltip(age.full(moment)));
            facts.add(key, label);
        }
    }

    void openInBrowser() {
        if (shown != null && shown.url() != null) {
            acts.openAddress().accept(shown.url());
        }
    }

    void openSession() {
        if (shown != null && shown.sessionId() != null) {
            acts.openSession().accept(shown.sessionId());
        }
    }

    /** The way back to the list is offered where the detail hides it. */
    void folded(boolean folded) {
        back.setVisible(folded);
        back.setManaged(folded);
    }
}
