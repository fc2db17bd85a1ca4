package dev.rackside.credential.ui;

import dev.rackside.fx.Presence;
import dev.rackside.credential.SecretState;
import dev.rackside.credential.Secrets.Place;
import dev.rackside.fx.TypedPassword;
import dev.rackside.text.Messages;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** One secret of a credential: how it is kept, and what can be done with it while the vault is open. */
final class SecretLine extends VBox {

    private final SecretsModel model;
    private final UUID credential;
    private final Place place;
    private final Acts acts;
    private final Label seen = new Label();
    private final Button reveal = new Button(Messages.get("secret.reveal"));
    private final Button copy = new Button(Messages.get("secret.copy"));
    private final Button replace = new Button();
    private final Button remove = new Button(Messages.get("secret.remove"));
    private final PasswordField typed = new PasswordField();
    private final Button save = new Button(Messages.get("secret.save"));
    private final Button cancel = new Button(Messages.get("fx.cancel"));
    private final FlowPane editor = new FlowPane(8, 4, typed, save, cancel);

    /**
     * What the line can't do by itself.
     *
     * @param changed the credential is to be read again
     * @param mayRemove asks whether the secret shall go
     */
    record Acts(Runnable changed, BooleanSupplier mayRemove) {}

    /** @param badge how it is kept */
    SecretLine(SecretsModel model, UUID credential, Place place, SecretState state, Label badge,
            ObservableBooleanValue open, Acts acts) {
        this.model = model;
        this.credential = credential;
        this.place = place;
        this.acts = acts;
        getStyleClass().add("secret-line");
        var sealed = state == SecretState.SEALED;
        replace.setText(Messages.get(state == SecretState.NONE ? "secret.set" : "secret.replace"));
        copy.setTooltip(new Tooltip(Messages.get("secret.copy.tip")));
        reveal.setTooltip(new Tooltip(Messages.get("secret.reveal.tip")));
        var buttons = new FlowPane(8, 4, badge);
        if (sealed) {
            buttons.getChildren().addAll(reveal, copy);
        }
        buttons.getChildren().add(replace);
        if (state != SecretState.NONE) {
            buttons.getChildren().add(remove);
        }
        seen.getStyleClass().add("mono");
        seen.setWrapText(true);
        Presence.present(seen, false);
        Presence.present(editor, false);
        typed.setAccessibleText(CredentialWords.place(place));
        getChildren().addAll(buttons, seen, editor);
        var locked = Bindings.not(open);
        Stream.of(reveal, copy, replace, remove).forEach(button -> {
            button.getStyleClass().add("small");
            button.disableProperty().bind(locked);
        });
        reveal.setOnAction(_ -> reveal());
        copy.setOnAction(_ -> copy());
        replace.setOnAction(_ -> edit());
        remove.setOnAction(_ -> remove());
        save.disableProperty().bind(typed.textProperty().isEmpty().or(locked));
        save.setOnAction(_ -> write());
        typed.setOnAction(_ -> write());
        cancel.setOnAction(_ -> close());
        sceneProperty().addListener((_, _, scene) -> {
            if (scene == null) {
                close();
            }
        });
    }

    private void reveal() {
        if (seen.isVisible()) {
            model.hide();
        } else {
            model.reveal(credential, place, secret -> {
                seen.setText(secret);
                Presence.present(seen, true);
                reveal.setText(Messages.get("secret.hide"));
            }, () -> {
                seen.setText("");
                Presence.present(seen, false);
                reveal.setText(Messages.get("secret.reveal"));
            });
        }
    }

    private void copy() {
        model.copy(credential, place, () -> copy.setText(Messages.get("secret.copied")));
    }

    private void edit() {
        Presence.present(editor, true);
        typed.requestFocus();
    }

    private void write() {
        if (typed.getLength() > 0) {
            // Where it can't be written, what was typed stays.
            model.write(credential, place, TypedPassword.of(typed), () -> {
                close();
                acts.changed().run();
            });
        }
    }

    private void remove() {
        if (acts.mayRemove().getAsBoolean()) {
            model.write(credential, place, null, acts.changed());
        }
    }

    private void close() {
        typed.clear();
        Presence.present(editor, false);
    }
}
