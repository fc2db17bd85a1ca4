package dev.rackside.session.ui;

import dev.rackside.fault.Problem;
import dev.rackside.fx.Badge;
import dev.rackside.fx.Facts;
import dev.rackside.fx.Links;
import dev.rackside.fx.Markdown;
import dev.rackside.fx.ProblemBar;
import dev.rackside.session.SessionRow;
import dev.rackside.session.SessionTicket;
import dev.rackside.session.WorkItemRow;
import dev.rackside.text.Messages;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One session beside the list. */
final class SessionDetailController {

    private final SessionDetailViewModel model;
    private final SessionActs acts;
    private final Steps steps;

    @FXML
    private ProblemBar bar;
    @FXML
    private Label title;
    @FXML
    private FlowPane badges;
    @FXML
    private Button back;
    @FXML
    private Button link;
    @FXML
    private Button edit;
    @FXML
    private MenuItem duplicate;
    @FXML
    private MenuItem tickets;
    @FXML
    private MenuItem tell;
    @FXML
    private MenuItem delete;
    @FXML
    private Facts facts;
    @FXML
    private VBox more;

    /** What the buttons do. */
    record Steps(Runnable back, Runnable edit, Runnable duplicate, Runnable delete) {}

    SessionDetailController(SessionDetailViewModel model, SessionActs acts, Steps steps) {
        this.model = model;
        this.acts = acts;
        this.steps = steps;
    }

    @FXML
    private void initialize() {
        back.setOnAction(_ -> steps.back().run());
        edit.setOnAction(_ -> steps.edit().run());
        duplicate.setOnAction(_ -> steps.duplicate().run());
        delete.setOnAction(_ -> steps.delete().run());
        link.setOnAction(_ -> withSession(acts.linkTicket()));
        tickets.setOnAction(_ -> withSession(acts.showTickets()));
        tell.setOnAction(_ -> withSession(acts.tell()));
        model.row().addListener((_, _, row) -> show(row));
        model.more().addListener((_, _, read) -> show(read));
        model.problem().addListener((_, _, problem) -> show(problem));
    }

    void withSession(Consumer<UUID> act) {
        var row = model.row().get();
        if (row != null) {
            act.accept(row.id());
        }
    }

    private void show(@Nullable SessionRow row) {
        if (row == null) {
            return;
        }
        var named = row.title() != null && !row.title().isBlank();
        title.setText(named ? row.title() : Messages.get("session.untitled"));
        badges.getChildren().setAll(SessionWords.badge(row.status()).label());
        if (Boolean.TRUE.equals(row.billable())) {
            badges.getChildren().add(muted(Messages.get("session.billable.true")));
        }
        facts.clear()
                .add("session.client", SessionWords.client(row))
                .add("session.date", Objects.toString(row.date(), null))
                .add("session.when", SessionWords.time(row.start(), row.end()))
                .add("session.duration", SessionWords.duration(row))
                .add("session.technician", row.technician())
                .add("session.hours", SessionWords.hours(row.billableHours()));
    }

    private void show(SessionDetailViewModel.@Nullable More read) {
        more.getChildren().clear();
        if (read == null) {
            return;
        }
        text("session.summary", read.draft().summary());
        text("session.notes", read.draft().notes());
        section(Messages.get("session.work", read.work().size()),
                read.work().stream().map(this::work).toList(), "session.work.none");
        more.getChildren().add(new HBox(16, does("session.work.add", acts.addWork()),
                does("session.work.show", acts.showWork())));
        section(Messages.get("session.tickets.of", read.tickets().size()),
                read.tickets().stream().map(this::ticket).toList(), "session.tickets.none");
    }

    private void text(String key, @Nullable String words) {
        if (words != null && !words.isBlank()) {
            more.getChildren().addAll(heading(Messages.get(key)), Markdown.show(words, acts.openAddress()));
        }
    }

    private void section(String words, List<? extends Node> lines, String whenEmpty) {
        more.getChildren().add(heading(words));
        if (lines.isEmpty()) {
            more.getChildren().add(muted(Messages.get(whenEmpty)));
        } else {
            more.getChildren().add(new VBox(8, lines.toArray(Node[]::new)));
        }
    }

    private Hyperlink does(String key, Consumer<UUID> act) {
        var link = new Hyperlink(Messages.get(key));
        link.setOnAction(_ -> withSession(act));
        return link;
    }

    private Node work(WorkItemRow item) {
        var name = new Hyperlink(Objects.requireNonNullElse(item.title(), Messages.get("session.untitled")));
        name.setWrapText(true);
        name.setOnAction(_ -> acts.openWork().accept(item.id()));
        var line = new FlowPane(8, 0, SessionWords.workBadge(item.status()).label(), muted(SessionWords.line(item)));
        var box = new VBox(name, line);
        var odd = item.oddMachines();
        if (odd != null) {
            var mark = Badge.warn(Messages.get("session.work.odd-machines")).label();
            mark.setTooltip(new Tooltip(odd));
            line.getChildren().add(mark);
        }
        item.machines().forEach(machine -> {
            var open = new Hyperlink(machine.label());
            open.getStyleClass().add("mono");
            open.setOnAction(_ -> acts.openMachine().accept(machine.id()));
            line.getChildren().add(open);
        });
        return box;
    }

    private Node ticket(SessionTicket ticket) {
        var number = new Label(ticket.number() == null ? ticket.ticketId() : ticket.number());
        number.getStyleClass().add("mono");
        var head = new FlowPane(8, 0, muted(SessionWords.system(ticket.system())), number);
        if (ticket.status() != null) {
            head.getChildren().add(muted(ticket.status()));
        }
        var url = ticket.url() == null ? "" : ticket.url();
        var host = Links.host(url);
        if (!host.isEmpty()) {
            var open = new Hyperlink(Messages.get("session.ticket.open", host));
            open.setOnAction(_ -> acts.openAddress().accept(url));
            head.getChildren().add(open);
        }
        return new VBox(wrapping(Objects.requireNonNullElse(ticket.subject(), Messages.get("session.untitled"))), head);
    }

    private void show(@Nullable Problem problem) {
        if (problem == null) {
            bar.hide();
        } else {
            bar.show(problem, model::retry);
        }
    }

    private static Label heading(String words) {
        var label = new Label(words);
        label.getStyleClass().add("section");
        return label;
    }

    private static Label muted(String words) {
        var label = new Label(words);
        label.getStyleClass().add("muted");
        return label;
    }

    private static Label wrapping(String words) {
        var label = new Label(words);
        label.setWrapText(true);
        return label;
    }

    /** The way back to the list is offered where the detail hides it. */
    void folded(boolean folded) {
        back.setVisible(folded);
        back.setManaged(folded);
    }
}
