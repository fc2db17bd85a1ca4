package dev.rackside.workspace.ui;

import dev.rackside.fx.Presence;
import dev.rackside.text.Messages;
import dev.rackside.workspace.LinkedTeam;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/**
 * Says of settings that came with a link where a password would go and what would be trusted there, and wants to hear
 * that the person knows these servers. Takes no room where the settings are somebody's own.
 */
public final class LinkedNote extends VBox {

    private final CheckBox known = new CheckBox();
    private final BooleanBinding unconfirmed = visibleProperty().and(known.selectedProperty().not());

    public LinkedNote() {
        getStyleClass().addAll("unknown-box", "linked-note");
        known.setId("linkedKnown");
        known.setWrapText(true);
        hide();
    }

    /** While nobody has said yet that they know the servers. */
    BooleanBinding unconfirmed() {
        return unconfirmed;
    }

    void hide() {
        Presence.present(this, false);
    }

    void show(LinkedTeam team) {
        var lines = new ArrayList<Node>();
        var title = sentence(Messages.get("workspace.linked"));
        title.getStyleClass().add("workspace-name");
        lines.add(title);
        lines.add(sentence(Messages.get("workspace.linked.hosts")));
        team.hosts().forEach(host -> lines.add(mono(host)));
        if (!team.trusted().isEmpty()) {
            lines.add(sentence(Messages.get("workspace.linked.certificates")));
            team.trusted().forEach(each -> lines.addAll(List.of(mono(each.subject()),
                    mono(Messages.get("workspace.linked.fingerprint", halves(each.fingerprint()))))));
        }
        known.setText(Messages.get(team.trusted().isEmpty()
                ? "workspace.linked.known"
                : "workspace.linked.known.certificates"));
        known.setSelected(false);
        lines.add(known);
        getChildren().setAll(lines);
        Presence.present(this, true);
    }

    /** What is to be looked at first. */
    void focus() {
        known.requestFocus();
    }

    /** On two lines, so that the window's width says nothing about where it breaks. */
    private static String halves(String fingerprint) {
        var half = fingerprint.indexOf(':', fingerprint.length() / 2) + 1;
        return fingerprint.substring(0, half) + "\n" + fingerprint.substring(half);
    }

    private static Label sentence(String words) {
        var label = new Label(words);
        label.setWrapText(true);
        return label;
    }

    private static Label mono(String words) {
        var label = sentence(words);
        label.getStyleClass().add("mono");
        return label;
    }
}
