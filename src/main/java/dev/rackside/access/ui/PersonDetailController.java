package dev.rackside.access.ui;

import dev.rackside.access.PersonDetail;
import dev.rackside.access.PersonFacet;
import dev.rackside.access.PersonRow;
import dev.rackside.access.TokenRow;
import dev.rackside.fault.Problem;
import dev.rackside.fx.Age;
import dev.rackside.fx.Badge;
import dev.rackside.fx.Facts;
import dev.rackside.fx.ProblemBar;
import dev.rackside.text.Messages;
import java.time.Instant;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One person beside the list, with their tokens. */
@SuppressWarnings("NullAway.Init")
final class PersonDetailController {

    private final PersonDetailViewModel model;
    private final Steps steps;
    private final Age age = Age.here();

    @FXML
    private ProblemBar bar;
    @FXML
    private Label title;
    @FXML
    private FlowPane badges;
    @FXML
    private Button back;
    @FXML
    private Button edit;
    @FXML
    private Button turn;
    @FXML
    private MenuItem delete;
    @FXML
    private Facts facts;
    @FXML
    private Label tokensHeading;
    @FXML
    private VBox tokens;

    /**
     * What the buttons do.
     *
     * @param turn lets the person in again, or no longer
     */
    record Steps(Runnable back, Runnable edit, Runnable turn, Runnable delete, Consumer<TokenRow> revoke) {}

    PersonDetailController(PersonDetailViewModel model, Steps steps) {
        this.model = model;
        this.steps = steps;
    }

    @FXML
    private void initialize() {
        back.setOnAction(_ -> steps.back().run());
        edit.setOnAction(_ -> steps.edit().run());
        turn.setOnAction(_ -> steps.turn().run());
        delete.setOnAction(_ -> steps.delete().run());
        tokensHeading.setLabelFor(tokens);
        model.row().addListener((_, _, row) -> show(row));
        model.detail().addListener((_, _, detail) -> show(detail));
        model.problem().addListener((_, _, problem) -> show(problem));
    }

    private void show(@Nullable PersonRow row) {
        if (row != null) {
            head(row.name(), row.state());
            badges.getChildren().add(PersonWords.role(row.role()).label());
            facts.clear().mono("person.username", row.username()).mono("person.email", row.email());
            tokens.getChildren().clear();
        }
    }

    private void head(String name, String state) {
        title.setText(name);
        badges.getChildren().setAll(PersonWords.state(state).label());
        if (model.isSelf()) {
            badges.getChildren().add(Badge.info(Messages.get("person.you")).label());
        }
        var inactive = state.equals(PersonFacet.INACTIVE);
        turn.setText(Messages.get(inactive ? "person.activate" : "person.deactivate"));
        var oneself = model.isSelf() && !inactive;
        turn.disableProperty().unbind();
        if (oneself) {
            turn.setDisable(true);
        } else {
            turn.disableProperty().bind(model.busy());
        }
    }

    private void show(@Nullable PersonDetail detail) {
        tokens.getChildren().clear();
        if (detail == null) {
            return;
        }
        var draft = detail.draft();
        var name = draft.displayName();
        head(name == null || name.isBlank() ? String.valueOf(draft.username()) : name, detail.state());
        badges.getChildren().add(PersonWords.role(draft.role()).label());
        facts.clear().mono("person.username", draft.username()).mono("person.email", draft.email())
                .add("person.password",
                        Messages.get(detail.passwordSet() ? "person.password.set" : "person.password.none"))
                .add("person.login", detail.lastLoginAt() == null
                        ? Messages.get("person.login.never")
                        : age.full(detail.lastLoginAt()))
                .add("person.failed", detail.failedLogins() > 0 ? String.valueOf(detail.failedLogins()) : null)
                .add("person.locked", locked(detail))
                .add("person.created", age.full(detail.createdAt()))
                .add("person.updated", age.full(detail.updatedAt()));
        detail.tokens().forEach(token -> tokens.getChildren().add(token(token)));
        if (detail.tokens().isEmpty()) {
            tokens.getChildren().add(muted(Messages.get("person.tokens.none")));
        }
    }

    private @Nullable String locked(PersonDetail detail) {
        return detail.lockedUntil() == null
                ? null
                : detail.state().equals(PersonFacet.LOCKED)
                        ? age.full(detail.lockedUntil())
                        : Messages.get("person.locked.over", age.full(detail.lockedUntil()));
    }

    private Node token(TokenRow token) {
        var name = new Label(token.name() == null || token.name().isBlank()
                ? Messages.get("person.token.nameless")
                : token.name());
        name.setMaxWidth(Double.MAX_VALUE);
        name.setTooltip(new Tooltip(name.getText()));
        HBox.setHgrow(name, Priority.ALWAYS);
        var head = new HBox(8, name, PersonWords.token(token, Instant.now()).label());
        if (token.revokedAt() == null) {
            var revoke = new Button(Messages.get("person.token.revoke"));
            revoke.getStyleClass().add("small");
            revoke.setMinWidth(Button.USE_PREF_SIZE);
            revoke.setAccessibleText(Messages.get("person.token.revoke.of", name.getText()));
            revoke.setTooltip(new Tooltip(Messages.get("person.token.revoke.tip")));
            revoke.setOnAction(_ -> steps.revoke().accept(token));
            head.getChildren().add(revoke);
        }
        var known = new Facts().mono("person.token.prefix", token.prefix() == null ? null : token.prefix() + "…")
                .mono("person.token.scopes", PersonWords.scopes(token.scopes()))
                .add("person.token.expires", age.full(token.expiresAt()))
                .add("person.token.used", token.lastUsedAt() == null
                        ? Messages.get("person.token.unused")
                        : age.full(token.lastUsedAt()))
                .add("person.token.revoked-at", age.full(token.revokedAt()));
        var box = new VBox(4, head, known);
        box.getStyleClass().add("evidence");
        return box;
    }

    private static Label muted(String words) {
        var label = new Label(words);
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        return label;
    }

    private void show(@Nullable Problem problem) {
        if (problem == null) {
            bar.hide();
        } else {
            bar.show(problem, model::retry);
        }
    }

    /** The way back to the list is offered where the detail hides it. */
    void folded(boolean folded) {
        back.setVisible(folded);
        back.setManaged(folded);
    }
}
