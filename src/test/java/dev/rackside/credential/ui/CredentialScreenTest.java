package dev.rackside.credential.ui;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.rackside.access.AccessService;
import dev.rackside.access.Who;
import dev.rackside.credential.BackupKeyCopies;
import dev.rackside.credential.BackupKeyService;
import dev.rackside.credential.ConnectionTests;
import dev.rackside.credential.CredentialFacet;
import dev.rackside.credential.CredentialRow;
import dev.rackside.credential.CredentialService;
import dev.rackside.credential.CredentialSettings;
import dev.rackside.credential.Finding;
import dev.rackside.credential.Pins;
import dev.rackside.credential.OAuth;
import dev.rackside.credential.SecretService;
import dev.rackside.credential.Secrets.Place;
import dev.rackside.credential.SignIns;
import dev.rackside.credential.VaultKits;
import dev.rackside.credential.VaultMembers;
import dev.rackside.credential.VaultRecord;
import dev.rackside.credential.VaultService;
import dev.rackside.db.TestDatabase;
import dev.rackside.fx.Background;
import dev.rackside.fx.Failures;
import dev.rackside.fx.Hands;
import dev.rackside.fx.PagedTable;
import dev.rackside.fx.YesDialogs;
import dev.rackside.integration.ExchangeSystem;
import dev.rackside.integration.Outside;
import dev.rackside.row.FacetFilter;
import dev.rackside.row.PageRequest;
import dev.rackside.sample.Progress;
import dev.rackside.sample.SampleData;
import dev.rackside.text.Coded;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
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
import org.slf4j.LoggerFactory;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The real screen on a real database, worked by keyboard. */
@ExtendWith(ApplicationExtension.class)
class CredentialScreenTest {

    private static final String PASSWORD = "four words of no kin";
    private static final String CANARY = "canary0a1b2c3d4e";

    private static TestDatabase test;
    private static CredentialService credentials;
    private static Who me;

    @TempDir
    private Path folder;
    private final YesDialogs dialogs = new YesDialogs();
    @SuppressWarnings("NullAway.Init")
    private CredentialScreen screen;
    @SuppressWarnings("NullAway.Init")
    private Hands hands;
    @SuppressWarnings("NullAway.Init")
    private VaultService vault;

