package dev.rackside.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rackside.access.AccessService;
import dev.rackside.backup.dump.ManifestFile;
import dev.rackside.backup.proving.Proof;
import dev.rackside.credential.BackupKeyCopies;
import dev.rackside.credential.BackupKeyService;
import dev.rackside.credential.BackupKeySource;
import dev.rackside.credential.CredentialService;
import dev.rackside.credential.SealedCredentials;
import dev.rackside.credential.vault.BackupKey;
import dev.rackside.db.TestFolders;
import dev.rackside.db.TestServer;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Encrypted backups, and the faults of their keys, by their numbers: a missing key is never called damage. */
class SealedFaultsTest {

    private static FaultBench bench;
    private static SealedCredentials sealed;
    private static BackupKeyService keys;
    private static Path copies;

    @BeforeAll
    static void open() {
        bench = new FaultBench(List.of(CredentialService.ENTITIES, AccessService.ENTITIES));
        sealed = new SealedCredentials(bench.test, bench.folder);
        copies = Workshop.copies(bench.folder.resolve("backup.key"));
        keys = new BackupKeyService(bench.test.database(), sealed.vault(), new BackupKeyCopies(copies));
    }

    @AfterAll
    static void close() {
        sealed.close();
        bench.close();
    }

    @BeforeEach
    void unlock() {
        bench.test.outside("DELETE FROM backup_keys");
        TestFolders.delete(copies);
        sealed.vault().unlock(SealedCredentials.PASSWORD.toCharArray());
    }

    @AfterEach
    void noKeys() {
        bench.test.outside("DELETE FROM backup_keys");
    }

    private static UUID taken() {
        return bench.maker().take(BackupType.MANUAL, Watch.NONE);
    }

    /** A workstation of its own, with its own key for manifests. */
    private static BackupMaker elsewhere(String name, BackupKeySource source) {
        return new BackupMaker(bench.test.database(),
                new Workshop(bench.folder.resolve("backups"), bench.folder.resolve(name).resolve("backup.key"),
                        bench.folder.resolve("cache"), TestServer::program, source),
                () -> "lee");
    }

    private static void proved(BackupMaker maker, UUID id) {
        var proof = maker.prove(id, VerificationLevel.COMPARE, Watch.NONE);
        assertThat(proof.status()).as(proof.reason() + " " + proof.words()).isEqualTo(VerificationStatus.PASSED);
    }

    private static Proof unknown(BackupMaker maker, UUID id, int generation) {
        var proof = maker.prove(id, VerificationLevel.COMPARE, Watch.NONE);
        assertThat(proof.status()).as(proof.words()).isEqualTo(VerificationStatus.NOT_VERIFIED);
        assertThat(proof.reason()).isEqualTo(Reason.KEY_MISSING);
        assertThat(proof.words()).contains("generation " + generation);
        assertThat(proof.reached(VerificationLevel.HASH)).isFalse();
        assertThat(bench.service.detail(id).row().grade()).isNotEqualTo(Grade.FAILED);
        return proof;
    }

    @Test
    void anEncryptedBackupIsTakenAndProvedWhileTheVaultIsLocked() throws IOException {
        var name = keys.next();
        sealed.vault().lock();
        var id = taken();
        var file = bench.file(id);
        assertThat(file.getFileName().toString()).endsWith(".sql.zst.enc");
        assertThat(Arrays.copyOf(Files.readAllBytes(file), 4)).isEqualTo("RBK1".getBytes(StandardCharsets.US_ASCII));
        assertThat(Files.readString(ManifestFile.of(file))).contains("\"" + name + "\"");
        var detail = bench.service.detail(id);
        assertThat(detail.encrypted()).isTrue();
        assertThat(detail.row().sizeBytes()).isEqualTo(Files.size(file));
        proved(bench.maker(), id);
        assertThat(bench.service.detail(id).row().grade()).isEqualTo(Grade.PROVED);
    }

    @Test
    void f31AMissingOrWrongKeyIsToldAndNotCalledDamage() throws IOException {
        keys.next();
        var id = taken();
        var copy = copies.resolve(vault() + "-1.key");
        var text = Files.readString(copy);

        Files.delete(copy);
        assertThat(unknown(bench.maker(), id, 1).level()).as("the file is the one that was written")
                .isEqualTo(VerificationLevel.HASH);
        try (var wrong = BackupKey.generate(UUID.fromString(vault()), 1)) {
            new BackupKeyCopies(copies).keep(wrong);
        }
        unknown(bench.maker(), id, 1);
        Files.writeString(copy, text);
        proved(bench.maker(), id);
    }

    @Test
    void f31ARotatedKeyOpensWhatWasWrittenByItAndAnotherVaultsDoesNot() {
        keys.next();
        var before = taken();
        var second = keys.next();
        assertThat(second.generation()).isEqualTo(2);
        var after = taken();
        proved(bench.maker(), before);
        proved(bench.maker(), after);

        var late = elsewhere("late", BackupKeySource.NONE);
        unknown(late, after, 2);
        new BackupKeyCopies(Workshop.copies(bench.folder.resolve("late").resolve("backup.key")))
                .keep(new BackupKeyCopies(copies).find(second.vault(), 2).orElseThrow());
        assertThat(late.prove(after, VerificationLevel.PARSE, Watch.NONE).reached(VerificationLevel.PARSE)).isTrue();
        unknown(late, before, 1);
        unknown(elsewhere("other", (_, generation) -> Optional.of(
                BackupKey.generate(UUID.randomUUID(), generation))), after, 2);
    }

