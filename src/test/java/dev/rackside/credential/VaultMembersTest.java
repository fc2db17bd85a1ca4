package dev.rackside.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rackside.access.AccessService;
import dev.rackside.access.Who;
import dev.rackside.credential.Secrets.Place;
import dev.rackside.credential.VaultMembers.Member;
import dev.rackside.credential.VaultService.Standing;
import dev.rackside.credential.vault.Grant;
import dev.rackside.credential.vault.TechnicianKeys;
import dev.rackside.db.TestDatabase;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.integration.ExchangeSystem;
import dev.rackside.text.Coded;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two technicians at two workstations, with one vault. */
class VaultMembersTest {

    private static final char[] KIMS = "four words of no kin".toCharArray();
    private static final char[] LEES = "other words of no kin".toCharArray();

    private static TestDatabase test;
    private static Who kim;
    private static Who lee;

    @TempDir
    private Path folder;
    private VaultService kimsVault;
    private VaultService leesVault;
    private SecretService kimsSecrets;
    private SecretService leesSecrets;
    private VaultMembers members;

    @BeforeAll
    static void open() {
        test = TestDatabase.migrated("members", List.of(CredentialService.ENTITIES, AccessService.ENTITIES));
        kim = new AccessService(test.database()).owner("kim", "Kim");
        lee = new AccessService(test.database()).owner("lee", "Lee");
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @BeforeEach
    void empty() {
        test.outside("DELETE FROM integration_credentials", "DELETE FROM technician_keys");
        kimsVault = new VaultService(test.database(), kim, new Pins(folder.resolve("kim")));
        leesVault = new VaultService(test.database(), lee, new Pins(folder.resolve("lee")));
        kimsSecrets = new SecretService(test.database(), kimsVault);
        leesSecrets = new SecretService(test.database(), leesVault);
        members = new VaultMembers(test.database(), kimsVault, kimsSecrets);
    }

    private static UUID id(Who who) {
        return Objects.requireNonNull(who.id());
    }

    private static void refused(ThrowingCallable act, ErrorCode because) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.code()).isEqualTo(because));
    }

    private UUID credential(String name, String token) {
        var id = new CredentialService(test.database()).create(new CredentialDraft(name,
                Coded.of(ExchangeSystem.SYNCRO_MSP), Coded.of(CredentialType.API_KEY), null, null, null, null, true))
                .id();
        kimsSecrets.write(id, Map.of(Place.API_KEY, Optional.of(token.toCharArray())));
        return id;
    }

    private Member member(Who who) {
        return members.members().stream().filter(each -> each.technician().equals(who.id())).findFirst().orElseThrow();
    }

    /** Lee makes keys and reads out the fingerprint; Kim compares it and grants; Lee compares Kim's. */
    private void granted() {
        kimsVault.create(KIMS).close();
        assertThat(leesVault.standing()).isEqualTo(Standing.NOT_GRANTED);
        var fingerprint = leesVault.enrol(LEES).fingerprint();
        members.grant(id(lee), fingerprint);
        var told = new String[1];
        assertThatThrownBy(() -> leesVault.unlock(LEES)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.VAULT_GRANTER_UNKNOWN);
            told[0] = problem.arguments().getFirst();
            assertThat(problem.arguments().getLast()).isEqualTo(kimsVault.enrolled().orElseThrow().words());
        });
        assertThat(told[0]).isEqualTo(kimsVault.enrolled().orElseThrow().fingerprint());
        leesVault.trust(told[0]);
        leesVault.unlock(LEES);
    }

    @Test
    void vaultIsGrantedAfterBothComparedFingerprints() {
        granted();
        var id = credential("Desk", "T0ken");

        assertThat(leesSecrets.reveal(id, Place.API_KEY)).containsExactly("T0ken".toCharArray());
        assertThat(member(lee)).satisfies(each -> {
            assertThat(each.name()).isEqualTo("Lee");
            assertThat(each.granted()).isTrue();
            assertThat(each.trusted()).isTrue();
            assertThat(each.oneself()).isFalse();
        });
        assertThat(members.members()).filteredOn(each -> each.name() == null).hasSize(1);
        assertThat(member(kim).oneself()).isTrue();
    }

    @Test
    void nothingIsGrantedToKeysOfAnotherFingerprint() {
        kimsVault.create(KIMS).close();
        leesVault.enrol(LEES);
        refused(() -> members.grant(id(lee), "0000 0000 0000 0000 0000 0000 0000 0000"),
                ErrorCode.SECRET_GRANT_FORGED);
        refused(() -> leesVault.unlock(LEES), ErrorCode.SECRET_KEY_UNKNOWN);
    }

    /** Who may write to the database puts keys of his own in place of Lee's: the next key isn't sealed to them. */
    @Test
    void renewedKeyIsNotSealedToKeysThatWereReplaced() {
        granted();
        try (var thief = TechnicianKeys.generate(id(lee), 1)) {
            test.outside("UPDATE technician_keys SET x25519_public = X'"
                    + HexFormat.of().formatHex(thief.known().x25519()) + "' WHERE technician_id = '" + lee.id() + "'");
        }
        assertThat(member(lee).trusted()).isFalse();
        refused(() -> members.renew(null), ErrorCode.SECRET_GRANT_FORGED);
        assertThat(test.ask("SELECT MAX(generation) FROM vault_grants")).isEqualTo("1");
    }

    @Test
    void whoLeavesHasNothingOfWhatComesAfter() {
        granted();
        var one = credential("One", "first");
        var two = credential("Two", "second");

        members.renew(id(lee));
        assertThat(members.isBehind()).isTrue();
        assertThat(members.reseal(() -> false)).isEmpty();

        assertThat(members.isBehind()).isFalse();
        assertThat(new VaultRecord(test.database(), kimsVault).changes()).extracting(VaultRecord.Change::name)
                .containsExactly("One", "Two");
        assertThat(kimsSecrets.reveal(one, Place.API_KEY)).containsExactly("first".toCharArray());
        refused(() -> leesSecrets.reveal(two, Place.API_KEY), ErrorCode.SECRET_KEY_UNKNOWN);
        leesVault.lock();
        refused(() -> leesVault.unlock(LEES), ErrorCode.SECRET_KEY_UNKNOWN);
        assertThat(leesVault.standing()).isEqualTo(Standing.NOT_GRANTED);
        kimsVault.lock();
        kimsVault.unlock(KIMS);
        assertThat(kimsSecrets.reveal(two, Place.API_KEY)).containsExactly("second".toCharArray());
        assertThat(test.ask("SELECT COUNT(*) FROM vault_grants WHERE generation = 1")).isEqualTo("0");
        assertThat(test.ask("SELECT COUNT(*) FROM vault_grants")).as("Kim's and the kit's").isEqualTo("2");
    }

    /** He has no new key, but the database: a key of his own, signed by him, must not become the vault's. */
    @Test
    void whoLeftGrantsNothingAnyMore() {
        granted();
        var lees = leesVault.use(open -> {
            var own = open.newest().next().next();
            var kims = kimsVault.enrolled().orElseThrow();
            return HexFormat.of().formatHex(Grant.make(open.technician(), kims, own, Instant.now()));
        });
        members.renew(id(lee));
        members.reseal(() -> false);
        test.outside("INSERT INTO vault_grants (id, vault_id, generation, technician_key_id, grant_data)"
                + " SELECT UUID(), vault_id, 3, technician_key_id, X'" + lees + "' FROM vault_grants g"
                + " JOIN technician_keys k ON k.id = g.technician_key_id WHERE k.api_user_id = '" + id(kim) + "'");
        kimsVault.lock();

        refused(() -> kimsVault.unlock(KIMS), ErrorCode.SECRET_GRANT_FORGED);
    }

    @Test
    void sealingAnewGoesOnWhereItWasStopped() {
        kimsVault.create(KIMS).close();
        for (var number = 0; number < 7; number++) {
            credential("Number " + number, "token " + number);
        }
        members.renew(null);
        var left = new AtomicInteger(4);
        members.reseal(() -> left.getAndDecrement() <= 0);
        var behind = "SELECT COUNT(*) FROM integration_credentials WHERE vault_generation = 1";
        assertThat(Integer.parseInt(String.valueOf(test.ask(behind)))).isBetween(1, 6);
        assertThat(test.ask("SELECT COUNT(*) FROM vault_grants WHERE generation = 1")).isNotEqualTo("0");

        kimsVault.lock();
        kimsVault.unlock(KIMS);
        assertThat(members.isBehind()).isTrue();
        assertThat(members.reseal(() -> false)).isEmpty();
        assertThat(test.ask(behind)).isEqualTo("0");
        assertThat(members.isBehind()).isFalse();
    }

    @Test
    void secretThatDoesNotOpenStaysAndKeepsItsKey() {
        kimsVault.create(KIMS).close();
        var good = credential("Good", "token");
        var bad = credential("Bad", "token");
        test.outside("UPDATE integration_credentials SET credential_type = 'oauth' WHERE integration_name = 'Bad'");
        members.renew(null);

        assertThat(members.reseal(() -> false)).containsExactly(bad);

        assertThat(kimsSecrets.reveal(good, Place.API_KEY)).containsExactly("token".toCharArray());
        assertThat(members.isBehind()).isTrue();
        test.outside("UPDATE integration_credentials SET credential_type = 'api_key' WHERE integration_name = 'Bad'");
        assertThat(members.reseal(() -> false)).isEmpty();
        assertThat(kimsSecrets.reveal(bad, Place.API_KEY)).containsExactly("token".toCharArray());
    }

    /** The kit is all that is left: a new workstation, which knows nobody, takes the owner's grants for right by it. */
    @Test
    void kitOpensTheVaultOnANewWorkstation() {
        char[] text;
        try (var kit = kimsVault.create(KIMS)) {
            text = kit.text();
        }
        var id = credential("Desk", "T0ken");
        kimsVault.lock();
        var fresh = "a new password of mine".toCharArray();
        new VaultKits(test.database(), leesVault).recover(text, fresh).close();
        assertThat(leesSecrets.reveal(id, Place.API_KEY)).containsExactly("T0ken".toCharArray());
        leesVault.lock();
        leesVault.unlock(fresh);
        assertThat(leesVault.isOpen()).isTrue();
    }
}
