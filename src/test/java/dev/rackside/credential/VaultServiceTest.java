package dev.rackside.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.HotSpotDiagnosticMXBean;
import dev.rackside.access.AccessService;
import dev.rackside.access.Who;
import dev.rackside.credential.Secrets.Place;
import dev.rackside.credential.vault.RecoveryKit;
import dev.rackside.credential.vault.WeakerKeys;
import dev.rackside.db.TestDatabase;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.integration.ExchangeSystem;
import dev.rackside.text.Coded;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultServiceTest {

    private static final char[] PASSWORD = "four words of no kin".toCharArray();

    private static TestDatabase test;
    private static Who owner;
    private static CredentialService credentials;

    @TempDir
    private Path folder;
    private VaultService vault;
    private SecretService secrets;
    private VaultKits kits;

    @BeforeAll
    static void open() {
        test = TestDatabase.migrated("vault", List.of(CredentialService.ENTITIES, AccessService.ENTITIES));
        owner = new AccessService(test.database()).owner("kim", "Kim");
        credentials = new CredentialService(test.database());
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @BeforeEach
    void empty() {
        test.outside("DELETE FROM integration_credentials");
        test.outside("DELETE FROM technician_keys");
        vault = service("here");
        secrets = new SecretService(test.database(), vault);
        kits = new VaultKits(test.database(), vault);
    }

    @AfterEach
    void lock() {
        vault.close();
    }

    /** A workstation, by what it remembers. */
    private VaultService service(String workstation) {
        return new VaultService(test.database(), owner, new Pins(folder.resolve(workstation + ".pins")));
    }

    private static UUID credential(String name) {
        return credentials.create(new CredentialDraft(name, Coded.of(ExchangeSystem.SYNCRO_MSP),
                Coded.of(CredentialType.API_KEY), null, null, null, null, true)).id();
    }

    private static Optional<char[]> secret(String text) {
        return Optional.of(text.toCharArray());
    }

    private String revealed(UUID credential, Place place) {
        return new String(secrets.reveal(credential, place));
    }

    private static void refused(ThrowingCallable act, ErrorCode because) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.code()).isEqualTo(because));
    }

    @Test
    void vaultIsMadeOnceAndOpenedByItsPassword() {
        assertThat(vault.standing()).isEqualTo(VaultService.Standing.NONE);
        vault.create(PASSWORD).close();
        assertThat(vault.standing()).isEqualTo(VaultService.Standing.OPEN);
        vault.lock();
        assertThat(vault.standing()).isEqualTo(VaultService.Standing.LOCKED);
        refused(() -> vault.unlock("four words of no skin".toCharArray()), ErrorCode.SECRET_PASSWORD_WRONG);
        assertThat(vault.isOpen()).isFalse();
        vault.unlock(PASSWORD);
        assertThat(vault.isOpen()).isTrue();
        refused(() -> vault.create(PASSWORD), ErrorCode.VAULT_THERE);
    }

    @Test
    void shortPasswordIsRefused() {
        refused(() -> vault.create("thirteen char".toCharArray()), ErrorCode.PASSWORD_SHORT);
        assertThat(vault.standing()).isEqualTo(VaultService.Standing.NONE);
    }

    @Test
    void accountWithoutAPersonHasNoKeys() {
        try (var nobody = new VaultService(test.database(),
                new Who(null, "ghost", "ghost", owner.role()), new Pins(folder.resolve("g")))) {
            refused(() -> nobody.create(PASSWORD), ErrorCode.VAULT_NEEDS_PERSON);
        }
    }

    @Test
    void secretComesBackAsItWasWritten() {
        vault.create(PASSWORD).close();
        var id = credential("Desk");
        var odd = "kä\"\\\u0000\uD83D\uDD11 " + "x".repeat(3000);

        secrets.write(id, Map.of(Place.API_KEY, secret("T0ken"), Place.PASSWORD, secret(odd)));

        assertThat(revealed(id, Place.API_KEY)).isEqualTo("T0ken");
        assertThat(revealed(id, Place.PASSWORD)).isEqualTo(odd);
        assertThat(credentials.detail(id).secrets().there()).containsOnlyKeys(Place.API_KEY, Place.PASSWORD)
                .containsValue(SecretState.SEALED);
        assertThat(test.ask("SELECT COUNT(*) FROM integration_credentials WHERE api_key_encrypted LIKE '%T0ken%'"))
                .isEqualTo("0");
    }

    @Test
    void othersAreSealedAnewWithTheOneThatChanges() {
        vault.create(PASSWORD).close();
        var id = credential("Desk");
        secrets.write(id, Map.of(Place.API_KEY, secret("first"), Place.PASSWORD, secret("second")));
        var before = test.ask("SELECT HEX(api_key_encrypted) FROM integration_credentials");

        secrets.write(id, Map.of(Place.PASSWORD, secret("third")));

        assertThat(test.ask("SELECT HEX(api_key_encrypted) FROM integration_credentials")).isNotEqualTo(before);
        assertThat(test.ask("SELECT secret_version FROM integration_credentials")).isEqualTo("2");
        assertThat(revealed(id, Place.API_KEY)).isEqualTo("first");
        assertThat(revealed(id, Place.PASSWORD)).isEqualTo("third");
        secrets.write(id, Map.of(Place.API_KEY, Optional.empty(), Place.PASSWORD, Optional.empty()));
        assertThat(credentials.detail(id).secrets().there()).isEmpty();
        assertThat(test.ask("SELECT COUNT(*) FROM integration_credentials WHERE vault_generation IS NULL"))
                .isEqualTo("1");
    }

    @Test
    void whatAnotherProgramWroteStaysUntilItIsReplaced() {
        vault.create(PASSWORD).close();
        var id = credential("Desk");
        test.outside("UPDATE integration_credentials SET password_encrypted = 'gAAAA-foreign'");
        refused(() -> secrets.reveal(id, Place.PASSWORD), ErrorCode.SECRET_NOT_OURS);

        secrets.write(id, Map.of(Place.API_KEY, secret("T0ken")));
        assertThat(test.ask("SELECT password_encrypted FROM integration_credentials")).isEqualTo("gAAAA-foreign");

        secrets.write(id, Map.of(Place.PASSWORD, secret("ours")));
        assertThat(revealed(id, Place.PASSWORD)).isEqualTo("ours");
    }

    @Test
    void hookThatStoodInTheClearIsSealedAndThenRemoved() {
        vault.create(PASSWORD).close();
        var id = credential("Hook");
        refused(() -> secrets.sealPlainHook(id), ErrorCode.ROW_GONE);
        test.outside("UPDATE integration_credentials SET webhook_url = 'https://hooks.example.com/catch/1/abc'");

        secrets.sealPlainHook(id);

        assertThat(revealed(id, Place.HOOK)).isEqualTo("https://hooks.example.com/catch/1/abc");
        assertThat(credentials.detail(id).secrets().plainHook()).as("stays until somebody removes it")
                .isEqualTo(SecretState.PLAIN);
        secrets.removePlainHook(id);
        assertThat(credentials.detail(id).secrets().plainHook()).isEqualTo(SecretState.NONE);
        assertThat(revealed(id, Place.HOOK)).isEqualTo("https://hooks.example.com/catch/1/abc");
    }

    @Test
    void lockedVaultOpensAndSealsNothing() {
        vault.create(PASSWORD).close();
        var id = credential("Desk");
        secrets.write(id, Map.of(Place.API_KEY, secret("T0ken")));
        vault.lock();
        refused(() -> secrets.reveal(id, Place.API_KEY), ErrorCode.VAULT_LOCKED);
        refused(() -> secrets.write(id, Map.of(Place.API_KEY, secret("other"))), ErrorCode.VAULT_LOCKED);
    }

    @Test
    void workUnderWayIsFinishedBeforeTheKeysGo() throws Exception {
        vault.create(PASSWORD).close();
        var begun = new CountDownLatch(1);
        var locked = new CountDownLatch(1);
        var worker = Thread.ofVirtual().start(() -> vault.use(open -> {
            begun.countDown();
            try {
                locked.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            assertThat(open.newest().mark()).hasSize(64);
            return null;
        }));
        var failed = new AtomicInteger();
        worker.setUncaughtExceptionHandler((_, _) -> failed.incrementAndGet());
        begun.await();
        vault.lock();
        assertThat(vault.isOpen()).isFalse();
        locked.countDown();
        worker.join();
        assertThat(failed).hasValue(0);
    }

    @Test
    void changedPasswordOpensAndTheOldOneDoesNot() {
        vault.create(PASSWORD).close();
        var fresh = "other words of no kin".toCharArray();
        refused(() -> vault.changePassword("not the password".toCharArray(), fresh), ErrorCode.SECRET_PASSWORD_WRONG);
        vault.changePassword(PASSWORD, fresh);
        vault.lock();
        refused(() -> vault.unlock(PASSWORD), ErrorCode.SECRET_PASSWORD_WRONG);
        vault.unlock(fresh);
        assertThat(vault.isOpen()).isTrue();
    }

    @Test
    void kitOpensTheVaultWhenThePasswordIsForgotten() {
        char[] text;
        try (var kit = vault.create(PASSWORD)) {
            text = kit.text();
        }
        var id = credential("Desk");
        secrets.write(id, Map.of(Place.API_KEY, secret("T0ken")));
        vault.lock();
        assertThat(kits.tried()).isFalse();
        var typed = new String(text).toLowerCase(Locale.ROOT).replace('-', ' ').replace('0', 'o');
        kits.attempt(typed.toCharArray());
        assertThat(kits.tried()).isTrue();

        var fresh = "other words of no kin".toCharArray();
        kits.recover(text, fresh).close();

        assertThat(revealed(id, Place.API_KEY)).isEqualTo("T0ken");
        vault.lock();
        refused(() -> vault.unlock(PASSWORD), ErrorCode.SECRET_PASSWORD_WRONG);
        vault.unlock(fresh);
        assertThat(revealed(id, Place.API_KEY)).isEqualTo("T0ken");
    }

    @Test
    void kitThatWasMisreadOrBelongsElsewhereIsTold() {
        vault.create(PASSWORD).close();
        refused(() -> kits.attempt("ABCD-EFGH".toCharArray()), ErrorCode.KIT_MISREAD);
        try (var other = RecoveryKit.generate()) {
            var text = other.text();
            refused(() -> kits.attempt(text), ErrorCode.KIT_OTHER);
            text[0] = text[0] == '2' ? '3' : '2';
            refused(() -> kits.attempt(text), ErrorCode.KIT_MISREAD);
        }
        assertThat(kits.tried()).isFalse();
    }

    /** The first was lost, or the window closed over it: the second opens the vault, and the first nothing any more. */
    @Test
    void anotherKitTakesTheFirstOnesPlace() {
        char[] first;
        char[] second;
        try (var kit = vault.create(PASSWORD)) {
            first = kit.text();
        }
        var id = filled("Desk", "T0ken");
        kits.attempt(first);
        try (var kit = kits.replace()) {
            second = kit.text();
        }
        assertThat(kits.tried()).as("nobody typed this one back").isFalse();
        vault.lock();
        refused(() -> kits.recover(first, PASSWORD), ErrorCode.KIT_OTHER);

        var elsewhere = service("elsewhere");
        new VaultKits(test.database(), elsewhere).recover(second, PASSWORD).close();
        assertThat(new SecretService(test.database(), elsewhere).reveal(id, Place.API_KEY))
                .containsExactly("T0ken".toCharArray());
        elsewhere.close();
        refused(() -> kits.replace(), ErrorCode.VAULT_LOCKED);
    }

    /** The disk is full: the vault isn't made, since nobody would see its kit; a secret that is there can be seen. */
    @Test
    void fullDiskLeavesNoVaultWithoutAKitAndKeepsNobodyFromASecret() throws IOException {
        var blocked = Files.writeString(folder.resolve("no-folder"), "a file");
        var full = new VaultService(test.database(), owner, new Pins(blocked.resolve("pins")));
        refused(() -> full.create(PASSWORD), ErrorCode.NOT_WRITABLE);
        assertThat(full.standing()).isEqualTo(VaultService.Standing.NONE);

        vault.create(PASSWORD).close();
        var id = filled("Desk", "T0ken");
        var pins = folder.resolve("here.pins");
        Files.move(pins, folder.resolve("kept"));
        Files.createDirectory(folder.resolve("here.pins.new"));
        Files.copy(folder.resolve("kept"), pins);
        secrets.write(id, Map.of(Place.API_KEY, secret("second")));
        assertThat(revealed(id, Place.API_KEY)).isEqualTo("second");
    }

    private UUID filled(String name, String token) {
        var id = credential(name);
        secrets.write(id, Map.of(Place.API_KEY, secret(token)));
        return id;
    }

    @Test
    void secretMovedToAnotherRowColumnOrKindIsRefused() {
        vault.create(PASSWORD).close();
        var one = filled("One", "first");
        var two = filled("Two", "second");
        test.outside("UPDATE integration_credentials t JOIN integration_credentials f ON f.integration_name = 'One'"
                + " SET t.api_key_encrypted = f.api_key_encrypted WHERE t.integration_name = 'Two'");
        refused(() -> secrets.reveal(two, Place.API_KEY), ErrorCode.SECRET_MOVED);
        refused(() -> secrets.write(two, Map.of(Place.PASSWORD, secret("x"))), ErrorCode.SECRET_DAMAGED);

        test.outside("UPDATE integration_credentials SET password_encrypted = api_key_encrypted"
                + " WHERE integration_name = 'One'");
        refused(() -> secrets.reveal(one, Place.PASSWORD), ErrorCode.SECRET_MOVED);
        assertThat(revealed(one, Place.API_KEY)).isEqualTo("first");

        test.outside("UPDATE integration_credentials SET credential_type = 'oauth' WHERE integration_name = 'One'");
        refused(() -> secrets.reveal(one, Place.API_KEY), ErrorCode.SECRET_MOVED);
    }

    @Test
    void olderSecretThatWasPutBackIsRefused() {
        vault.create(PASSWORD).close();
        var id = filled("Desk", "old");
        test.outside("CREATE TABLE kept AS SELECT * FROM integration_credentials");
        try {
            secrets.write(id, Map.of(Place.API_KEY, secret("new")));
            test.outside("UPDATE integration_credentials c JOIN kept k ON k.id = c.id"
                    + " SET c.api_key_encrypted = k.api_key_encrypted");
            refused(() -> secrets.reveal(id, Place.API_KEY), ErrorCode.SECRET_OLDER);

            test.outside("UPDATE integration_credentials c JOIN kept k ON k.id = c.id"
                    + " SET c.secret_version = k.secret_version");
            refused(() -> secrets.reveal(id, Place.API_KEY), ErrorCode.SECRET_OLDER);
        } finally {
            test.outside("DROP TABLE kept");
        }
    }

    @Test
    void changedBitsAreRefused() {
        vault.create(PASSWORD).close();
        var id = filled("Desk", "T0ken");
        test.outside(
                "UPDATE integration_credentials SET api_key_encrypted = CONCAT(SUBSTRING(api_key_encrypted, 1, 100),"
                        + " CHAR(ASCII(SUBSTRING(api_key_encrypted, 101, 1)) ^ 1), SUBSTRING(api_key_encrypted, 102))");
        refused(() -> secrets.reveal(id, Place.API_KEY), ErrorCode.SECRET_DAMAGED);
    }

    @Test
    void loweredCostOfAPasswordIsRefusedBeforeItIsTyped() {
        vault.create(PASSWORD).close();
        vault.lock();
        test.outside("UPDATE technician_keys SET sealed_keys = CONCAT(SUBSTRING(sealed_keys, 1, 8), X'00000008',"
                + " SUBSTRING(sealed_keys, 13)) WHERE api_user_id IS NOT NULL");
        refused(() -> vault.unlock(PASSWORD), ErrorCode.SECRET_KEY_WEAK);
    }

    /** Who may write there can make keys and a grant of his own; the signature isn't that of anybody trusted. */
    @Test
    void grantOfSomebodyElseIsRefused() {
        vault.create(PASSWORD).close();
        vault.lock();
        test.outside("UPDATE vault_grants SET grant_data = CONCAT(SUBSTRING(grant_data, 1, 48),"
                + " UNHEX(REPLACE(UUID(), '-', '')), SUBSTRING(grant_data, 65))");
        refused(() -> vault.unlock(PASSWORD), ErrorCode.SECRET_GRANT_FORGED);
        assertThat(vault.isOpen()).isFalse();
    }

    /** Another vault under the same password, made elsewhere and put in place of this one, has another key. */
    @Test
    void otherKeyOfTheSameGenerationIsRefused() {
        vault.create(PASSWORD).close();
        vault.lock();
        var name = Objects.requireNonNull(test.ask("SELECT vault_id FROM vault_grants LIMIT 1"));
        new Pins(folder.resolve("here.pins")).put("vault." + name + ".key.1", "0".repeat(64));
        refused(() -> vault.unlock(PASSWORD), ErrorCode.SECRET_GRANT_FORGED);
    }

    @Test
    void keysThatCostLessThanTodayAreSealedAnewWhenTheyAreOpened() {
        vault.create(PASSWORD).close();
        var weaker = HexFormat.of().formatHex(vault.use(open -> WeakerKeys.seal(open.technician(), PASSWORD)));
        vault.lock();
        test.outside("UPDATE technician_keys SET sealed_keys = X'" + weaker + "' WHERE api_user_id IS NOT NULL");

        vault.unlock(PASSWORD);

        assertThat(vault.isOpen()).isTrue();
        assertThat(test.ask("SELECT HEX(SUBSTRING(sealed_keys, 9, 8)) FROM technician_keys"
                + " WHERE api_user_id IS NOT NULL")).isEqualTo("0001000000000003");
        vault.lock();
        vault.unlock(PASSWORD);
    }

    /** The whole of the living heap, once the vault is locked: no key of it and nothing that was sealed or revealed. */
    @Test
    void lockedVaultLeavesNothingOnTheHeap() throws IOException {
        vault.create(PASSWORD).close();
        var id = credential("Desk");
        // Made so that neither stands in this class's own constants.
        var canary = ("canary" + UUID.randomUUID()).toCharArray();
        var wanted = new String(canary).getBytes(StandardCharsets.UTF_8);
        for (var at = 0; at < wanted.length; at++) {
            wanted[at] ^= 0x55;
        }
        secrets.write(id, Map.of(Place.API_KEY, Optional.of(canary)));
        var revealed = secrets.reveal(id, Place.API_KEY);
        assertThat(revealed).isEqualTo(canary);
        byte[] key = vault.use(open -> open.newest().secret().<byte[]>use(byte[]::clone));
        for (var at = 0; at < key.length; at++) {
            key[at] ^= 0x55;
        }
        Arrays.fill(canary, '\0');
        Arrays.fill(revealed, '\0');
        assertThat(dumpHolds(key)).as("Also while it is open, the key is off the heap").containsExactly(false);
        vault.lock();

        assertThat(dumpHolds(wanted, key)).containsExactly(false, false);
        var there = "seen-" + UUID.randomUUID();
        var hidden = there.getBytes(StandardCharsets.UTF_8);
        for (var at = 0; at < hidden.length; at++) {
            hidden[at] ^= 0x55;
        }
        assertThat(dumpHolds(hidden)).as("The test finds what is there: " + there).containsExactly(true);
    }

    /** Whether a dump of the living heap holds each of these, which are veiled so that they don't find themselves. */
    private List<Boolean> dumpHolds(byte[]... veiled) throws IOException {
        var file = folder.resolve("heap-" + UUID.randomUUID() + ".hprof");
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(file.toString(), true);
        try (var channel = java.nio.channels.FileChannel.open(file)) {
            var found = new Boolean[veiled.length];
            Arrays.fill(found, false);
            var buffer = java.nio.ByteBuffer.allocateDirect(8 << 20);
            var keep = Arrays.stream(veiled).mapToInt(each -> each.length * 2).max().orElse(0);
            while (channel.read(buffer) > 0) {
                buffer.flip();
                for (var at = 0; at < veiled.length; at++) {
                    found[at] |= holds(buffer, veiled[at], 1) || holds(buffer, veiled[at], 2);
                }
                buffer.position(Math.max(0, buffer.limit() - keep));
                buffer.compact();
                if (channel.position() == channel.size()) {
                    break;
                }
            }
            return List.of(found);
        } finally {
            Files.delete(file);
        }
    }

    /** @param width of a character: one byte, or two as in an array of characters */
    private static boolean holds(java.nio.ByteBuffer buffer, byte[] veiled, int width) {
        var last = buffer.limit() - veiled.length * width;
        var first = (byte) (veiled[0] ^ 0x55);
        for (var at = 0; at <= last; at++) {
            if (buffer.get(at) == first || (width == 2 && buffer.get(at) == 0 && buffer.get(at + 1) == first)) {
                var begin = buffer.get(at) == first ? at : at + 1;
                var same = begin + (veiled.length - 1) * width < buffer.limit();
                for (var i = 0; same && i < veiled.length; i++) {
                    same = buffer.get(begin + i * width) == (byte) (veiled[i] ^ 0x55);
                }
                if (same) {
                    return true;
                }
            }
        }
        return false;
    }
}
