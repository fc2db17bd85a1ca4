package dev.rackside.backup.ui;

import dev.rackside.backup.BackupDetail;
import dev.rackside.backup.BackupWords;
import dev.rackside.backup.VerificationLevel;
import dev.rackside.fx.Badge;
import dev.rackside.fx.TextScale;
import dev.rackside.text.Messages;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The four levels of a verification as steps, each with how it stands. */
public final class LevelLadder extends VBox {

    public LevelLadder() {
        getStyleClass().add("level-ladder");
        show(null);
    }

    void show(@Nullable BackupDetail detail) {
        getChildren().clear();
        for (var level : VerificationLevel.values()) {
            getChildren().add(step(level, detail == null ? BackupDetail.Step.NOT_TRIED : detail.step(level)));
        }
    }

    private static Node step(VerificationLevel level, BackupDetail.Step step) {
        var name = BackupWords.level(level);
        var badge = switch (step) {
            case HELD -> Badge.good(name);
            case FAILED -> Badge.bad(name);
            case NOT_TRIED -> Badge.rest(name);
        };
        var label = badge.label();
        label.setMinWidth(TextScale.px(96));
        var means = new Label(BackupWords.levelMeans(level));
        means.getStyleClass().add("muted");
        means.setWrapText(true);
        HBox.setHgrow(means, Priority.ALWAYS);
        var said = Messages.get("backup.step." + step.name().toLowerCase(java.util.Locale.ROOT));
        means.setTooltip(new Tooltip(means.getText() + ": " + said));
        var line = new HBox(8, label, means);
        line.getStyleClass().add("level-step");
        line.setAccessibleText(name + ", " + said + ". " + means.getText());
        return line;
    }
}
