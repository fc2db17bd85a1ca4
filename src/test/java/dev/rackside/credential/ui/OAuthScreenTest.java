package dev.rackside.credential.ui;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.rackside.access.AccessService;
import dev.rackside.credential.BackupKeyCopies;
import dev.rackside.credential.BackupKeyService;
import dev.rackside.credential.ConnectionTests;
import dev.rackside.credential.CredentialDraft;
import dev.rackside.credential.CredentialService;
import dev.rackside.credential.CredentialType;
import dev.rackside.credential.OAuth;
import dev.rackside.credential.SealedCredentials;
import dev.rackside.credential.SecretService;
import dev.rackside.credential.Secrets.Place;
import dev.rackside.credential.VaultKits;
import dev.rackside.credential.VaultMembers;
import dev.rackside.credential.VaultRecord;
import dev.rackside.db.TestDatabase;
import dev.rackside.fx.Background;
import dev.rackside.fx.Failures;
import dev.rackside.fx.Hands;
import dev.rackside.fx.YesDialogs;
import dev.rackside.integration.ExchangeService;
import dev.rackside.integration.ExchangeSystem;
import dev.rackside.integration.Outside;
import dev.rackside.text.Coded;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A sign-in in the browser from the real screen, with a system and a browser of the test's own. */
@ExtendWith(ApplicationExtension.class)
class OAuthScreenTest {

    private static TestDatabase test;
    private static SealedCredentials sealed;
    private static SecretService secrets;
    private static Outside outside;
    private static WireMockServer server;

    private final List<String> browsed = Collections.synchronizedList(new ArrayList<>());
    @SuppressWarnings("NullAway.Init")
    private CredentialScreen screen;
    @SuppressWarnings("NullAway.Init")
    private Hands hands;

    @BeforeAll
    static void open(@TempDir Path folder) {
        test = TestDatabase.migrated("oauth_screen",
                List.of(CredentialService.ENTITIES, AccessService.ENTITIES, ExchangeService.ENTITIES));
        sealed = new SealedCredentials(test, folder);
        secrets = new SecretService(test.database(), sealed.vault());
        outside = new Outside(test.database(), () -> "kim");
        server = new WireMockServer(WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
        server.start();
        server.stubFor(post(urlEqualTo("/token")).willReturn(aResponse().withBody("{\"access_token\": \"access-1\", "
                + "\"refresh_token\": \"refresh-1\", \"expires_in\": 3600}")));
    }

    @AfterAll
    static void close() {
        server.stop();
        outside.close();
        sealed.close();
        test.close();
    }

    @Start
    void start(Stage stage) {
        var background = Background.threads(new Failures());
        var vault = sealed.vault();
        screen = new CredentialScreen(new CredentialDoors(new CredentialService(test.database()), secrets,
                new VaultModel(vault, new VaultMembers(test.database(), vault, secrets),
                        new VaultKits(test.database(), vault), background),
                new VaultRecord(test.database(), vault),
                new BackupKeyService(test.database(), vault, new BackupKeyCopies(Path.of("target", "no-backup-keys"))),
                new ConnectionTests(test.database(), sealed.signIns(), Map.of()),
                new OAuth(test.database(), secrets, outside), browsed::add), background, new YesDialogs());
        hands = new Hands(stage, screen);
    }

    private static String part(String address, String name) {
        var found = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(address);
        assertThat(found.find()).isTrue();
        return URLDecoder.decode(found.group(1), StandardCharsets.UTF_8);
    }

    @Test
    void oneSignsInFromTheDetail(FxRobot robot) throws Exception {
        var id = new CredentialService(test.database()).create(new CredentialDraft("Syncro in the browser",
                Coded.of(ExchangeSystem.SYNCRO_MSP), Coded.of(CredentialType.OAUTH), null, server.baseUrl(),
                "{\"ownNetwork\": true, \"clientId\": \"rackside\", \"authorizeAt\": \"" + server.baseUrl()
                        + "/authorize\", \"exchangeAt\": \"" + server.baseUrl() + "/token\"}",
                null, true)).id();
        robot.interact(() -> {
            screen.refresh();
            screen.show(id);
        });
        Hands.until(() -> Hands.title(robot).equals("Syncro in the browser")
                && robot.lookup("#signIn").queryButton().isVisible()
                && !robot.lookup("#signIn").queryButton().isDisabled());
        hands.photos(robot, "credential-oauth");
        robot.interact(() -> robot.lookup("#signIn").queryButton().fire());
        Hands.until(() -> browsed.size() == 1);
        try (var browser = HttpClient.newHttpClient()) {
            browser.send(HttpRequest.newBuilder(URI.create(part(browsed.getFirst(), "redirect_uri") + "?code=c&state="
                    + part(browsed.getFirst(), "state"))).build(), BodyHandlers.discarding());
        }
        Hands.until(() -> "1".equals(String.valueOf(test.ask("select count(*) from integration_credentials "
                + "where oauth_expires_at is not null"))));
        assertThat(new String(secrets.reveal(id, Place.TOKEN))).isEqualTo("access-1");
        robot.type(KeyCode.F2);
        hands.form(robot, "name");
        assertThat(robot.lookup("#authorizeAt").queryTextInputControl().getText()).endsWith("/authorize");
        assertThat(robot.lookup("#oauth").query().isVisible()).isTrue();
        hands.photos(robot, "credential-oauth-form");
    }
}
