package dev.rackside.backup.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.access.AccessService;
import dev.rackside.backup.BackupPeriod;
import dev.rackside.backup.BackupService;
import dev.rackside.backup.proof.ProofFiles;
import dev.rackside.backup.proof.RestoreProofs;
import dev.rackside.backup.proof.SignedProof;
import dev.rackside.credential.CredentialService;
import dev.rackside.credential.ProofSigning;
import dev.rackside.credential.SealedCredentials;
import dev.rackside.db.TestDatabase;
import dev.rackside.fx.Background;
import dev.rackside.fx.Dialogs;
import dev.rackside.fx.Failures;
import dev.rackside.fx.Hands;
import dev.rackside.row.Choice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A proof of restore is written from the screen of backups. */
@ExtendWith(ApplicationExtension.class)
class ProofScreenTest {

    @TempDir
    private static Path folder;
    private static TestDatabase test;
    private static SealedCredentials sealed;

    @SuppressWarnings("NullAway.Init")
    private Hands hands;
    @SuppressWarnings("NullAway.Init")
    private BackupScreen screen;

    /** Someone who saves it where the test wants it. */
    private static final class Saving implements Dialogs {

        @Override
        public boolean confirm(String question, String explanation, String verb) {
            return question.contains("so much less");
        }

        @Override
        public boolean confirmDelete(String what, List<String> consequences) {
            return false;
        }

        @Override
        public boolean confirmByTyping(String what, String name, List<String> consequences) {
            return false;
        }

        @Override
        public Unsaved askToSave() {
            return Unsaved.STAY;
        }

        @Override
        public Optional<Path> saveAs(String title, String suggestion) {
            return Optional.of(folder.resolve(suggestion));
        }
    }

    @BeforeAll
    static void open() {
        test = TestDatabase.migrated("proof_screen",
                List.of(BackupService.ENTITIES, CredentialService.ENTITIES, AccessService.ENTITIES));
        sealed = new SealedCredentials(test, folder);
        test.outside("INSERT INTO backup_log (id, backup_type, file_path, backup_started_at, outcome,"
                + " verification_status, verification_details, sha256) VALUES (UUID(), 'daily', '/b/one.sql.zst',"
                + " UTC_TIMESTAMP(6) - INTERVAL DAY(UTC_TIMESTAMP()) DAY - INTERVAL 1 DAY, 'succeeded', 'passed',"
                + " '{\"level\": \"compare\", \"duration_ms\": 61000}', REPEAT('a', 64))");
    }

    @AfterAll
    static void close() {
        sealed.close();
        test.close();
    }

    private static SignedProof proof(BackupPeriod period) {
        return new RestoreProofs(test.database(), new ProofSigning(test.database(), sealed.vault()), "test")
                .of(period, "Desk", "kim");
    }

    @Start
    void start(Stage stage) {
        screen = new BackupScreen(
                SomeDoors.of(test, ProofScreenTest::proof),
                "kim", Background.threads(new Failures()), new Saving(),
                new SimpleObjectProperty<@Nullable Choice>(), SomeDoors.NO_ACTS);
        hands = new Hands(stage, screen);
    }

    @Test
    void proofOfLastMonthIsWrittenAndNeedsTheOpenVault(FxRobot robot) throws Exception {
        hands.rows();
        robot.interact(() -> robot.lookup("#reports").queryAs(MenuButton.class).getItems().stream()
                .filter(item -> "proofOfRestore".equals(item.getId())).findFirst().orElseThrow().fire());
        Hands.until(() -> robot.lookup("#writeProof").tryQuery().map(Node::isFocused).orElse(false));
        sealed.vault().lock();
        fire(robot);
        Hands.until(() -> robot.lookup(".problem-bar .label").queryAll().stream()
                .anyMatch(node -> node instanceof Label label && label.getText().contains("vault is locked")));
        sealed.vault().unlock(SealedCredentials.PASSWORD.toCharArray());
        fire(robot);
        Hands.until(() -> robot.lookup("#wrote").query().isVisible());
        assertThat(robot.lookup("#wrote").queryAs(Label.class).getText()).contains("1 of 1 backups");
        hands.photos(robot, "backup-proof");
        try (var files = Files.list(folder)) {
            var written = files.filter(file -> file.toString().contains("proof-of-restore")).toList();
            assertThat(written).hasSize(2).allSatisfy(file -> assertThat(ProofFiles.verify(file, "test").finding())
                    .isEqualTo(ProofFiles.Finding.HOLDS));
            var figures = ProofFiles.verify(written.getFirst(), "test").signed().proof().figures();
            assertThat(figures.rtoMillis()).isEqualTo(61_000);
            assertThat(figures.proved()).isEqualTo(1);
        }
    }

    @Test
    void aBackupThatHoldsHalfWaitsForAPersonWhoSaysThatThisIsRight(FxRobot robot) throws Exception {
        var id = UUID.randomUUID();
        test.outside("INSERT INTO backup_log (id, backup_type, file_path, outcome, reason_code, failure, taken_by,"
                + " verification_status, verification_details) VALUES ('" + id + "', 'daily', '/b/two.sql.zst',"
                + " 'succeeded', 'shrunk', 'rows 4000 → 12', 'kim', 'not_verified', '{\"level\": \"hash\"}')");
        hands.rows();
        robot.interact(() -> screen.show(id));
        Hands.until(() -> robot.lookup("#suspectRight").tryQuery().isPresent());
        hands.photos(robot, "backup-suspect");
        robot.interact(() -> robot.lookup("#suspectRight").queryAs(Button.class).fire());
        Hands.until(() -> robot.lookup("#suspectRight").tryQuery().isEmpty());
        assertThat(test.ask("SELECT reason_code FROM backup_log WHERE id = '" + id + "'")).isNull();
        assertThat(test.ask("SELECT verification_details FROM backup_log WHERE id = '" + id + "'"))
                .contains("rows 4000 → 12");
        test.outside("DELETE FROM backup_log WHERE id = '" + id + "'");
    }

    private static void fire(FxRobot robot) {
        robot.interact(() -> robot.lookup("#writeProof").queryAs(Button.class).fire());
    }
}
