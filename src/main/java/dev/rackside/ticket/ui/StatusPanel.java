package dev.rackside.ticket.ui;

import dev.rackside.fx.Badge;
import dev.rackside.fx.ProblemBar;
import dev.rackside.integration.Neutral;
import dev.rackside.text.Messages;
import dev.rackside.ticket.StatusChange;
import dev.rackside.ticket.StatusReport;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What came of looking how tickets stand: in numbers, and what is otherwise now. */
final class StatusPanel extends VBox {

    private static final int MOST_SHOWN = 200;

    private final ProblemBar bar = new ProblemBar();
    private final VBox lines = new VBox();
    private final Consumer<UUID> show;

    /** @param show shows a link in the list */
    StatusPanel(Runnable close, Consumer<UUID> show) {
        this.show = show;
        var heading = new Label(Messages.get("ticket.check.heading"));
        heading.getStyleClass().add("title");
        heading.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(heading, Priority.ALWAYS);
        var done = new Button(Messages.get("ticket.check.close"));
        done.setOnAction(_ -> close.run());
        var head = new HBox(heading, done);
        head.getStyleClass().add("form-head");
        lines.getStyleClass().add("detail");
        var scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(bar, head, scroll);
    }

    void show(StatusReport report) {
        var problem = report.problem();
        if (problem == null) {
            bar.hide();
        } else {
            bar.show(problem, null);
        }
        var all = new ArrayList<Node>();
        all.add(line(summary(report)));
        if (report.unreachable() > 0) {
            all.add(line(Messages.get("ticket.check.unreachable", report.unreachable())));
        }
        report.changes().stream().limit(MOST_SHOWN).map(this::change).forEach(all::add);
        if (report.changes().size() > MOST_SHOWN) {
            all.add(line(Messages.get("ticket.check.more", report.changes().size() - MOST_SHOWN)));
        }
        lines.getChildren().setAll(all);
    }

    /** "12 looked after: 2 closed, 1 reopened"; only what there is. */
    static String summary(StatusReport report) {
        var parts = new ArrayList<String>();
        for (var kind : StatusChange.Kind.values()) {
            var count = report.count(kind);
            if (count > 0) {
                parts.add(Messages.get("ticket.check.count." + code(kind), count));
            }
        }
        return parts.isEmpty()
                ? Messages.get("ticket.check.same", report.checked())
                : Messages.get("ticket.check.changed", report.checked(), String.join(", ", parts));
    }

    private static Label line(String words) {
        var label = new Label(words);
        label.setWrapText(true);
        return label;
    }

    private Node change(StatusChange change) {
        var title = new Hyperlink(Neutral.line(change.title()));
        title.setWrapText(true);
        title.setOnAction(_ -> show.accept(change.link()));
        var words = new Label(Messages.get("ticket.check.from-to", words(change.before()), words(change.after())));
        words.getStyleClass().add("muted");
        words.setWrapText(true);
        var foot = new HBox(badge(change.kind()).label(), words);
        foot.setSpacing(8);
        return new VBox(title, foot);
    }

    private static String words(@Nullable String status) {
        return Neutral.line(Objects.requireNonNullElse(status, "–"));
    }

    private static Badge badge(StatusChange.Kind kind) {
        var word = Messages.get("ticket.check.kind." + code(kind));
        return switch (kind) {
            case CHANGED -> Badge.info(word);
            case CLOSED -> Badge.good(word);
            case REOPENED -> Badge.warn(word);
            case GONE -> Badge.bad(word);
        };
    }

    private static String code(StatusChange.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Whether there is more to be seen than a sentence. */
    static boolean worthShowing(StatusReport report) {
        return report.problem() != null || !report.changes().isEmpty() || report.unreachable() > 0;
    }
}
