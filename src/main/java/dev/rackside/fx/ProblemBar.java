package dev.rackside.fx;

import dev.rackside.fault.Problem;
import dev.rackside.text.Messages;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A bar that says what happened and what to do, with Retry where that may help. Takes no room while all is well. */
public final class ProblemBar extends HBox {

    private final Label what = new Label();
    private final Label remedy = new Label();
    private final Button retry = new Button(Messages.get("fx.retry"));
    private final Button close = new Button(null, new FontIcon(Feather.X));
    private @Nullable Runnable again;

    public ProblemBar() {
        getStyleClass().add("problem-bar");
        setMinHeight(USE_PREF_SIZE);
        what.getStyleClass().add("what");
        what.setWrapText(true);
        remedy.setWrapText(true);
        var words = new VBox(what, remedy);
        HBox.setHgrow(words, Priority.ALWAYS);
        close.getStyleClass().addAll("flat", "button-icon");
        close.setTooltip(new Tooltip(Messages.get("fx.close")));
        close.setAccessibleText(Messages.get("fx.close"));
        close.setOnAction(_ -> hide());
        retry.setMinWidth(USE_PREF_SIZE);
        retry.setOnAction(_ -> retry());
        getChildren().addAll(new FontIcon(Feather.ALERT_OCTAGON), words, retry, close);
        setAccessibleRole(AccessibleRole.TEXT);
        hide();
    }

    /** Says what happened; Retry is offered where the problem's code says that it may help. */
    public void show(Problem problem, @Nullable Runnable retryAct) {
        again = retryAct;
        what.setText(what(problem));
        remedy.setText(remedy(problem));
        var offered = retryAct != null && problem.code().retryable();
        retry.setVisible(offered);
        retry.setManaged(offered);
        setAccessibleText(what.getText() + " " + remedy.getText());
        setVisible(true);
        setManaged(true);
    }

    public void hide() {
        setVisible(false);
        setManaged(false);
    }

    private void retry() {
        hide();
        if (again != null) {
            again.run();
        }
    }

    /** What happened, as a sentence. */
    public static String what(Problem problem) {
        return Messages.get("problem." + problem.code().key() + ".what", problem.arguments().toArray());
    }

    /** What the person can do, as a sentence. */
    public static String remedy(Problem problem) {
        return Messages.get("problem." + problem.code().key() + ".remedy", problem.arguments().toArray());
    }
}