    @Test
    void anotherWorkstationProvesItWithTheVaultOpenOrWithFetchedKeys() {
        keys.next();
        var id = taken();
        var theirs = new BackupKeyService(bench.test.database(), sealed.vault(),
                new BackupKeyCopies(Workshop.copies(bench.folder.resolve("theirs").resolve("backup.key"))));
        var maker = elsewhere("theirs", theirs);
        proved(maker, id);
        sealed.vault().lock();
        unknown(maker, id, 1);
        sealed.vault().unlock(SealedCredentials.PASSWORD.toCharArray());
        assertThat(theirs.fetch()).containsExactly(1);
        sealed.vault().lock();
        assertThat(maker.prove(id, VerificationLevel.PARSE, Watch.NONE).reached(VerificationLevel.PARSE)).isTrue();
    }

    @Test
    void f08AChangedChunkIsDamageThoughTheKeyIsRightOrMissing() throws IOException {
        keys.next();
        var id = taken();
        var file = bench.file(id);
        var bytes = Files.readAllBytes(file);
        for (var at : new int[]{27, bytes.length / 2}) {
            var changed = bytes.clone();
            changed[at] ^= 1;
            Files.write(file, changed);
            for (var level : List.of(VerificationLevel.HASH, VerificationLevel.COMPARE)) {
                var proof = bench.maker().prove(id, level, Watch.NONE);
                assertThat(proof.reason()).isEqualTo(Reason.HASH_DIFFERS);
                assertThat(proof.level()).isEqualTo(VerificationLevel.HASH);
            }
        }
        TestFolders.delete(copies);
        assertThat(bench.maker().prove(id, VerificationLevel.COMPARE, Watch.NONE).reason())
                .isEqualTo(Reason.HASH_DIFFERS);
    }

    @Test
    void f31WithoutAKeyNothingIsWrittenInTheClear() throws IOException {
        keys.next();
        var before = bench.files();
        TestFolders.delete(copies);
        assertThatThrownBy(SealedFaultsTest::taken).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.code()).isEqualTo(ErrorCode.BACKUP_NOT_TAKEN));
        assertThat(bench.files()).isEqualTo(before);
        var detail = bench.service.detail(bench.last());
        assertThat(detail.row().reasonCode()).isEqualTo(Reason.KEY_MISSING.code());
        assertThat(detail.failure()).contains("generation 1");

        try (var wrong = BackupKey.generate(UUID.fromString(vault()), 1)) {
            new BackupKeyCopies(copies).keep(wrong);
        }
        assertThatThrownBy(SealedFaultsTest::taken).as("a key that nobody else has").isInstanceOf(Problem.class);
    }

    @Test
    void aWorkstationThatLacksTheNewestKeyGoesOnWithTheOneBefore() throws IOException {
        keys.next();
        keys.next();
        Files.delete(copies.resolve(vault() + "-2.key"));
        assertThat(keys.standing().newestHere()).isFalse();
        var id = taken();
        assertThat(Files.readString(ManifestFile.of(bench.file(id)))).contains(vault() + "/1/");
    }

    @Test
    void whereNoKeyIsInUseBackupsAreAsBefore() {
        keys.next();
        var encrypted = taken();
        keys.retire();
        assertThat(keys.standing().on()).isFalse();
        var id = taken();
        assertThat(bench.file(id).toString()).endsWith(".sql.zst");
        assertThat(bench.service.detail(id).encrypted()).isFalse();
        assertThat(bench.maker().prove(encrypted, VerificationLevel.PARSE, Watch.NONE)
                .reached(VerificationLevel.PARSE)).as("older files open").isTrue();
        assertThat(keys.next().generation()).isEqualTo(2);
    }

    @Test
    void f05AFullDiskIsToldWithEncryptionToo() throws IOException, InterruptedException {
        var small = Files.createDirectories(bench.folder.resolve("small"));
        var mounted = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=12k", "tmpfs", small.toString())
                .start().waitFor();
        assumeTrue(mounted == 0, "no right to mount a small disk");
        try {
            keys.next();
            assertThatThrownBy(() -> bench.maker(small, TestServer.program(), UnaryOperator.identity())
                    .take(BackupType.MANUAL, Watch.NONE)).isInstanceOf(Problem.class);
            assertThat(bench.service.detail(bench.last()).row().reasonCode()).isEqualTo(Reason.DISK_FULL.code());
            assertThat(small).isEmptyDirectory();
        } finally {
            new ProcessBuilder("umount", small.toString()).start().waitFor();
        }
    }

    private static String vault() {
        return String.valueOf(bench.test.ask("SELECT DISTINCT vault_id FROM vault_grants"));
    }
}
