package dev.rackside.credential.ui;

import dev.rackside.credential.VaultMembers.Member;
import dev.rackside.fx.Badge;
import dev.rackside.fx.Dialogs;
import dev.rackside.fx.Presence;
import dev.rackside.text.Messages;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Who has the vault: each with their fingerprint, to be granted it or to have it taken away. */
final class VaultTeam extends VBox {

    private final VaultModel model;
    private final Dialogs dialogs;
    private final VBox people = new VBox(8);
    private final Button reseal = new Button(Messages.get("vault.reseal"));

    VaultTeam(VaultModel model, Dialogs dialogs) {
        super(8);
        this.model = model;
        this.dialogs = dialogs;
        var heading = new Label(Messages.get("vault.team"));
        heading.getStyleClass().add("section");
        var renew = new Button(Messages.get("vault.renew"));
        renew.setOnAction(_ -> renew(null));
        reseal.setOnAction(_ -> model.reseal());
        getChildren().addAll(heading, people, new FlowPane(8, 8, renew, reseal));
        model.team().addListener((_, _, now) -> show(now));
        show(model.team().get());
    }

    private void show(VaultModel.Team now) {
        people.getChildren().setAll(now.members().stream().map(this::line).toList());
        Presence.present(reseal, now.behind());
    }

    /** Their name, how they stand, what can be done, and their fingerprint. */
    private Node line(Member member) {
        var name = new Label(member.name() == null ? Messages.get("vault.kit") : member.name());
        var badge = !member.trusted()
                ? Badge.bad(Messages.get("vault.member.stranger"))
                : member.granted()
                        ? Badge.good(Messages.get("vault.member.has"))
                        : Badge.rest(Messages.get("vault.member.has-not"));
        var head = new FlowPane(8, 4, name, badge.label());
        if (!member.granted()) {
            head.getChildren().add(button("vault.grant", () -> grant(member)));
        } else if (!member.oneself() && member.name() != null) {
            head.getChildren().add(button("vault.remove", () -> renew(member)));
        }
        return new VBox(4, head, print(member.keys().words()), print(member.fingerprint()));
    }

    private static Label print(String fingerprint) {
        var label = new Label(fingerprint);
        label.getStyleClass().addAll("mono", "muted");
        label.setWrapText(true);
        return label;
    }

    private static Button button(String key, Runnable act) {
        var button = new Button(Messages.get(key));
        button.getStyleClass().add("small");
        button.setOnAction(_ -> act.run());
        return button;
    }

    private void grant(Member member) {
        if (dialogs.confirm(Messages.get("vault.grant.question", String.valueOf(member.name())),
                Messages.get("vault.grant.explanation", member.fingerprint(), member.keys().words()),
                Messages.get("vault.grant"))) {
            model.grant(member);
        }
    }

    private void renew(@Nullable Member leaving) {
        var question = leaving == null
                ? Messages.get("vault.renew.question")
                : Messages.get("vault.remove.question", String.valueOf(leaving.name()));
        if (dialogs.confirm(question, Messages.get(leaving == null
                ? "vault.renew.explanation"
                : "vault.remove.explanation"), Messages.get(leaving == null ? "vault.renew" : "vault.remove"))) {
            model.renew(leaving);
        }
    }
}
