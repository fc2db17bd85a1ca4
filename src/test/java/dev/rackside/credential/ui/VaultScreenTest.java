package dev.rackside.credential.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.access.AccessService;
import dev.rackside.access.Who;
import dev.rackside.credential.BackupKeyCopies;
import dev.rackside.credential.BackupKeyService;
import dev.rackside.credential.ConnectionTests;
import dev.rackside.credential.CredentialDraft;
import dev.rackside.credential.CredentialService;
import dev.rackside.credential.CredentialType;
import dev.rackside.credential.OAuth;
import dev.rackside.credential.Pins;
import dev.rackside.credential.SecretService;
import dev.rackside.credential.Secrets.Place;
import dev.rackside.credential.SignIns;
import dev.rackside.credential.VaultKits;
import dev.rackside.credential.VaultMembers;
import dev.rackside.credential.VaultRecord;
import dev.rackside.credential.VaultService;
import dev.rackside.db.TestDatabase;
import dev.rackside.db.TestFolders;
import dev.rackside.fx.Background;
import dev.rackside.fx.Failures;
import dev.rackside.fx.Hands;
import dev.rackside.fx.YesDialogs;
import dev.rackside.integration.ExchangeSystem;
import dev.rackside.integration.Outside;
import dev.rackside.text.Coded;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
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

/** The vault's page after somebody left, and after its recovery kit was used. */
@ExtendWith(ApplicationExtension.class)
class VaultScreenTest {

    private static final String PASSWORD = "four words of no kin";

    private static TestDatabase test;
    private static CredentialService credentials;
    private static Who kim;
    private static Who lee;

    @TempDir
    private Path folder;
    private final YesDialogs dialogs = new YesDialogs();
    @SuppressWarnings("NullAway.Init")
    private CredentialScreen screen;
    @SuppressWarnings("NullAway.Init")
    private Hands hands;
    @SuppressWarnings("NullAway.Init")
    private VaultService vault;
    @SuppressWarnings("NullAway.Init")
    private VaultMembers members;
    @SuppressWarnings("NullAway.Init")
    private SecretService secrets;
    private String kit = "";

    @BeforeAll
    static void open() {
        test = TestDatabase.migrated("vault_screen", List.of(CredentialService.ENTITIES, AccessService.ENTITIES));
        kim = new AccessService(test.database()).owner("kim", "Kim Adler");
        lee = new AccessService(test.database()).owner("lee", "Lee Brandt");
        credentials = new CredentialService(test.database());
    }

    @AfterAll
    static void close() {
        test.close();
    }

    /** Kim's vault, with two credentials, which Lee has too. */
    @Start
    void start(Stage stage) {
        test.outside("DELETE FROM technician_keys", "DELETE FROM vault_events", "DELETE FROM integration_credentials");
        var background = Background.threads(new Failures());
        vault = new VaultService(test.database(), kim, new Pins(folder.resolve("vault.properties")));
        secrets = new SecretService(test.database(), vault);
        members = new VaultMembers(test.database(), vault, secrets);
        var kits = new VaultKits(test.database(), vault);
        try (var made = vault.create(PASSWORD.toCharArray())) {
            kit = new String(made.text());
        }
        kits.attempt(kit.toCharArray());
        var lees = new VaultService(test.database(), lee, new Pins(folder.resolve("lee.properties")));
        members.grant(Objects.requireNonNull(lee.id()), lees.enrol(PASSWORD.toCharArray()).fingerprint());
        sealed("Desk", ExchangeSystem.SYNCRO_MSP, CredentialType.API_KEY, Place.API_KEY);
        sealed("Board", ExchangeSystem.AUTOTASK, CredentialType.BASIC_AUTH, Place.API_KEY, Place.PASSWORD);
        screen = new CredentialScreen(new CredentialDoors(credentials, secrets,
                new VaultModel(vault, members, kits, background), new VaultRecord(test.database(), vault),
                new BackupKeyService(test.database(), vault, new BackupKeyCopies(folder.resolve("backup-keys"))),
                new ConnectionTests(test.database(), new SignIns(test.database(), secrets), Map.of()),
                new OAuth(test.database(), secrets, new Outside(test.database(), () -> "kim")), _ -> {
                }), background,
                dialogs);
        hands = new Hands(stage, screen);
    }

    private UUID sealed(String name, ExchangeSystem system, CredentialType type, Place... places) {
        var id = credentials.create(
                new CredentialDraft(name, Coded.of(system), Coded.of(type), null, null, null, null, true)).id();
        for (var place : places) {
            secrets.write(id, Map.of(place, Optional.of("T0ken".toCharArray())));
        }
        return id;
    }

