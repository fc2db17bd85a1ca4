package dev.rackside.credential.ui;

import dev.rackside.text.Messages;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/** A hook's address that another program left in the clear: a sealed copy is offered, and the original stays until then. */
final class PlainHookLine extends FlowPane {

    /** @param badge how it is kept */
    PlainHookLine(SecretsModel model, UUID credential, Label badge, ObservableBooleanValue open, SecretLine.Acts acts) {
        super(8, 4);
        var seal = new Button(Messages.get("secret.seal-copy"));
        var remove = new Button(Messages.get("secret.remove"));
        Stream.of(seal, remove).forEach(button -> button.getStyleClass().add("small"));
        seal.disableProperty().bind(Bindings.not(open));
        seal.setOnAction(_ -> model.sealPlainHook(credential, acts.changed()));
        remove.setOnAction(_ -> {
            if (acts.mayRemove().getAsBoolean()) {
                model.removePlainHook(credential, acts.changed());
            }
        });
        getChildren().addAll(badge, seal, remove);
    }
}
