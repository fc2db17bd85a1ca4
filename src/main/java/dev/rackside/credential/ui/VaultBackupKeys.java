package dev.rackside.credential.ui;

import dev.rackside.credential.BackupKeyService.Standing;
import dev.rackside.fx.Badge;
import dev.rackside.fx.Dialogs;
import dev.rackside.fx.Presence;
import dev.rackside.fx.ProblemBar;
import dev.rackside.text.Messages;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Whether backups are encrypted, by which key, and whether this workstation has it. */
final class VaultBackupKeys extends VBox {

    private final BackupKeyModel model;
    private final Dialogs dialogs;
    private final ProblemBar bar = new ProblemBar();
    private final FlowPane badge = new FlowPane(8, 4);
    private final Label says = new Label();
    private final Label file = new Label();
    private final Button begin = new Button(Messages.get("vault.backup-key.begin"));
    private final Button next = new Button(Messages.get("vault.backup-key.next"));
    private final Button fetch = new Button(Messages.get("vault.backup-key.fetch"));
    private final Button end = new Button(Messages.get("vault.backup-key.end"));

    VaultBackupKeys(BackupKeyModel model, Dialogs dialogs) {
        super(8);
        this.model = model;
        this.dialogs = dialogs;
        var heading = new Label(Messages.get("vault.backup-key"));
        heading.getStyleClass().add("section");
        says.setWrapText(true);
        file.setWrapText(true);
        file.getStyleClass().add("muted");
        Stream.of(begin, next, fetch, end).forEach(button -> button.disableProperty().bind(model.busy()));
        begin.setOnAction(_ -> model.next());
        next.setOnAction(_ -> ask("vault.backup-key.next", model::next));
        fetch.setOnAction(_ -> model.fetch());
        end.setOnAction(_ -> ask("vault.backup-key.end", model::retire));
        getChildren().addAll(heading, bar, badge, says, file, new FlowPane(8, 8, begin, fetch, next, end));
        model.standing().addListener((_, _, now) -> show(now));
        model.problem().addListener((_, _, problem) -> {
            if (problem == null) {
                bar.hide();
            } else {
                bar.show(problem, model::read);
            }
        });
        show(model.standing().get());
    }

    private void ask(String key, Runnable act) {
        if (dialogs.confirm(Messages.get(key + ".question"), Messages.get(key + ".explanation"), Messages.get(key))) {
            act.run();
        }
    }

    private void show(@Nullable Standing now) {
        Presence.present(this, now != null);
        if (now == null) {
            return;
        }
        var generation = now.newest().map(name -> name.generation()).orElse(0);
        badge.getChildren().setAll(badge(now, generation).label());
        says.setText(now.on()
                ? Messages.get("vault.backup-key.says." + (now.newestHere()
                        ? "here"
                        : now.here() > 0 ? "older" : "missing"), generation)
                : Messages.get("vault.backup-key.says.off"));
        file.setText(Messages.get("vault.backup-key.file", model.file()));
        Presence.present(file, now.newestHere());
        Presence.present(begin, !now.on());
        Presence.present(next, now.on());
        Presence.present(end, now.on());
        Presence.present(fetch, now.here() < now.generations());
    }

    private static Badge badge(Standing now, int generation) {
        if (!now.on()) {
            return Badge.rest(Messages.get("vault.backup-key.off"));
        }
        var on = Messages.get("vault.backup-key.on", generation);
        return now.newestHere() ? Badge.good(on) : now.here() > 0 ? Badge.warn(on) : Badge.bad(on);
    }
}