    @Test
    void whatALeaverKnowsIsListedUntilEachIsReplacedOrLeft(FxRobot robot) throws Exception {
        hands.rows();
        fire(robot, "Vault");
        Hands.until(() -> texts().contains("Lee Brandt") && texts().contains("kim granted it to Lee Brandt"));
        assertThat(texts()).doesNotContain("to be changed at");
        fire(robot, "Take it away");
        Hands.until(() -> texts().contains("3 secrets are to be changed at their systems"));
        assertThat(dialogs.heard()).contains("Take the vault away from Lee Brandt?");
        Hands.until(() -> texts().contains("kim took it away from Lee Brandt"));
        assertThat(texts()).contains("Lee Brandt could read these until", "Autotask, Integration code",
                "Autotask, Secret", "Syncro, API token");
        Hands.until(() -> !members.isBehind());
        hands.photos(robot, "vault-changes");

        fire(robot, "Copy the list");
        Hands.until(() -> Objects.requireNonNull(clipboard(robot)).lines().toList().equals(List.of(
                "Board\tAutotask\tIntegration code", "Board\tAutotask\tSecret", "Desk\tSyncro\tAPI token")));

        robot.interact(() -> button(robot, "Leave as it is").orElseThrow().requestFocus());
        robot.type(KeyCode.SPACE);
        Hands.until(() -> texts().contains("2 secrets are to be changed at their systems"));
        Hands.until(() -> texts().contains("kim left as it is: Board, "));
        fire(robot, "Close");
        assertThat(texts()).contains("2 secrets that somebody knows who has it no more are to be changed");

        fire(robot, "Vault");
        fire(robot, "Desk");
        Hands.until(() -> Hands.title(robot).equals("Desk") && offered(robot, "Replace"));
        fire(robot, "Replace");
        var typed = robot.lookup(".secret-line .password-field").queryAs(TextInputControl.class);
        robot.interact(() -> typed.setText("changed at the vendor's"));
        fire(robot, "Seal it");
        Hands.until(() -> texts().contains("1 secret that somebody knows who has it no more is to be changed"));
        fire(robot, "Vault");
        Hands.until(() -> texts().contains("1 secret is to be changed at its system"));
        assertThat(texts()).doesNotContain("Syncro, API token").contains("Board");
    }

    @Test
    void usedKitGivesANewKeyAndANewKitToBeTypedBack(FxRobot robot) throws Exception {
        hands.rows();
        robot.interact(vault::lock);
        Hands.until(() -> texts().contains("The vault is locked."));
        fire(robot, "Vault");
        fire(robot, "Use the recovery kit");
        Hands.fill(robot, "kit", kit);
        Hands.fill(robot, "password", "other words of no kin");
        Hands.fill(robot, "again", "other words of no kin");
        robot.interact(() -> ((ButtonBase) robot.lookup("#act").query()).fire());
        Hands.until(() -> !shownKit(robot).isEmpty());
        var next = shownKit(robot).replace("\n", "");
        assertThat(next).isNotEqualTo(kit);
        Hands.until(() -> !members.isBehind());
        assertThat(test.ask("SELECT MIN(vault_generation) FROM integration_credentials")).isEqualTo("2");

        Hands.fill(robot, "kit", kit);
        robot.interact(() -> ((ButtonBase) robot.lookup("#act").query()).fire());
        Hands.until(() -> texts().contains("This recovery kit doesn't open this vault."));
        Hands.fill(robot, "kit", next);
        robot.interact(() -> ((ButtonBase) robot.lookup("#act").query()).fire());
        Hands.until(() -> texts().contains("3 secrets are to be changed at their systems"));
        assertThat(texts()).contains("The recovery kit was used on", "kim used the recovery kit",
                "kim typed the recovery kit back").doesNotContain(next.substring(0, 34));
        hands.photos(robot, "vault-recovered");
    }

    @Test
    void backupsAreEncryptedFromTheVaultsPage(FxRobot robot) throws Exception {
        hands.rows();
        test.outside("DELETE FROM backup_keys");
        fire(robot, "Vault");
        Hands.until(() -> texts().contains("Not encrypted"));
        fire(robot, "Encrypt backups");
        Hands.until(() -> texts().contains("Encrypted, generation 1"));
        assertThat(texts()).contains("This workstation has the key").contains("-1.key");
        Hands.until(() -> texts().contains("kim made backup key 1"));
        hands.photos(robot, "vault-backup-keys");
        fire(robot, "Make the next key");
        Hands.until(() -> texts().contains("Encrypted, generation 2"));
        assertThat(dialogs.heard()).contains("Make the next backup key?");
        assertThat(offered(robot, "Copy the keys here")).isFalse();
        TestFolders.delete(folder.resolve("backup-keys"));
        fire(robot, "Close");
        fire(robot, "Vault");
        Hands.until(() -> texts().contains("takes no backup"));
        fire(robot, "Copy the keys here");
        Hands.until(() -> texts().contains("This workstation has the key"));
        fire(robot, "Stop encrypting");
        Hands.until(() -> texts().contains("Not encrypted"));
    }

    private static String shownKit(FxRobot robot) {
        return robot.lookup("#kitText").queryAs(Labeled.class).getText();
    }

    private static void fire(FxRobot robot, String text) throws Exception {
        Hands.until(() -> offered(robot, text));
        robot.interact(() -> button(robot, text).orElseThrow().fire());
    }

    private static Optional<ButtonBase> button(FxRobot robot, String text) {
        return robot.lookup((Node node) -> node instanceof ButtonBase button && text.equals(button.getText())
                && button.isVisible() && !button.isDisabled()).tryQueryAs(ButtonBase.class);
    }

    private static boolean offered(FxRobot robot, String text) {
        return button(robot, text).isPresent();
    }

    private static @Nullable String clipboard(FxRobot robot) {
        var held = new AtomicReference<@Nullable String>();
        robot.interact(() -> held.set(Clipboard.getSystemClipboard().getString()));
        return held.get();
    }

    /** All that is to be read in the window. */
    private String texts() {
        return screen.root().getScene().getRoot().lookupAll("*").stream().filter(VaultScreenTest::isShown)
                .map(node -> node instanceof Text text ? text.getText() : "").collect(Collectors.joining("\n"));
    }

    private static boolean isShown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
