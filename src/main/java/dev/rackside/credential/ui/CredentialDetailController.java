package dev.rackside.credential.ui;

import static dev.rackside.fx.Presence.present;

import dev.rackside.credential.CredentialDetail;
import dev.rackside.credential.CredentialRow;
import dev.rackside.credential.CredentialType;
import dev.rackside.credential.Probe;
import dev.rackside.credential.SecretState;
import dev.rackside.credential.Secrets;
import dev.rackside.fault.Problem;
import dev.rackside.fx.Age;
import dev.rackside.fx.Badge;
import dev.rackside.fx.DetailModel;
import dev.rackside.fx.Facts;
import dev.rackside.fx.ProblemBar;
import dev.rackside.fx.TextLines;
import dev.rackside.integration.Body;
import dev.rackside.integration.ExchangeSystem;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import java.util.EnumMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One credential beside the list: what is known of it without a secret. */
@SuppressWarnings("NullAway.Init")
final class CredentialDetailController {

    private static final String MUTED = "muted";

    private final DetailModel<CredentialRow, CredentialDetail> model;
    private final SecretsModel secretsModel;
    private final ObservableBooleanValue open;
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
    private Button signIn;
    @FXML
    private MenuItem delete;
    @FXML
    private Facts facts;
    @FXML
    private Facts secrets;
    @FXML
    private Label noSecrets;
    @FXML
    private Button testConnection;
    @FXML
    private Label tested;
    @FXML
    private VBox findings;
    @FXML
    private Label settingsHeading;
    @FXML
    private TextLines settings;

    /** What the buttons do. */
    record Steps(Runnable back, Runnable edit, Runnable delete, Runnable signIn, Predicate<Secrets.Place> mayRemove,
            Runnable changed,
            Testing testing) {}

    /**
     * The test of the connection.
     *
     * @param knows whether there is one for a system
     * @param busy whether one is under way
     */
    record Testing(Runnable run, Predicate<Coded<ExchangeSystem>> knows, ObservableBooleanValue busy) {}

    /** @param open whether the vault is */
    CredentialDetailController(DetailModel<CredentialRow, CredentialDetail> model, SecretsModel secretsModel,
            ObservableBooleanValue open, Steps steps) {
        this.model = model;
        this.secretsModel = secretsModel;
        this.open = open;
        this.steps = steps;
    }

    @FXML
    private void initialize() {
        back.setOnAction(_ -> steps.back().run());
        edit.setOnAction(_ -> steps.edit().run());
        signIn.setOnAction(_ -> steps.signIn().run());
        signIn.disableProperty().bind(Bindings.not(open));
        delete.setOnAction(_ -> steps.delete().run());
        testConnection.setOnAction(_ -> steps.testing().run().run());
        testConnection.disableProperty().bind(steps.testing().busy());
        steps.testing().busy().addListener((_, _, busy) -> testConnection.setText(
                Messages.get(busy ? "credential.test.running" : "credential.test.run")));
        settingsHeading.setLabelFor(settings);
        settings.setAccessibleText(Messages.get("credential.settings"));
        open.addListener((_, _, _) -> explain());
        model.row().addListener((_, before, row) -> show(before, row));
        model.detail().addListener((_, _, detail) -> show(detail));
        model.problem().addListener((_, _, problem) -> show(problem));
    }

    /** What is shown of the same one stays until it is read again. */
    private void show(@Nullable CredentialRow before, @Nullable CredentialRow row) {
        if (row == null || (before != null && before.id().equals(row.id()))) {
            return;
        }
        title.setText(CredentialWords.name(row.name()));
        badges.getChildren().setAll(CredentialWords.active(row.active()).label(),
                muted(CredentialWords.system(row.system())), muted(CredentialWords.type(row.type())));
        facts.clear().mono("credential.username", row.username()).mono("credential.host", row.host());
        secretsModel.hide();
        secrets.clear();
        noSecrets.setText("");
        tested.setText("");
        findings.getChildren().clear();
        settings.show("", "");
    }

