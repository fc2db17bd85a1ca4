package dev.rackside.backup.ui;

import dev.rackside.fx.Presence;
import dev.rackside.backup.BackupDetail;
import dev.rackside.backup.BackupOutcome;
import dev.rackside.backup.BackupRow;
import dev.rackside.backup.BackupWords;
import dev.rackside.backup.VerificationReport;
import dev.rackside.fx.Age;
import dev.rackside.fx.Badge;
import dev.rackside.fx.Facts;
import dev.rackside.fx.ProblemBar;
import dev.rackside.fx.Spans;
import dev.rackside.text.Messages;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.Locale;
import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One backup beside the list. */
final class BackupDetailController {

    private final BackupDetailViewModel model;
    private final Steps steps;
    private final ObservableBooleanValue busy;
    private final Age age = Age.here();

    @FXML
    private Label title;
    @FXML
    private FlowPane badges;
    @FXML
    private Button back;
    @FXML
    private Button edit;
    @FXML
    private Button delete;
    @FXML
    private Button verify;
    @FXML
    private Button restore;
    @FXML
    private Label notEditable;
    @FXML
    private ProblemBar bar;
    @FXML
    private VBox failure;
    @FXML
    private LevelLadder ladder;
    @FXML
    private Facts facts;
    @FXML
    private Facts proof;
    @FXML
    private VBox comparison;
    @FXML
    private VBox file;

    /** What the buttons do. */
    record Steps(Runnable back, Runnable edit, Runnable delete, Runnable verify, Runnable restore,
            Runnable confirm) {}

    /** @param busy whether a backup or a proof is under way */
    BackupDetailController(BackupDetailViewModel model, Steps steps, ObservableBooleanValue busy) {
        this.model = model;
        this.steps = steps;
        this.busy = busy;
    }

    @FXML
    private void initialize() {
        back.setOnAction(_ -> steps.back().run());
        edit.setOnAction(_ -> steps.edit().run());
        delete.setOnAction(_ -> steps.delete().run());
        verify.setOnAction(_ -> steps.verify().run());
        busy.addListener(_ -> verifiable(model.detail().get()));
        restore.setOnAction(_ -> steps.restore().run());
        model.row().addListener((_, _, row) -> {
            if (row != null) {
                show(row);
            }
        });
        model.detail().addListener((_, _, detail) -> show(detail));
        model.problem().addListener((_, _, problem) -> {
            if (problem == null) {
                bar.hide();
            } else {
                bar.show(problem, model::retry);
            }
        });
        show((BackupDetail) null);
    }

    private void show(BackupRow row) {
        title.setText(BackupBadges.title(row));
        badges.getChildren().setAll(BackupBadges.grade(row.grade()).label(),
                labelled("backup.outcome", BackupBadges.outcome(row.outcome())));
        var odd = BackupBadges.oddType(row.type());
        if (odd != null) {
            badges.getChildren().add(odd.label());
        }
    }

    /** A result's word alone doesn't say of what. */
    private static Label labelled(String key, Badge badge) {
        return new Badge(Messages.get("backup.labelled", Messages.get(key), badge.word()), badge.tone(), badge.tip())
                .label();
    }

    private void show(@Nullable BackupDetail detail) {
        ladder.show(detail);
        facts.clear();
        proof.clear();
        failure.getChildren().clear();
        comparison.getChildren().clear();
        file.getChildren().clear();
        verifiable(detail);
        edit.setDisable(detail == null || !detail.editable());
        Presence.present(restore, detail != null && detail.restorable());
        Presence.present(notEditable, detail != null && !detail.editable());
        if (detail != null) {
            failure(detail);
            facts(detail);
            proof(detail.report());
            comparison.getChildren().setAll(ComparisonView.of(detail.report()));
            file(detail);
        }
    }

    /** Only what the program took itself has the manifest to compare with. */
    private void verifiable(@Nullable BackupDetail detail) {
        Presence.present(verify, detail != null && !detail.editable());
        verify.setDisable(busy.get() || detail == null || detail.editable()
                || detail.row().outcome().known() != BackupOutcome.SUCCEEDED);
    }

    private void failure(BackupDetail detail) {
        var reason = BackupWords.reason(detail.row().reasonCode());
        if (!reason.isEmpty()) {
            failure.getChildren().add((detail.row().bad() ? Badge.bad(reason) : Badge.warn(reason)).label());
        }
        if (detail.failure() != null && !detail.failure().isBlank()) {
            failure.getChildren().add(wrapped(detail.failure(), "mono"));
        }
        if (detail.row().suspect()) {
            var right = new Button(Messages.get("backup.suspect.right"));
            right.setId("suspectRight");
            right.setOnAction(_ -> steps.confirm().run());
            failure.getChildren().addAll(wrapped(Messages.get("backup.suspect.note"), "muted"), right);
        }
        Presence.present(failure, !failure.getChildren().isEmpty());
    }

    private void facts(BackupDetail detail) {
        var row = detail.row();
        when(facts, "backup.started", row.startedAt());
        when(facts, "backup.completed", row.completedAt());
        facts.add("backup.duration", BackupBadges.duration(row))
                .add("backup.size", sizeInFull(row))
                .add("backup.method", detail.toolVersion() == null
                        ? row.method()
                        : Messages.get("backup.method.version", String.valueOf(row.method()), detail.toolVersion()))
                .mono("backup.host", row.host())
                .mono("backup.database", row.databaseName())
                .add("backup.encrypted", detail.encrypted() == null
                        ? null
                        : Messages.get(detail.encrypted() ? "backup.encrypted.yes" : "backup.encrypted.no"))
                .add("backup.schedule", detail.schedule())
                .add("backup.taken-by", detail.takenBy())
                .mono("backup.workstation", detail.workstation())
                .add("backup.recorded-by", detail.report().recordedBy());
    }

    private static @Nullable String sizeInFull(BackupRow row) {
        var size = BackupBadges.size(row);
        return size == null || row.sizeBytes() == null || row.sizeBytes() < 1024
                ? size
                : Messages.get("backup.size.full", size,
                        NumberFormat.getIntegerInstance(Locale.ENGLISH).format(row.sizeBytes()));
    }

    private void proof(VerificationReport report) {
        if (!report.readable()) {
            var mark = Badge.warn(Messages.get("backup.details.raw")).label();
            proof.add("backup.details", new VBox(4, mark, wrapped(report.remarkText(), "mono")));
            return;
        }
        when(proof, "backup.checked", report.checkedAt());
        proof.add("backup.checked-with", VerificationReport.OWN_METHOD.equals(report.method()) ? null : report.method())
                .add("backup.level", report.levelText())
                .add("backup.server-version", report.serverVersion())
                .add("backup.check-took", report.duration() == null ? null : Spans.text(report.duration()))
                .add("backup.remark", report.remark());
    }

    private void file(BackupDetail detail) {
        copied("backup.path", detail.row().filePath());
        copied("backup.sha256", detail.sha256());
    }

    private void copied(String key, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            var name = new Label(Messages.get(key));
            name.getStyleClass().add("muted");
            file.getChildren().addAll(name, new CopyLine(text));
        }
    }

    private void when(Facts into, String key, @Nullable Instant moment) {
        if (moment != null) {
            var label = new Label(Messages.get("backup.moment", age.full(moment).substring(0, 19), age.text(moment)));
            label.setTooltip(new Tooltip(age.full(moment)));
            into.add(key, label);
        }
    }

    private static Label wrapped(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }

    /** The way back to the list is offered where the detail hides it. */
    void folded(boolean folded) {
        Presence.present(back, folded);
    }
}
