package dev.rackside.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rackside.access.AccessService;
import dev.rackside.access.Who;
import dev.rackside.credential.vault.BackupKey;
import dev.rackside.db.TestDatabase;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupKeyServiceTest {

    private static final char[] PASSWORD = "four words of no kin".toCharArray();

    private static TestDatabase test;
    private static Who owner;

    @TempDir
    private Path folder;
    private VaultService vault;
    private BackupKeyService keys;

    @BeforeAll
    static void open() {
        test = TestDatabase.migrated("backup_keys", List.of(CredentialService.ENTITIES, AccessService.ENTITIES));
        owner = new AccessService(test.database()).owner("kim", "Kim");
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @BeforeEach
    void make() {
        test.outside("DELETE FROM technician_keys", "DELETE FROM backup_keys", "DELETE FROM vault_events");
        vault = new VaultService(test.database(), owner, new Pins(folder.resolve("pins")));
        vault.create(PASSWORD).close();
        keys = new BackupKeyService(test.database(), vault, new BackupKeyCopies(folder.resolve("keys")));
    }

    @AfterEach
    void lock() {
        vault.close();
    }

    private static void refused(ThrowingCallable act, ErrorCode because) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.code()).isEqualTo(because));
    }

    /** A workstation that has no copy yet. */
    private BackupKeyService elsewhere() {
        return new BackupKeyService(test.database(), vault, new BackupKeyCopies(folder.resolve("elsewhere")));
    }

    @Test
    void keyIsSealedInTheVaultAndKeptHereForItsOwnerAlone() throws IOException {
        assertThat(keys.standing()).isEqualTo(new BackupKeyService.Standing(Optional.empty(), 0, 0, false));
        var name = keys.next();
        assertThat(keys.standing())
                .isEqualTo(new BackupKeyService.Standing(Optional.of(name), 1, 1, true));
        var file = new BackupKeyCopies(folder.resolve("keys")).file(name.vault(), 1);
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(test.ask("SELECT COUNT(*) FROM backup_keys WHERE INSTR(sealed_key, UNHEX('"
                + Files.readString(file).strip() + "')) > 0")).isEqualTo("0");
        assertThat(test.ask("SELECT CONCAT(event_type, ' ', subject) FROM vault_events ORDER BY created_at DESC"
                + " LIMIT 1")).isEqualTo("backup_key_made 1");
    }

    @Test
    void lockedVaultGivesCopiesAndMakesNothing() {
        var name = keys.next();
        vault.lock();
        assertThat(keys.find(name.vault(), 1)).isPresent();
        assertThat(elsewhere().find(name.vault(), 1)).isEmpty();
        refused(keys::next, ErrorCode.VAULT_LOCKED);
        refused(keys::fetch, ErrorCode.VAULT_LOCKED);
        refused(keys::retire, ErrorCode.VAULT_LOCKED);
        vault.unlock(PASSWORD);
        assertThat(elsewhere().find(name.vault(), 1).map(BackupKey::name)).contains(name);
        assertThat(elsewhere().standing().newestHere()).isFalse();
        elsewhere().fetch();
        assertThat(elsewhere().standing().newestHere()).isTrue();
    }

    @Test
    void keyThatWasMovedToAnotherGenerationIsRefused() {
        var name = keys.next();
        keys.next();
        test.outside("UPDATE backup_keys a JOIN backup_keys b ON b.generation = 2 SET a.sealed_key = b.sealed_key"
                + " WHERE a.generation = 1");
        refused(() -> elsewhere().fetch(), ErrorCode.SECRET_DAMAGED);
        refused(() -> elsewhere().find(name.vault(), 1), ErrorCode.SECRET_DAMAGED);
    }

    @Test
    void keysAreSealedAnewWithTheVaultAndOutliveItsOldKey() {
        var name = keys.next();
        var members = new VaultMembers(test.database(), vault, new SecretService(test.database(), vault));
        members.renew(null);
        assertThat(members.isBehind()).isTrue();
        assertThat(members.reseal(() -> false)).isEmpty();
        assertThat(members.isBehind()).isFalse();
        assertThat(test.ask("SELECT MIN(generation) FROM vault_grants")).as("the old key is forgotten")
                .isEqualTo("2");
        vault.lock();
        vault.unlock(PASSWORD);
        assertThat(elsewhere().find(name.vault(), 1).map(BackupKey::name)).contains(name);
    }
}