    private void show(@Nullable CredentialDetail detail) {
        if (detail == null) {
            return;
        }
        var draft = detail.draft();
        title.setText(CredentialWords.name(draft.name()));
        badges.getChildren().setAll(CredentialWords.active(draft.active()).label(),
                muted(CredentialWords.system(draft.system())), muted(CredentialWords.type(draft.type())));
        var expiry = CredentialWords.expiry(detail.secondsLeft());
        if (expiry != null && expiry.tone() != Badge.Tone.PLAIN) {
            badges.getChildren().add(expiry.label());
        }
        present(signIn, draft.type().known() == CredentialType.OAUTH);
        oddities(detail);
        facts.clear().mono("credential.username", draft.username()).mono("credential.address", draft.baseUrl())
                .add("credential.expires", age.full(draft.expiresAt()))
                .add("credential.created", age.full(detail.createdAt()))
                .add("credential.updated", age.full(detail.updatedAt()));
        secrets(detail);
        test(detail);
        settings.show(detail.settings().text(), Messages.get("credential.settings.none"));
    }

    /** Those that are there, and those that this kind of credential needs. */
    private void secrets(CredentialDetail detail) {
        secretsModel.hide();
        secrets.clear();
        var id = detail.id();
        var places = new EnumMap<Secrets.Place, SecretState>(detail.secrets().there());
        Secrets.needed(detail.draft().system(), detail.draft().type())
                .forEach(place -> places.putIfAbsent(place, SecretState.NONE));
        places.forEach((place, state) -> {
            var badge = badge(place, state, detail.hookHost());
            var acts = new SecretLine.Acts(steps.changed(), () -> steps.mayRemove().test(place));
            secrets.named(CredentialWords.place(place, detail.draft().system(), detail.draft().type()),
                    place == Secrets.Place.PLAIN_HOOK
                            ? new PlainHookLine(secretsModel, id, badge, open, acts)
                            : new SecretLine(secretsModel, id, place, state, badge, open, acts));
        });
        explain();
    }

    private static Label badge(Secrets.Place place, SecretState state, @Nullable String hookHost) {
        var badge = CredentialWords.secrets(state).label();
        if (state != SecretState.NONE) {
            badge.setTooltip(new Tooltip(Messages.get(switch (state) {
                case FOREIGN -> "credential.secrets.foreign.tip";
                case PLAIN -> "credential.secrets.plain.tip";
                case SEALED, NONE -> "credential.secrets.sealed.tip";
            })));
        }
        if (place == Secrets.Place.PLAIN_HOOK && hookHost != null) {
            badge.setText(Messages.get("credential.hook.at", badge.getText(), hookHost));
        }
        return badge;
    }

    private void explain() {
        noSecrets.setText(Messages.get(open.get() ? "credential.secrets.open" : "credential.secrets.locked"));
    }

    private void test(CredentialDetail detail) {
        present(testConnection, steps.testing().knows().test(detail.draft().system()));
        findings.getChildren().setAll(CredentialWords.test(detail.test()).label());
        tested.setText(detail.testedAt() == null
                ? Messages.get("credential.tested.never")
                : Messages.get("credential.tested.at", age.full(detail.testedAt())));
        if (!detail.probes().isEmpty()) {
            var table = new Facts();
            detail.probes().forEach(probe -> table.named(probe.name(), found(probe)));
            findings.getChildren().add(table);
        } else if (detail.findings().kind() != Body.Kind.NONE) {
            var found = new Label(detail.findings().text());
            found.getStyleClass().add("mono");
            found.setWrapText(true);
            findings.getChildren().add(found);
        }
    }

    /** What a probe found: a badge where it begins with a word of ours, and what there is to add. */
    private static Node found(Probe probe) {
        var badge = CredentialWords.probe(probe.found());
        var label = new Label(badge == null ? probe.found() : CredentialWords.added(probe.found()));
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        if (badge == null) {
            return label;
        }
        return label.getText().isEmpty() ? badge.label() : new VBox(badge.label(), label);
    }

    /** What other programs wrote and no rule allows is marked; the form mends it. */
    private void oddities(CredentialDetail detail) {
        var fields = detail.draft().violations().stream()
                .map(violation -> Messages.get("credential.field." + violation.field())).distinct()
                .collect(Collectors.joining(", "));
        if (!fields.isEmpty()) {
            var mark = Badge.warn(Messages.get("credential.odd")).label();
            mark.setTooltip(new Tooltip(Messages.get("credential.odd.tip", fields)));
            badges.getChildren().add(mark);
        }
    }

    private static Label muted(String words) {
        var label = new Label(words);
        label.getStyleClass().add(MUTED);
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
