package dev.rackside.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.LONG;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.rackside.db.TestDatabase;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.InvalidDraft;
import dev.rackside.fault.Problem;
import dev.rackside.fault.Violation;
import dev.rackside.integration.Bodies;
import dev.rackside.integration.ExchangeSystem;
import dev.rackside.row.EditConflict;
import dev.rackside.row.Facet;
import dev.rackside.row.FacetFilter;
import dev.rackside.row.Order;
import dev.rackside.row.PageRequest;
import dev.rackside.row.Versioned;
import dev.rackside.text.Coded;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CredentialServiceTest {

    /** Stands in every place where a secret can; nothing that leaves the service may hold it. */
    private static final String CANARY = "canary7f3e9d21b4";

    private static TestDatabase test;
    private static CredentialService credentials;

    @BeforeAll
    static void open() {
        test = TestDatabase.migrated("credentials", List.of(CredentialService.ENTITIES));
        credentials = new CredentialService(test.database());
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @BeforeEach
    void empty() {
        test.outside("DELETE FROM integration_credentials");
    }

    @Test
    void credentialComesBackAsItWasWritten() {
        var draft = new CredentialDraft("Desk", Coded.of(ExchangeSystem.AUTOTASK), Coded.of(CredentialType.BASIC_AUTH),
                "api@tidewell.example", "https://ww5.autotask.example/ATServicesRest/", "{\"zone\": \"ww5\"}",
                Instant.parse("2027-01-02T03:04:05Z"), true);
        var created = credentials.create(draft);
        assertThat(created.draft()).isEqualTo(draft);
        assertThat(credentials.load(created.id())).isEqualTo(created);
        assertThat(credentials.detail(created.id()).secrets().there()).isEmpty();
    }

    @Test
    void eachSecretIsToldByHowItIsKept() {
        var id = create("Desk").id();
        test.outside("UPDATE integration_credentials SET api_key_encrypted = CONCAT('VLT1', REPEAT('x', 300)),"
                + " password_encrypted = 'gAAAAABl', oauth_token_encrypted = '', webhook_url_encrypted = 'vlt1 no',"
                + " webhook_url = 'https://hooks.example.com:8443/catch/" + CANARY + "'");
        var detail = credentials.detail(id);
        assertThat(detail.secrets()).isEqualTo(new Secrets(SecretState.SEALED, SecretState.FOREIGN, SecretState.NONE,
                SecretState.NONE, SecretState.FOREIGN, SecretState.PLAIN));
        assertThat(detail.hookHost()).isEqualTo("hooks.example.com");
        assertThat(credentials.row(id)).get().extracting(CredentialRow::secrets).isEqualTo(detail.secrets());
        assertThat(detail.secrets().worst()).isEqualTo(SecretState.PLAIN);
        for (var way : List.of("sealed", "foreign", "plain")) {
            assertThat(names(filter().with(CredentialFacet.SECRETS, Set.of(way)))).as(way).containsExactly("Desk");
        }
        assertThat(names(filter().with(CredentialFacet.SECRETS, Set.of("none")))).isEmpty();
        assertThat(credentials.facets(filter()).get(CredentialFacet.SECRETS)).extracting(Facet::value, Facet::count)
                .containsExactlyInAnyOrder(tuple("sealed", 1L), tuple("foreign", 1L), tuple("plain", 1L));
    }

    /** What is sealed is bound to the kind of its row: under another one it would open no more. */
    @Test
    void kindStaysWhileSecretsAreSealedUnderIt() {
        var made = create("Desk");
        test.outside("UPDATE integration_credentials SET api_key_encrypted = CONCAT('VLT1', REPEAT('x', 300))");
        var loaded = credentials.load(made.id());
        var other = loaded.draft().type().known() == CredentialType.OAUTH
                ? CredentialType.API_KEY
                : CredentialType.OAUTH;
        var before = loaded.draft();
        var wanted = new CredentialDraft(before.name(), before.system(), Coded.of(other), before.username(),
                before.baseUrl(), before.settings(), before.expiresAt(), before.active());

        assertThatThrownBy(() -> credentials.save(loaded, wanted)).asInstanceOf(type(InvalidDraft.class))
                .satisfies(refused -> assertThat(refused.violations()).extracting(Violation::field)
                        .containsExactly("type"));

        test.outside("UPDATE integration_credentials SET api_key_encrypted = NULL");
        assertThat(credentials.save(credentials.load(made.id()), wanted).draft().type().known()).isEqualTo(other);
    }

    @Test
    void noSecretLeavesTheService() {
        var id = everywhere();

        var said = List.of(credentials.list(filter()).page(PageRequest.start(CredentialService.DEFAULT_ORDER, 10)),
                credentials.row(id), credentials.facets(filter()), credentials.detail(id), credentials.load(id),
                credentials.dependents(id)).toString();

        assertThat(said).contains("Desk").doesNotContain(CANARY);
    }

    @Test
    void addressOfAnotherProgramShowsNothingThatCouldSignIn() {
        var id = create("Desk").id();
        for (var address : List.of("https://desk.example/v1?x=" + CANARY, "https://desk.example/v1#" + CANARY,
                "https://api:1/" + CANARY + "@desk.example/", "api:" + CANARY + "@desk.example/v1",
                "https://api:" + CANARY + "@desk.example/")) {
            test.outside("UPDATE integration_credentials SET api_base_url = '" + address + "'");
            assertThat(List.of(credentials.detail(id), credentials.row(id), credentials.load(id)).toString())
                    .as(address).doesNotContain(CANARY);
            assertThat(names(filter().withText(CANARY))).as(address).isEmpty();
        }
    }

    @Test
    void brokenSettingsOfAnotherProgramShowNoSecret() {
        var id = create("Desk").id();
        test.outside("ALTER TABLE integration_credentials MODIFY settings LONGTEXT");
        for (var settings : List.of("{\"client_secret\": \"" + CANARY, "client_secret=" + CANARY,
                "[{\"name\": \"password\", \"value\": \"" + CANARY + "\"}]")) {
            test.outside("UPDATE integration_credentials SET settings = '" + settings + "'");
            assertThat(List.of(credentials.detail(id), credentials.load(id)).toString()).as(settings)
                    .doesNotContain(CANARY);
        }
    }

    @Test
    void probesOfATestAreToldApartAndMasked() {
        var id = create("Desk").id();
        test.outside("UPDATE integration_credentials SET last_test_details = '{\"read\": \"passed\","
                + " \"write\": {\"status\": 403, \"tried\": [\"note\", \"time\"]}, \"token\": \"" + CANARY
                + "\", \"none\": null}'");
        assertThat(credentials.detail(id).probes()).containsExactly(new Probe("read", "passed"),
                new Probe("write", "status: 403, tried: note, time"), new Probe("token", Bodies.MASK),
                new Probe("none", ""));
        test.outside("UPDATE integration_credentials SET last_test_details = '[1, 2]'");
        assertThat(credentials.detail(id).probes()).isEmpty();
    }

    @Test
    void nobodyFindsACredentialByItsSecret() {
        everywhere();
        assertThat(names(filter().withText(CANARY))).isEmpty();
        assertThat(names(filter().withText("Desk"))).containsExactly("Desk");
    }

    @Test
    void editTouchesNoSecretAndNothingThatIsMasked() {
        var id = everywhere();
        var loaded = credentials.load(id);
        var draft = loaded.draft();
        assertThat(draft.settings()).contains(Bodies.MASK, "tidewell");
        assertThat(draft.baseUrl()).contains(Bodies.MASK, "desk.example");

        credentials.save(loaded, new CredentialDraft("Other desk", draft.system(), draft.type(), "someone",
                draft.baseUrl(), draft.settings(), draft.expiresAt(), false));

        assertThat(test.database().<Long>read(session -> session.createNativeQuery("""
                select count(*) from integration_credentials where integration_name = 'Other desk' \
                and username = 'someone' and is_active = 0 and api_base_url like :canary and settings like :canary \
                and api_key_encrypted like :canary and password_encrypted like :canary \
                and oauth_token_encrypted like :canary and oauth_refresh_token_encrypted like :canary \
                and webhook_url_encrypted like :canary and webhook_url like :canary""", Long.class)
                .setParameter("canary", "%" + CANARY + "%").getSingleResult())).isEqualTo(1);
    }

    @Test
    void maskIsNeverWrittenBack() {
        var loaded = credentials.load(everywhere());
        var draft = loaded.draft();
        assertThatThrownBy(() -> credentials.save(loaded, new CredentialDraft("Desk", draft.system(), draft.type(),
                null, draft.baseUrl(), String.valueOf(draft.settings()).replace("tidewell", "other"), null, true)))
                .satisfies(refused("settings", "credential.rule.settings-secret"));
        var mended = credentials.save(loaded, new CredentialDraft("Desk", draft.system(), draft.type(), null,
                "https://desk.example/", "{\"subdomain\": \"tidewell\"}", null, true));
        assertThat(mended.draft().settings()).isEqualTo("{\"subdomain\": \"tidewell\"}");
        assertThat(mended.draft().baseUrl()).isEqualTo("https://desk.example/");
    }

    @Test
    void secretChangedUnderTheMaskIsAConflict() {
        var id = everywhere();
        var loaded = credentials.load(id);
        test.outside("UPDATE integration_credentials SET settings = '{\"subdomain\": \"elsewhere\"}'");
        var draft = loaded.draft();
        assertThatThrownBy(() -> credentials.save(loaded, new CredentialDraft("Other", draft.system(), draft.type(),
                null, draft.baseUrl(), draft.settings(), null, true))).isInstanceOf(EditConflict.class);
    }

    @Test
    void whatBreaksARuleIsRefusedBesideItsField() {
        assertThat(draft(" ", "ftp://x", "[1]").violations()).extracting(Violation::field).containsExactly("name",
                "baseUrl", "settings");
        assertThat(draft("a", "https://user:pass@desk.example/", null).violations()).extracting(Violation::key)
                .contains("credential.rule.address", "credential.rule.address-secret");
        assertThat(draft("a", "https://desk.example/?token=" + CANARY, null).violations()).extracting(Violation::key)
                .containsExactly("credential.rule.address-secret");
        assertThat(draft("a", null, "{\"api_key\": \"" + CANARY + "\"}").violations()).extracting(Violation::key)
                .containsExactly("credential.rule.settings-secret");
        assertThat(draft("a", null, "{\"a\": 1, \"a\": 2}").violations()).extracting(Violation::key)
                .containsExactly("credential.rule.settings");
        assertThat(draft("a", "http://10.4.0.12:8080/api", "{}").violations()).isEmpty();
    }

    @Test
    void nameIsTakenOnce() {
        create("Desk");
        assertThatThrownBy(() -> create("desk")).satisfies(refused("name", "credential.rule.taken"));
    }

    @Test
    void listIsNarrowedAndOrderedAndTakesOddRows() {
        create("Desk");
        everywhere("Board");
        test.outside("ALTER TABLE integration_credentials DROP CONSTRAINT ck_integration_credentials_system,"
                + " DROP CONSTRAINT ck_integration_credentials_type, DROP CONSTRAINT ck_integration_credentials_test",
                "UPDATE integration_credentials SET integration_type = 'halo', credential_type = NULL, settings = NULL,"
                        + " last_test_status = 'FINE', is_active = 0 WHERE integration_name = 'Board'");
        for (var column : List.of("name", "system", "type", "username", "active", "tested", "expires", "updated")) {
            assertThat(credentials.list(filter()).page(PageRequest.start(Order.by(column), 10)).rows()).as(column)
                    .hasSize(2);
        }
        assertThat(names(filter().with(CredentialFacet.SYSTEM, Set.of("halo")))).containsExactly("Board");
        assertThat(names(filter().with(CredentialFacet.TYPE, Set.of("")))).containsExactly("Board");
        assertThat(names(filter().with(CredentialFacet.ACTIVE, Set.of("true")))).containsExactly("Desk");
        assertThat(names(filter().with(CredentialFacet.TEST, Set.of("FINE")))).containsExactly("Board");
        assertThat(names(filter().with(CredentialFacet.SECRETS, Set.of("none")))).containsExactly("Desk");
        assertThat(names(filter().with(CredentialFacet.SECRETS, Set.of("plain", "foreign")))).containsExactly("Board");
        assertThat(credentials.facets(filter())).containsOnlyKeys(CredentialFacet.values());
    }

    /** A test's own clock may be wrong; the server's is what counts. */
    @Test
    void endsAreForeseenByTheServersClock() {
        var ends = Map.of("over", "- interval 1 minute", "very-soon", "+ interval 71 hour", "soon",
                "+ interval 13 day", "later", "+ interval 20 day");
        ends.forEach((name, end) -> {
            create(name);
            test.outside("UPDATE integration_credentials SET oauth_expires_at = utc_timestamp(6) " + end
                    + " WHERE integration_name = '" + name + "'");
        });
        var never = create("never").id();
        for (var name : List.of("over", "very-soon", "soon", "later", "never")) {
            assertThat(names(filter().with(CredentialFacet.EXPIRES, Set.of(name)))).containsExactly(name);
        }
        assertThat(names(filter().with(CredentialFacet.EXPIRES, Set.of("over", "soon")))).containsExactly("over",
                "soon");
        assertThat(credentials.facets(filter()).get(CredentialFacet.EXPIRES)).hasSize(5)
                .allSatisfy(end -> assertThat(end.count()).isOne());
        var rows = credentials.list(filter()).page(PageRequest.start(Order.by("expires"), 10)).rows();
        assertThat(rows).filteredOn(row -> row.secondsLeft() != null).extracting(CredentialRow::name)
                .containsExactly("over", "very-soon", "soon", "later");
        assertThat(rows).filteredOn(row -> "soon".equals(row.name())).first().extracting(CredentialRow::secondsLeft)
                .asInstanceOf(LONG).isBetween(13 * 86_400L - 60, 13 * 86_400L);
        assertThat(credentials.detail(never).secondsLeft()).isNull();
        assertThat(credentials.expiring()).isEqualTo(new Expiring(1, 1, 1));
        test.outside(
                "UPDATE integration_credentials SET is_active = 0 WHERE integration_name IN ('over', 'very-soon')");
        assertThat(credentials.expiring()).as("of those in use").isEqualTo(new Expiring(0, 0, 1))
                .matches(found -> !found.urgent() && !found.none());
        test.outside("DELETE FROM integration_credentials");
        assertThat(credentials.expiring().none()).isTrue();
    }

    @Test
    void deletedCredentialIsGone() {
        var id = create("Desk").id();
        credentials.delete(id);
        assertThatThrownBy(() -> credentials.detail(id)).asInstanceOf(type(Problem.class))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ErrorCode.ROW_GONE));
    }

    private static UUID everywhere() {
        return everywhere("Desk");
    }

    /** A credential of another program, with secrets in every place. */
    private static UUID everywhere(String name) {
        var id = create(name).id();
        test.outside("UPDATE integration_credentials SET api_key_encrypted = 'k" + CANARY + "', password_encrypted = 'p"
                + CANARY + "', oauth_token_encrypted = 't" + CANARY + "', oauth_refresh_token_encrypted = 'r" + CANARY
                + "', webhook_url_encrypted = 'w" + CANARY + "', webhook_url = 'https://hooks.example.com/catch/"
                + CANARY + "', api_base_url = 'https://api:" + CANARY + "@desk.example/v1?apikey=" + CANARY
                + "', settings = '{\"subdomain\": \"tidewell\", \"client_secret\": \"" + CANARY
                + "\"}', last_test_details = '{\"header\": {\"Authorization\": \"Bearer " + CANARY
                + "\"}}' WHERE id = '"
                + id + "'");
        return id;
    }

    private static FacetFilter<CredentialFacet> filter() {
        return FacetFilter.all();
    }

    private static List<@Nullable String> names(FacetFilter<CredentialFacet> filter) {
        return credentials.list(filter).page(PageRequest.start(CredentialService.DEFAULT_ORDER, 10)).rows().stream()
                .<@Nullable String>map(CredentialRow::name).toList();
    }

    private static CredentialDraft draft(String name, @Nullable String address, @Nullable String settings) {
        return new CredentialDraft(name, Coded.of(ExchangeSystem.SYNCRO_MSP), Coded.of(CredentialType.API_KEY), null,
                address, settings, null, true);
    }

    private static Versioned<CredentialDraft> create(String name) {
        return credentials.create(draft(name, "https://desk.example/", "{}"));
    }

    private static Consumer<Throwable> refused(String field, String key) {
        return thrown -> assertThat(thrown).asInstanceOf(type(InvalidDraft.class))
                .satisfies(invalid -> assertThat(invalid.violations()).singleElement().satisfies(violation -> {
                    assertThat(violation.field()).isEqualTo(field);
                    assertThat(violation.key()).isEqualTo(key);
                }));
    }
}
