package dev.rackside.fx;

import dev.rackside.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a table says besides its rows: that it loads, that it is empty and what helps, what went wrong, what is new. */
final class TableStates {

    private final ProgressBar progress = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    private final ProblemBar problemBar = new ProblemBar();
    private final Hyperlink newer = new Hyperlink();
    private final HBox newerBar = new HBox(new FontIcon(Feather.ARROW_UP), newer);
    private final TableNotice notice = new TableNotice();
    private final Label sentence = new Label();
    private final Button helps = new Button();
    private final VBox placeholder = new VBox(8, sentence, helps);
    private Runnable help = () -> {
    };
    private boolean helpKnown;

    TableStates() {
        progress.getStyleClass().add("thin-progress");
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setVisible(false);
        progress.setMouseTransparent(true);
        StackPane.setAlignment(progress, Pos.TOP_CENTER);
        newerBar.getStyleClass().add("newer-bar");
        newerBar.setAlignment(Pos.CENTER);
        Presence.present(newerBar, false);
        placeholder.setAlignment(Pos.CENTER);
        placeholder.getStyleClass().add("placeholder-box");
        sentence.setWrapText(true);
        helps.setOnAction(_ -> help.run());
        Presence.present(helps, false);
    }

    void follow(PagedRows<?> rows) {
        progress.visibleProperty().bind(rows.slow());
        rows.newer().addListener((_, _, count) -> newer(count.longValue()));
        newer.setOnAction(_ -> rows.fromStart());
        rows.problem().addListener((_, _, problem) -> {
            if (problem == null) {
                problemBar.hide();
            } else {
                problemBar.show(problem, rows::retry);
            }
        });
        rows.state().addListener((_, _, state) -> say(state));
        say(rows.state().get());
    }

    void whenEmpty(String text, String verb, Runnable act) {
        help = act;
        helpKnown = true;
        helps.setText(verb);
        sentence.setText(text);
        Presence.present(helps, true);
    }

    void whenEmpty(String text) {
        helpKnown = true;
        sentence.setText(text);
        Presence.present(helps, false);
    }

    private void say(PagedRows.State state) {
        var empty = state == PagedRows.State.EMPTY;
        placeholder.setVisible(empty);
        if (!helpKnown) {
            sentence.setText(Messages.get("fx.table.empty"));
        }
    }

    private void newer(long count) {
        newer.setText(Messages.get("fx.table.newer", count));
        Presence.present(newerBar, count > 0);
    }

    Node progress() {
        return progress;
    }

    Node problemBar() {
        return problemBar;
    }

    Node newerBar() {
        return newerBar;
    }

    TableNotice notice() {
        return notice;
    }

    Node placeholder() {
        return placeholder;
    }
}
