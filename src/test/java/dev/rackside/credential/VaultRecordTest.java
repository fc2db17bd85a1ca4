package dev.rackside.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rackside.access.AccessService;
import dev.rackside.access.Who;
import dev.rackside.credential.Secrets.Place;
import dev.rackside.credential.VaultRecord.Change;
import dev.rackside.credential.VaultService.Standing;
import dev.rackside.credential.vault.RecoveryKit;
import dev.rackside.credential.vault.TechnicianKeys;
import dev.rackside.db.Database;
import dev.rackside.db.Rights;
import dev.rackside.db.TestDatabase;
import dev.rackside.db.TestServer;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.integration.ExchangeSystem;
import dev.rackside.text.Coded;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is remembered of the vault, what is to be changed after somebody left, and what a used kit leads to. */
class VaultRecordTest {

    private static final char[] KIMS = "four words of no kin".toCharArray();
    private static final char[] LEES = "other words of no kin".toCharArray();
    private static final char[] FRESH = "yet other words of mine".toCharArray();

    private static TestDatabase test;
    private static Who kim;
    private static Who lee;

    @TempDir
    private Path folder;
    private VaultService kims;
    private VaultService lees;
    private SecretService secrets;
    private VaultMembers members;
    private VaultRecord told;

    @BeforeAll
    static void open() {
        test = TestDatabase.migrated("vault_record", List.of(CredentialService.ENTITIES, AccessService.ENTITIES));
        kim = new AccessService(test.database()).owner("kim", "Kim");
        lee = new AccessService(test.database()).owner("lee", "Lee");
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @BeforeEach
    void empty() {
        test.outside("DELETE FROM integration_credentials", "DELETE FROM technician_keys", "DELETE FROM vault_events");
        kims = workstation(kim, "kim");
        lees = workstation(lee, "lee");
        secrets = new SecretService(test.database(), kims);
        members = new VaultMembers(test.database(), kims, secrets);
        told = new VaultRecord(test.database(), kims);
    }

    private VaultService workstation(Who who, String name) {
        return new VaultService(test.database(), who, new Pins(folder.resolve(name)));
    }

    private static UUID id(Who who) {
        return Objects.requireNonNull(who.id());
    }

    private static void refused(ThrowingCallable act, ErrorCode because) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.code()).isEqualTo(because));
    }

    private UUID credential(String name, Map<Place, Optional<char[]>> sealed) {
        var id = new CredentialService(test.database()).create(new CredentialDraft(name,
                Coded.of(ExchangeSystem.AUTOTASK), Coded.of(CredentialType.BASIC_AUTH), null, null, null, null, true))
                .id();
        secrets.write(id, sealed);
        return id;
    }

    private static Optional<char[]> secret(String text) {
        return Optional.of(text.toCharArray());
    }

    /** Kim's vault, which Lee has too; the recovery kit's text. */
    private char[] granted() {
        char[] text;
        try (var kit = kims.create(KIMS)) {
            text = kit.text();
        }
        members.grant(id(lee), lees.enrol(LEES).fingerprint());
        lees.trust(kims.enrolled().orElseThrow().fingerprint());
        lees.unlock(LEES);
        return text;
    }

    private List<String> due() {
        return told.changes().stream().map(change -> change.name() + " " + change.place()).toList();
    }

    private List<String> done() {
        return told.events(100).reversed().stream().map(event -> event.technician() + " " + event.type().text()
                + (event.subject() == null ? "" : " " + event.subject())).toList();
    }

    @Test
    void whatALeaverCouldReadIsListedUntilItIsReplacedOrLeft() {
        granted();
        var desk = credential("Desk", Map.of(Place.API_KEY, secret("code"), Place.PASSWORD, secret("pass")));
        var hook = credential("Hook", Map.of(Place.HOOK, secret("https://hooks.example/x")));
        assertThat(due()).as("nobody left yet").isEmpty();

        members.renew(id(lee));
        assertThat(due()).as("before everything is sealed anew").hasSize(3);
        members.reseal(() -> false);
        assertThat(due()).as("sealing anew replaces nothing").containsExactly("Desk API_KEY", "Desk PASSWORD",
                "Hook HOOK");
        assertThat(told.changes()).allSatisfy(change -> {
            assertThat(change.leaver()).isEqualTo("Lee");
            assertThat(change.system().known()).isEqualTo(ExchangeSystem.AUTOTASK);
        });

        secrets.write(desk, Map.of(Place.PASSWORD, secret("new at the vendor's")));
        assertThat(due()).containsExactly("Desk API_KEY", "Hook HOOK");
        told.leave(told.changes().getLast());
        assertThat(due()).containsExactly("Desk API_KEY");
        secrets.write(desk, Map.of(Place.API_KEY, Optional.empty()));
        assertThat(due()).isEmpty();
        credential("Later", Map.of(Place.API_KEY, secret("he never saw it")));
        assertThat(due()).isEmpty();
        assertThat(done()).contains("kim secret_left Hook", "kim secret_removed Desk");

        new CredentialService(test.database()).delete(hook);
        members.renew(null);
        assertThat(due()).as("a new key without a leaver asks for nothing").isEmpty();
    }

    /** It stands unsealed in the database, which a leaver could read as well. */
    @Test
    void whatStandsUnsealedIsListedAndWhatOthersEncryptedIsNot() {
        granted();
        credential("Plain", Map.of());
        credential("Foreign", Map.of());
        test.outside("UPDATE integration_credentials SET webhook_url = 'https://hooks.example/y'"
                + " WHERE integration_name = 'Plain'",
                "UPDATE integration_credentials SET api_key_encrypted = 'theirs' WHERE integration_name = 'Foreign'");
        members.renew(id(lee));
        assertThat(due()).containsExactly("Plain PLAIN_HOOK");
    }

    @Test
    void everythingDoneWithTheVaultIsRemembered() {
        char[] text = granted();
        new VaultKits(test.database(), kims).attempt(text);
        kims.changePassword(KIMS, FRESH);
        new VaultKits(test.database(), kims).replace().close();
        var desk = credential("Desk", Map.of(Place.API_KEY, secret("code")));
        members.renew(id(lee));

        assertThat(done()).containsExactly("kim created", "kim granted Lee", "kim kit_tested", "kim password_changed",
                "kim kit_replaced", "kim secret_written Desk", "kim removed Lee", "kim rotated");
        assertThat(told.events(1)).singleElement()
                .satisfies(event -> assertThat(event.type().known()).isEqualTo(VaultEventType.ROTATED));
        new CredentialService(test.database()).delete(desk);
        assertThat(done()).as("what was done stays when the row goes").contains("kim secret_written Desk");
    }

    /** A technician's account: reads and writes everything, but of what was done it can only add. */
    @Test
    void accountThatMayOnlyAddEventsWorksAndCannotTakeThemBack() throws SQLException {
        kims.create(KIMS).close();
        var name = test.schema().name();
        var user = "adder_" + UUID.randomUUID().toString().substring(0, 8);
        var server = TestServer.shared();
        try (var root = server.connectAsRoot(); var statement = root.createStatement()) {
            statement.execute("CREATE USER " + user + "@'127.0.0.1' IDENTIFIED BY 'x'");
            for (var table : Objects.requireNonNull(test.ask("SELECT GROUP_CONCAT(table_name) FROM"
                    + " information_schema.tables WHERE table_schema = '" + name + "'")).split(",", -1)) {
                statement.execute("GRANT SELECT, INSERT" + (table.equals("vault_events") ? "" : ", UPDATE, DELETE")
                        + " ON " + name + "." + table + " TO " + user + "@'127.0.0.1'");
            }
        }
        try (var connection = DriverManager.getConnection("jdbc:mariadb://" + server.host() + ":" + server.port() + "/"
                + name + "?sslMode=disable", user, "x"); var statement = connection.createStatement()) {
            assertThat(Rights.read(connection).mayWrite()).isTrue();
            statement.execute("INSERT INTO vault_events (id, event_type, technician) VALUES (UUID(), 'rotated', 'x')");
            assertThatThrownBy(() -> statement.execute("DELETE FROM vault_events"))
                    .isInstanceOf(SQLException.class).hasMessageContaining("denied");
            assertThatThrownBy(() -> statement.execute("UPDATE vault_events SET technician = 'y'"))
                    .isInstanceOf(SQLException.class).hasMessageContaining("denied");
        }
    }

    /** Lee lost his workstation and takes the vault by the kit; Kim goes on, and the paper is worth nothing now. */
    @Test
    void usedKitGivesTheVaultANewKeyAndOpensItNoMore() {
        var used = granted();
        var desk = credential("Desk", Map.of(Place.API_KEY, secret("code")));
        var elsewhere = workstation(lee, "elsewhere");
        var kits = new VaultKits(test.database(), elsewhere);
        char[] next;
        try (var kit = kits.recover(used, FRESH)) {
            next = kit.text();
        }
        var theirs = new SecretService(test.database(), elsewhere);
        var team = new VaultMembers(test.database(), elsewhere, theirs);
        assertThat(team.isBehind()).isTrue();
        assertThat(kits.tried()).as("nobody typed the new one back").isFalse();
        assertThat(team.reseal(() -> true)).as("stopped before it began").isEmpty();
        elsewhere.lock();
        elsewhere.unlock(FRESH);
        assertThat(team.isBehind()).as("to be gone on with").isTrue();
        assertThat(team.reseal(() -> false)).isEmpty();
        assertThat(test.ask("SELECT MIN(vault_generation) FROM integration_credentials")).isEqualTo("2");
        assertThat(theirs.reveal(desk, Place.API_KEY)).containsExactly("code".toCharArray());

        refused(() -> kits.attempt(used), ErrorCode.KIT_OTHER);
        refused(() -> new VaultKits(test.database(), workstation(lee, "third")).recover(used, FRESH),
                ErrorCode.KIT_OTHER);
        assertThat(due()).containsExactly("Desk API_KEY");
        assertThat(told.changes().getFirst().leaver()).isNull();
        assertThat(done()).contains("lee recovered", "lee rotated", "lee kit_replaced");

        kims.lock();
        kims.unlock(KIMS);
        assertThat(secrets.reveal(desk, Place.API_KEY)).as("Kim has it as before")
                .containsExactly("code".toCharArray());
        assertThat(members.members()).hasSize(3).allSatisfy(member -> {
            assertThat(member.trusted()).isTrue();
            assertThat(member.granted()).isTrue();
        });
        kits.attempt(next);
        assertThat(kits.tried()).isTrue();
        new VaultKits(test.database(), workstation(kim, "new")).recover(next, LEES).close();
        elsewhere.lock();
        elsewhere.unlock(FRESH);
        assertThat(theirs.reveal(desk, Place.API_KEY)).as("after a second one").containsExactly("code".toCharArray());
    }

    /** Whoever keeps a used kit could sign by it: the others' workstations don't take it for good any more. */
    @Test
    void usedKitVouchesForNobodyAnyMore() {
        var used = granted();
        var elsewhere = workstation(lee, "elsewhere");
        new VaultKits(test.database(), elsewhere).recover(used, FRESH).close();
        kims.lock();
        kims.unlock(KIMS);
        try (var kit = RecoveryKit.read(used);
                var keys = kit.keys(kims.use(OpenVault::vault), 1);
                var thief = TechnicianKeys.generate(id(lee), 9)) {
            test.database().write(session -> {
                var now = Database.serverClock(session);
                new VaultTables_(session).insert(new TechnicianKey(UUID.randomUUID(), id(lee), thief.known(), null, now)
                        .vouchedBy(keys));
                return true;
            });
        }
        for (var vault : List.of(kims, elsewhere)) {
            assertThat(new VaultMembers(test.database(), vault, secrets).members())
                    .filteredOn(member -> id(lee).equals(member.technician())).singleElement()
                    .satisfies(member -> assertThat(member.trusted()).isFalse());
        }
    }

    /** Lee's window is open over the old key while Kim gives the vault a new one. */
    @Test
    void nothingIsSealedUnderAKeyThatAnotherOneCameAfter() {
        granted();
        var desk = credential("Desk", Map.of(Place.API_KEY, secret("first")));
        members.renew(null);
        members.reseal(() -> false);
        var theirs = new SecretService(test.database(), lees);

        refused(() -> theirs.write(desk, Map.of(Place.API_KEY, secret("second"))), ErrorCode.VAULT_RENEWED);
        assertThat(lees.standing()).isEqualTo(Standing.LOCKED);
        lees.unlock(LEES);
        theirs.write(desk, Map.of(Place.API_KEY, secret("second")));
        assertThat(secrets.reveal(desk, Place.API_KEY)).containsExactly("second".toCharArray());

        members.renew(null);
        refused(() -> new VaultMembers(test.database(), lees, theirs).renew(null), ErrorCode.VAULT_RENEWED);
        assertThat(test.ask("SELECT MAX(generation) FROM vault_grants")).isEqualTo("3");
    }

    /** Kim's own grant was Lee's, who is taken the vault: she must not be shut out before everything is sealed anew. */
    @Test
    void whoWasGrantedTheVaultByALeaverKeepsIt() {
        granted();
        var desk = credential("Desk", Map.of(Place.API_KEY, secret("code")));
        new VaultMembers(test.database(), lees, new SecretService(test.database(), lees)).renew(null);
        kims.lock();
        kims.unlock(KIMS);
        members.renew(id(lee));
        kims.lock();
        kims.unlock(KIMS);
        assertThat(secrets.reveal(desk, Place.API_KEY)).containsExactly("code".toCharArray());
    }

    @Test
    void ofTwoWhoMakeAVaultAtOnceOneDoes() throws Exception {
        for (var round = 0; round < 5; round++) {
            empty();
            var both = List.of(kims, lees);
            var start = new CyclicBarrier(2);
            var outcomes = new ArrayList<String>();
            try (var threads = Executors.newFixedThreadPool(2)) {
                var running = both.stream().map(vault -> threads.submit(() -> {
                    start.await();
                    try {
                        vault.create(KIMS).close();
                        return "made";
                    } catch (Problem problem) {
                        return problem.code().name();
                    }
                })).toList();
                for (var each : running) {
                    outcomes.add(each.get());
                }
            }
            assertThat(outcomes).containsExactlyInAnyOrder("made", "VAULT_THERE");
            assertThat(test.ask("SELECT COUNT(DISTINCT vault_id) FROM vault_grants")).isEqualTo("1");
            assertThat(test.ask("SELECT COUNT(*) FROM technician_keys")).as("of one person and the kit").isEqualTo("2");
            var winner = outcomes.getFirst().equals("made") ? kims : lees;
            var loser = winner == kims ? lees : kims;
            assertThat(winner.isOpen()).isTrue();
            assertThat(loser.standing()).isEqualTo(Standing.NOT_GRANTED);
            winner.lock();
            winner.unlock(KIMS);
            var sealing = new SecretService(test.database(), winner);
            new VaultMembers(test.database(), winner, sealing).grant(id(winner == kims ? lee : kim),
                    loser.enrol(LEES).fingerprint());
            assertThat(loser.standing()).isEqualTo(Standing.LOCKED);
            winner.close();
        }
    }

    @Test
    void whatIsToBeChangedNeedsNoOpenVault() {
        granted();
        credential("Desk", Map.of(Place.API_KEY, secret("code")));
        members.renew(id(lee));
        kims.lock();
        assertThat(told.changes()).extracting(Change::place).containsExactly(Place.API_KEY);
    }
}
