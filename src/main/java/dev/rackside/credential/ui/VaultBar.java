package dev.rackside.credential.ui;

import dev.rackside.fx.Presence;
import dev.rackside.credential.VaultService.Standing;
import dev.rackside.fx.ProblemBar;
import dev.rackside.fx.TypedPassword;
import dev.rackside.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Above the credentials: how the vault stands, and the one thing to do about it. */
final class VaultBar extends VBox {

    private final FontIcon icon = new FontIcon(Feather.LOCK);
    private final Label words = new Label();
    private final PasswordField password = new PasswordField();
    private final Button unlock = new Button(Messages.get("vault.unlock"));
    private final Button lock = new Button(Messages.get("vault.lock"));
    private final Hyperlink more = new Hyperlink();
    private final Label reason = new Label();
    private final VaultModel model;
    private final VaultRecordModel told;
    private boolean asked;

    /** @param open shows the vault's page */
    VaultBar(VaultModel model, VaultRecordModel told, Runnable open) {
        this.model = model;
        this.told = told;
        getStyleClass().add("vault-bar");
        words.setWrapText(true);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        password.setMinWidth(120);
        unlock.setMinWidth(USE_PREF_SIZE);
        lock.setMinWidth(USE_PREF_SIZE);
        more.setMinWidth(USE_PREF_SIZE);
        var line = new HBox(8, icon, words, password, unlock, lock, more);
        line.setAlignment(Pos.CENTER_LEFT);
        password.setPromptText(Messages.get("vault.password"));
        password.setAccessibleText(Messages.get("vault.password"));
        lock.setTooltip(new Tooltip(Messages.get("vault.lock.tip")));
        reason.getStyleClass().add("form-error");
        reason.setWrapText(true);
        getChildren().addAll(line, reason);
        password.setOnAction(_ -> unlock());
        unlock.setOnAction(_ -> unlock());
        unlock.disableProperty().bind(password.textProperty().isEmpty().or(model.busy()));
        lock.setOnAction(_ -> model.lock());
        more.setId("vault");
        more.setOnAction(_ -> open.run());
        model.kitTried().addListener((_, _, _) -> show(model.standing().get()));
        told.changes().addListener((_, _, _) -> show(model.standing().get()));
        model.standing().addListener((_, _, now) -> show(now));
        model.problem().addListener((_, _, problem) -> {
            // What was asked on the vault's page is answered there.
            var ours = asked && problem != null;
            reason.setText(ours ? ProblemBar.what(problem) : "");
            Presence.present(reason, ours);
        });
        Presence.present(reason, false);
        show(model.standing().get());
    }

    /** The most urgent of what there is to say. */
    private String open() {
        if (!model.kitTried().get()) {
            return Messages.get("vault.open.untried");
        }
        var due = told.changes().get().size();
        return due == 0 ? Messages.get("vault.open") : Messages.get("vault.open.changes", due);
    }

    private void unlock() {
        var typed = TypedPassword.of(password);
        password.clear();
        if (typed.length > 0) {
            asked = true;
            model.unlock(typed, () -> asked = false);
        }
    }

    private void show(@Nullable Standing now) {
        setVisible(now != null);
        setManaged(now != null);
        if (now == null) {
            return;
        }
        var open = now == Standing.OPEN;
        icon.setIconCode(open ? Feather.UNLOCK : Feather.LOCK);
        words.setText(switch (now) {
            case NONE -> Messages.get("vault.none");
            case NOT_GRANTED -> Messages.get("vault.not-granted");
            case LOCKED -> Messages.get("vault.locked");
            case OPEN -> open();
        });
        more.setText(Messages.get(now == Standing.NONE ? "vault.create" : "vault.more"));
        Presence.present(password, now == Standing.LOCKED);
        Presence.present(unlock, now == Standing.LOCKED);
        Presence.present(lock, open);
        if (now != Standing.LOCKED) {
            asked = false;
            password.clear();
        }
    }
}