    @BeforeAll
    static void open() throws SQLException {
        test = TestDatabase.migrated("credential_screen",
                List.of(CredentialService.ENTITIES, AccessService.ENTITIES));
        me = new AccessService(test.database()).owner("kim", "Kim");
        try (var connection = test.schema().connect()) {
            SampleData.standard(Instant.now()).fill(connection, Progress.NONE);
        }
        credentials = new CredentialService(test.database());
        test.outside("UPDATE integration_credentials SET api_key_encrypted = '" + CANARY + "', password_encrypted = '"
                + CANARY + "', oauth_token_encrypted = 'VLT1" + CANARY + "', oauth_refresh_token_encrypted = '" + CANARY
                + "', webhook_url_encrypted = '" + CANARY + "', webhook_url = 'https://hooks.example.com/" + CANARY
                + "', settings = '{\"api_secret\": \"" + CANARY + "\"}', api_base_url = 'https://me:" + CANARY
                + "@board.example/?x=" + CANARY + "', last_test_details = '{\"token\": \"" + CANARY
                + "\"}' WHERE integration_type = 'connectwise'");
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @Start
    void start(Stage stage) {
        test.outside("DELETE FROM technician_keys");
        var background = Background.threads(new Failures());
        vault = new VaultService(test.database(), me, new Pins(folder.resolve("vault.properties")));
        var secrets = new SecretService(test.database(), vault);
        screen = new CredentialScreen(new CredentialDoors(credentials, secrets,
                new VaultModel(vault, new VaultMembers(test.database(), vault, secrets),
                        new VaultKits(test.database(), vault), background),
                new VaultRecord(test.database(), vault),
                new BackupKeyService(test.database(), vault, new BackupKeyCopies(folder.resolve("backup-keys"))),
                new ConnectionTests(test.database(), new SignIns(test.database(), secrets),
                        Map.of(ExchangeSystem.SYNCRO_MSP, signIn -> List.of(
                                Finding.of("sign in", () -> String.valueOf(signIn.secret(Place.API_KEY).length)),
                                Finding.untested("write note", "it would leave a note")))),
                new OAuth(test.database(), secrets, new Outside(test.database(), () -> "kim")), _ -> {
                }),
                background,
                dialogs);
        hands = new Hands(stage, screen);
    }

    @Test
    void whatExpiresSoonIsOneClickAway(FxRobot robot) throws Exception {
        test.outside("INSERT INTO integration_credentials (id, integration_name, integration_type, credential_type, "
                + "oauth_expires_at) VALUES (uuid(), 'Ends soon', 'autotask', 'oauth', "
                + "utc_timestamp(6) + interval 295 hour), (uuid(), 'Ended', 'autotask', 'oauth', "
                + "utc_timestamp(6) - interval 1 hour)");
        try {
            robot.interact(screen::refresh);
            Hands.until(() -> robot.lookup("#expiring").query().isVisible());
            robot.interact(() -> robot.lookup("#expiring").queryAs(ButtonBase.class).fire());
            Hands.until(() -> robot.lookup("Ended").tryQuery().isPresent()
                    && robot.lookup("Ends soon").tryQuery().isPresent());
            Hands.until(() -> !robot.lookup("#count").queryAs(Labeled.class).getText().isEmpty()
                    && robot.lookup("#expiring").queryAs(Labeled.class).getText().startsWith(
                            robot.lookup("#count").queryAs(Labeled.class).getText() + " expire"));
            robot.clickOn("Ends soon");
            Hands.until(() -> robot.lookup("Expires in 12 days").tryQuery().isPresent());
            hands.photos(robot, "credentials-expiring");
            var said = new AtomicReference<String>("");
            robot.interact(() -> {
                var watch = new CredentialWatch(credentials, Background.direct(), (found, sentence) -> {
                    assertThat(found.urgent()).isTrue();
                    said.set(sentence);
                });
                watch.stop();
            });
            assertThat(said.get()).contains("expired", "within 14 days");
        } finally {
            test.outside("DELETE FROM integration_credentials WHERE integration_name IN ('Ends soon', 'Ended')");
        }
    }

    @Test
    void credentialIsMadeEditedAndDeletedByKeyboard(FxRobot robot) throws Exception {
        hands.rows();
        robot.interact(() -> screen.create());
        hands.form(robot, "name");
        robot.write("zz test");
        Hands.fill(robot, "baseUrl", "https://me:secret@desk.example/");
        assertThat(Hands.errors(robot)).singleElement().asString().contains("without a name or password in it");
        Hands.fill(robot, "baseUrl", "https://desk.example/");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        Hands.until(() -> found("zz test").isPresent() && Hands.title(robot).equals("zz test"));
        robot.type(KeyCode.F2);
        hands.form(robot, "name");
        Hands.fill(robot, "username", "zz-person");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        Hands.until(() -> found("zz-person").isPresent());
        Hands.until(() -> robot.lookup("#edit").tryQuery().isPresent());
        robot.type(KeyCode.DELETE);
        Hands.until(() -> found("zz test").isEmpty());
        assertThat(dialogs.heard()).contains("the credential zz test");
    }

    @Test
    void noTextOfListDetailOrFormHoldsASecret(FxRobot robot) throws Exception {
        var board = found("board").orElseThrow();
        hands.rows();
        robot.interact(() -> screen.show(board.id()));
        Hands.until(() -> Hands.title(robot).equals("Stonebridge boards") && texts().contains("Not sealed"));
        assertThat(texts()).contains("hooks.example.com").doesNotContain(CANARY);
        robot.type(KeyCode.F2);
        hands.form(robot, "name");
        assertThat(Hands.text(robot, "settings")).contains("api_secret");
        assertThat(texts()).doesNotContain(CANARY);
    }

    @Test
    void nothingThatLeavesTheListHoldsASecret(FxRobot robot, @TempDir Path folder) throws Exception {
        hands.rows();
        @SuppressWarnings("unchecked")
        PagedTable<CredentialRow> table = robot.lookup("#table").queryAs(PagedTable.class);
        var taken = Hands.taken(table, credentials.list(FacetFilter.all()), CredentialService.DEFAULT_ORDER,
                folder.resolve("credentials.csv"));
        assertThat(taken).contains("Stonebridge boards", "API key: Not readable", "Token: Sealed",
                "Hook address, older: Not sealed").doesNotContain(CANARY);
        assertThat(found(CANARY)).isEmpty();
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

    /** Makes the vault on its page; the recovery kit's text. */
    private String made(FxRobot robot) throws Exception {
        hands.rows();
        fire(robot, "Make the vault");
        Hands.fill(robot, "password", PASSWORD);
        assertThat(texts()).contains("Strength: ");
        Hands.fill(robot, "again", PASSWORD);
        robot.interact(() -> ((ButtonBase) robot.lookup("#act").query()).fire());
        Hands.until(() -> !robot.lookup("#kitText").queryAs(Labeled.class).getText().isEmpty());
        return robot.lookup("#kitText").queryAs(Labeled.class).getText();
    }

    @Test
    void vaultIsMadeLockedAndOpenedAndItsKitTypedBack(FxRobot robot) throws Exception {
        var shown = made(robot);
        // As a field of one line has it.
        var kit = shown.replace("\n", "");
        assertThat(shown).matches("([0-9A-Z]{4}-){6}[0-9A-Z]{4}\n([0-9A-Z]{4}-){6}[0-9A-Z]{4}");
        hands.photos(robot, "vault-kit");
        Hands.fill(robot, "kit", kit.substring(1));
        robot.interact(() -> ((ButtonBase) robot.lookup("#act").query()).fire());
        Hands.until(() -> texts().contains("not typed as it stands on the paper"));
        assertThat(Hands.text(robot, "kit")).as("Nothing typed is lost").isEqualTo(kit.substring(1));
        Hands.fill(robot, "kit", kit);
        robot.interact(() -> ((ButtonBase) robot.lookup("#act").query()).fire());
        Hands.until(() -> texts().contains("locks itself after 10 minutes"));
        assertThat(texts()).doesNotContain(shown.substring(0, 34)).contains("Who has the vault");
        hands.photos(robot, "vault-open");
        assertThat(new VaultKits(test.database(), vault).tried()).isTrue();

        robot.interact(vault::lock);
        Hands.until(() -> texts().contains("The vault is locked."));
        hands.photos(robot, "vault-locked");
        var typed = robot.lookup(".vault-bar .password-field").queryAs(TextInputControl.class);
        robot.interact(() -> typed.setText("not the password"));
        robot.interact(() -> typed.fireEvent(new ActionEvent()));
        Hands.until(() -> texts().contains("This password doesn't open the vault."));
        robot.interact(() -> typed.setText(PASSWORD));
        robot.interact(() -> typed.fireEvent(new ActionEvent()));
        Hands.until(() -> texts().contains("The vault is open."));
        assertThat(texts()).doesNotContain(PASSWORD);
    }

    @Test
    void aSystemHasJustTheFieldsThatItNeeds(FxRobot robot) throws Exception {
        hands.rows();
        robot.interact(() -> screen.create());
        hands.form(robot, "name");
        Hands.fill(robot, "name", "zz board");
        assertThat(shown(robot, "subdomain")).isTrue();
        assertThat(shown(robot, "company")).isFalse();
        assertThat(shown(robot, "baseUrl")).isFalse();
        robot.interact(() -> robot.lookup((Node node) -> "system".equals(node.getId()) && node instanceof ComboBox<?>)
                .<ComboBox<Coded<ExchangeSystem>>>query().setValue(Coded.of(ExchangeSystem.CONNECTWISE)));
        assertThat(shown(robot, "subdomain")).isFalse();
        assertThat(shown(robot, "company")).isTrue();
        hands.photos(robot, "credential-connectwise");
        Hands.fill(robot, "site", "na.myconnectwise.net");
        Hands.fill(robot, "company", "stonebridge");
        Hands.fill(robot, "username", "PUBLIC");
        Hands.fill(robot, "clientId", "3a1f5c5e-0000");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        Hands.until(() -> found("zz board").isPresent() && Hands.title(robot).equals("zz board"));

        var settings = credentials.load(found("zz board").orElseThrow().id()).draft().settings();
        assertThat(CredentialSettings.get(settings, "company")).isEqualTo("stonebridge");
        assertThat(CredentialSettings.get(settings, "clientId")).isEqualTo("3a1f5c5e-0000");
        assertThat(texts()).contains("Private key");
        credentials.delete(found("zz board").orElseThrow().id());
    }

    private static boolean shown(FxRobot robot, String field) {
        return robot.lookup((Node node) -> field.equals(node.getId()) && node instanceof TextInputControl)
                .tryQuery().filter(node -> {
                    for (Node each = node; each != null; each = each.getParent()) {
                        if (!each.isVisible()) {
                            return false;
                        }
                    }
                    return true;
                }).isPresent();
    }

    @Test
    void aConnectionIsTestedAndWhatWasFoundIsShown(FxRobot robot) throws Exception {
        made(robot);
        fire(robot, "Close");
        robot.interact(() -> screen.create());
        hands.form(robot, "name");
        Hands.fill(robot, "name", "zz tested");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        Hands.until(() -> Hands.title(robot).equals("zz tested") && offered(robot, "Test connection"));
        fire(robot, "Test connection");
        Hands.until(() -> texts().contains("This credential is not complete. It needs its secret."));
        assertThat(test.ask("SELECT last_test_status FROM integration_credentials "
                + "WHERE integration_name = 'zz tested'")).isEqualTo("failed");
        fire(robot, "Set");
        var typed = robot.lookup(".secret-line .password-field").queryAs(TextInputControl.class);
        robot.interact(() -> typed.setText("T0ken-of-tidewell"));
        fire(robot, "Seal it");
        Hands.until(() -> offered(robot, "Reveal"));
        fire(robot, "Test connection");
        Hands.until(() -> texts().contains("it would leave a note") && texts().contains("17"));
        assertThat(test.ask("SELECT last_test_status FROM integration_credentials "
                + "WHERE integration_name = 'zz tested'")).isEqualTo("passed");
        credentials.delete(found("zz tested").orElseThrow().id());
    }

    @Test
    void secretIsSealedSeenForAWhileAndGoneWhenTheVaultIsLocked(FxRobot robot) throws Exception {
        made(robot);
        fire(robot, "Close");
        robot.interact(() -> screen.create());
        hands.form(robot, "name");
        Hands.fill(robot, "name", "zz sealed");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        Hands.until(() -> Hands.title(robot).equals("zz sealed") && offered(robot, "Set"));
        fire(robot, "Set");
        var typed = robot.lookup(".secret-line .password-field").queryAs(TextInputControl.class);
        robot.interact(() -> typed.setText("T0ken-of-tidewell"));
        fire(robot, "Seal it");
        Hands.until(() -> offered(robot, "Reveal"));
        assertThat(texts()).contains("Sealed").doesNotContain("T0ken-of-tidewell");
        assertThat(test.ask("SELECT COUNT(*) FROM integration_credentials"
                + " WHERE api_key_encrypted LIKE 'VLT1%' AND integration_name = 'zz sealed'")).isEqualTo("1");

        fire(robot, "Reveal");
        Hands.until(() -> texts().contains("T0ken-of-tidewell"));
        hands.photos(robot, "secret-seen");
        fire(robot, "Hide");
        assertThat(texts()).doesNotContain("T0ken-of-tidewell");

        fire(robot, "Reveal");
        Hands.until(() -> texts().contains("T0ken-of-tidewell"));
        fire(robot, "Copy");
        Hands.until(() -> offered(robot, "Copied"));
        assertThat(clipboard(robot)).isEqualTo("T0ken-of-tidewell");
        robot.interact(vault::lock);
        Hands.until(() -> texts().contains("The vault is locked."));
        assertThat(texts()).doesNotContain("T0ken-of-tidewell");
        assertThat(clipboard(robot)).isNull();
        assertThat(offered(robot, "Reveal")).isFalse();
        credentials.delete(found("zz sealed").orElseThrow().id());
    }

    private static @Nullable String clipboard(FxRobot robot) {
        var held = new AtomicReference<@Nullable String>();
        robot.interact(() -> held.set(Clipboard.getSystemClipboard().getString()));
        return held.get();
    }

    /** Everything that the program and its libraries say, as loudly as a person can have it. */
    @Test
    void logHoldsNoSecret(FxRobot robot) throws Exception {
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var level = root.getLevel();
        var heard = new ListAppender<ILoggingEvent>();
        heard.start();
        root.addAppender(heard);
        root.setLevel(Level.DEBUG);
        try {
            var board = found("board").orElseThrow();
            hands.rows();
            robot.interact(() -> screen.show(board.id()));
            Hands.until(() -> Hands.title(robot).equals("Stonebridge boards") && texts().contains("Not sealed"));
            robot.type(KeyCode.F2);
            hands.form(robot, "name");
            Hands.fill(robot, "username", "somebody");
            robot.push(KeyCode.CONTROL, KeyCode.S);
            Hands.until(() -> "somebody".equals(found("board").orElseThrow().username()));
        } finally {
            root.setLevel(level);
            root.detachAppender(heard);
        }
        var said = List.copyOf(heard.list).stream()
                .map(event -> event.getFormattedMessage() + event.getMDCPropertyMap())
                .collect(Collectors.joining("\n"));
        assertThat(said).contains("integration_credentials").doesNotContain(CANARY);
    }

    @Test
    void looksComposed(FxRobot robot) throws Exception {
        hands.rows();
        robot.interact(() -> screen.show(found("Calder").orElseThrow().id()));
        Hands.until(() -> Hands.title(robot).startsWith("Calder") && texts().contains("Not readable"));
        hands.photos(robot, "credentials");
        robot.type(KeyCode.F2);
        hands.form(robot, "name");
        hands.photos(robot, "credential-form");
    }

    /** All that is to be read in the window, in fields too. */
    private String texts() {
        var root = screen.root().getScene().getRoot();
        return root.lookupAll("*").stream().map(node -> switch (node) {
            case Text text -> text.getText();
            case TextInputControl input -> input.getText();
            default -> "";
        }).collect(Collectors.joining("\n"));
    }

    private static Optional<CredentialRow> found(String words) {
        return credentials.list(FacetFilter.<CredentialFacet>all().withText(words))
                .page(PageRequest.start(CredentialService.DEFAULT_ORDER, 1)).rows().stream().findFirst();
    }
}
