package dev.rackside.backup.ui;

import dev.rackside.backup.BackupDraft;
import dev.rackside.backup.BackupService;
import dev.rackside.backup.BackupType;
import dev.rackside.backup.BackupWords;
import dev.rackside.backup.VerificationReport;
import dev.rackside.backup.VerificationStatus;
import dev.rackside.fx.Age;
import dev.rackside.fx.Background;
import dev.rackside.fx.Bytes;
import dev.rackside.fx.CodedBox;
import dev.rackside.fx.Dialogs;
import dev.rackside.fx.Editing;
import dev.rackside.fx.Form;
import dev.rackside.fx.ProblemBar;
import dev.rackside.row.Versioned;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/** The form of a backup that was taken elsewhere. */
final class BackupFormController implements Editing.Door<BackupDraft> {

    private static final List<Coded<VerificationStatus>> CHOSEN_BY_HAND = List
            .of(Coded.of(VerificationStatus.NOT_VERIFIED), Coded.of(VerificationStatus.FAILED));

    private final BackupService backups;
    private final String person;
    private final Background background;
    private final Dialogs dialogs;
    private final Runnable back;
    private @Nullable String details;

    @FXML
    private Node root;
    @FXML
    private Label heading;
    @FXML
    private ProblemBar bar;
    @FXML
    private CodedBox<BackupType> type;
    @FXML
    private TextField filePath;
    @FXML
    private TextField sizeBytes;
    @FXML
    private Label sizeWords;
    @FXML
    private TextField startedAt;
    @FXML
    private TextField completedAt;
    @FXML
    private TextField method;
    @FXML
    private TextField host;
    @FXML
    private TextField databaseName;
    @FXML
    private CodedBox<VerificationStatus> verification;
    @FXML
    private TextArea remark;
    @FXML
    private Button save;
    @FXML
    private Button saveAsNew;
    @FXML
    private Button cancel;

    @SuppressWarnings("NullAway.Init")
    private Form<BackupDraft> form;
    @SuppressWarnings("NullAway.Init")
    private Editing<BackupDraft> editing;

    /** @param person whose name stands in the records made here */
    BackupFormController(BackupService backups, String person, Background background, Dialogs dialogs, Runnable back) {
        this.backups = backups;
        this.person = person;
        this.background = background;
        this.dialogs = dialogs;
        this.back = back;
    }

    @FXML
    private void initialize() {
        type.offer(BackupType.class, "backup.type.");
        verification.offer(VerificationStatus.class, "backup.verification.");
        form = new Form<>(BackupDraft.class, this::violations)
                .text("filePath", filePath).number("sizeBytes", sizeBytes)
                .moment("startedAt", startedAt).moment("completedAt", completedAt)
                .text("method", method).text("host", host).text("databaseName", databaseName)
                .bind("details", remark, remark.textProperty(), this::detailsAsEdited, this::showDetails);
        type.edit(form, "type");
        form.bind("verification", verification, verification.valueProperty(), verification::getValue,
                this::showVerification);
        editing = new Editing<>(form, this, new Editing.Words(BackupFormController::label, BackupFormController::words),
                bar, dialogs, background);
        sizeBytes.textProperty().addListener((_, _, typed) -> sizeWords.setText(size(typed)));
        editing.buttons(root, new Editing.Buttons(save, saveAsNew, cancel), back);
    }

    private List<dev.rackside.fault.Violation> violations(BackupDraft draft) {
        return draft.violations(form.version() == null ? BackupDraft.blank() : form.base());
    }

    /** The person edits the remark; whatever else the details hold stays. */
    private @Nullable Object detailsAsEdited() {
        var typed = Objects.requireNonNullElse(remark.getText(), "");
        return typed.equals(VerificationReport.of(details).remarkText())
                ? details
                : VerificationReport.withRemark(details, typed);
    }

    private void showDetails(@Nullable Object loaded) {
        details = (String) loaded;
        remark.setText(VerificationReport.of(details).remarkText());
    }

    /** Nobody passes a backup by hand; what another program said is offered where it stands. */
    @SuppressWarnings("unchecked")
    private void showVerification(@Nullable Object loaded) {
        var status = (Coded<VerificationStatus>) loaded;
        verification.getItems().setAll(CHOSEN_BY_HAND);
        if (status != null && status.text() != null && !CHOSEN_BY_HAND.contains(status)) {
            verification.getItems().add(status);
        }
        verification.setValue(status);
    }

    /** "= 171.8 MiB" beside a number that is one. */
    private static String size(@Nullable String typed) {
        try {
            var bytes = Long.parseLong(typed == null ? "" : typed.strip());
            return bytes < 1024 ? "" : "= " + Bytes.text(bytes);
        } catch (NumberFormatException _) {
            return "";
        }
    }

    private static String label(String component) {
        return Messages.get("backup.field." + component);
    }

    private static String words(String component, @Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Coded<?> coded -> CodedBox.word(coded,
                    component.equals("type") ? "backup.type." : "backup.verification.");
            case Instant moment -> Age.here().full(moment);
            case Long bytes -> Bytes.text(bytes);
            default -> component.equals("details")
                    ? VerificationReport.of(value.toString()).remarkText()
                    : value.toString();
        };
    }

    /** Shows a record for editing; {@code shown} is called when it is read. */
    void edit(UUID id, Runnable shown) {
        editing.edit(id, draft -> heading.setText(Messages.get("backup.form.edit", BackupWords.type(draft.type()))),
                () -> {
                    shown.run();
                    focus();
                });
    }

    /** Shows the values of a new record. */
    void create(BackupDraft draft, Runnable shown) {
        heading.setText(Messages.get("backup.form.new"));
        editing.create(draft);
        shown.run();
        focus();
    }

    /** What scrolls isn't in the window before it is styled, and can't take the keyboard until then. */
    private void focus() {
        root.applyCss();
        filePath.requestFocus();
    }

    Editing<BackupDraft> editing() {
        return editing;
    }

    @Override
    public Versioned<BackupDraft> load(UUID id) {
        return backups.load(id);
    }

    @Override
    public Versioned<BackupDraft> create(BackupDraft draft) {
        return backups.create(draft, person);
    }

    @Override
    public Versioned<BackupDraft> save(Versioned<BackupDraft> loaded, BackupDraft draft) {
        return backups.save(loaded, draft);
    }
}
