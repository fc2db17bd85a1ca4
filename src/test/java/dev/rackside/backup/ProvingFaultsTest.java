package dev.rackside.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rackside.backup.dump.Forged;
import dev.rackside.backup.dump.ManifestFile;
import dev.rackside.backup.proving.Proof;
import dev.rackside.db.TestServer;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The faults of proving a backup, by their numbers: none ends in a false "passed". */
class ProvingFaultsTest {

    private static final String LINE = "-- Host:";

    private static FaultBench bench;
    private static BackupMaker maker;

    @BeforeAll
    static void open() {
        bench = new FaultBench();
        maker = bench.maker();
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    @Test
    void aBackupIsProvedThoughOthersWriteMeanwhile() throws InterruptedException {
        bench.test.outside("CREATE TABLE busy (id INT AUTO_INCREMENT PRIMARY KEY, words TEXT)",
                "INSERT INTO busy (words) SELECT MD5(seq) FROM seq_1_to_5000");
        var stop = new AtomicBoolean();
        var writer = Thread.ofVirtual().start(() -> {
            while (!stop.get()) {
                bench.test.outside("INSERT INTO busy (words) VALUES (UUID())", "SELECT NEXTVAL(numbers)",
                        "UPDATE busy SET words = UUID() ORDER BY RAND() LIMIT 5");
            }
        });
        UUID id;
        try {
            id = maker.take(BackupType.MANUAL, Watch.NONE);
        } finally {
            stop.set(true);
            writer.join();
        }
        var proof = maker.prove(id, VerificationLevel.COMPARE, Watch.NONE);
        assertThat(proof.differences()).isEmpty();
        assertThat(proof.status()).isEqualTo(VerificationStatus.PASSED);
        assertThat(proof.restoreTime()).isPositive();
        var detail = bench.service.detail(id);
        assertThat(detail.row().grade()).isEqualTo(Grade.PROVED);
        assertThat(detail.report().duration())
                .isEqualTo(Objects.requireNonNull(proof.restoreTime()).truncatedTo(ChronoUnit.MILLIS));
        assertThat(detail.report().serverVersion()).contains("MariaDB");
        assertThat(detail.report().tables()).hasSizeGreaterThan(10)
                .allSatisfy(table -> assertThat(table.checksumEqual()).isTrue());
        assertThat(Long.parseLong(String.valueOf(bench.test.ask("SELECT COUNT(*) FROM busy"))))
                .as("others wrote meanwhile").isGreaterThan(5000);
        assertThat(bench.folder.resolve("cache").resolve("proving")).isEmptyDirectory();

        maker.prove(id, VerificationLevel.HASH, Watch.NONE);
        assertThat(bench.service.detail(id).row().grade()).as("a look at the file takes nothing back")
                .isEqualTo(Grade.PROVED);
    }

    @Test
    void eachLevelIsSaidForWhatItIs() {
        var id = taken();
        assertThat(bench.service.detail(id).row().grade()).isEqualTo(Grade.NOT_VERIFIED);
        maker.prove(id, VerificationLevel.HASH, Watch.NONE);
        assertThat(bench.service.detail(id).row().grade()).isEqualTo(Grade.INTACT);
        maker.prove(id, VerificationLevel.PARSE, Watch.NONE);
        assertThat(bench.service.detail(id).row().grade()).isEqualTo(Grade.READABLE);
        maker.prove(id, VerificationLevel.RESTORE, Watch.NONE);
        assertThat(bench.service.detail(id).row().grade()).isEqualTo(Grade.RESTORED);
        assertThat(maker.unverified()).contains(id);
    }

    @Test
    void f23WhatIsBeingProvedIsNotRemovedMeanwhile() throws IOException {
        var id = taken();
        var removable = new ArrayList<Boolean>();
        maker.prove(id, VerificationLevel.PARSE, _ -> {
            try (var lock = BackupFileLock.toRemove(bench.file(id)).orElse(null)) {
                removable.add(lock != null);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertThat(removable).isNotEmpty().containsOnly(false);
        try (var _ = BackupFileLock.toRemove(bench.file(id)).orElseThrow()) {
            assertThatThrownBy(() -> maker.prove(id, VerificationLevel.HASH, Watch.NONE)).isInstanceOfSatisfying(
                    Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.BACKUP_IN_USE));
        }
    }

    @Test
    void f08OneFlippedBitIsFoundAndTheFileNamed() throws IOException {
        var id = taken();
        var bytes = Files.readAllBytes(bench.file(id));
        bytes[bytes.length / 2] ^= 1;
        Files.write(bench.file(id), bytes);
        for (var level : VerificationLevel.values()) {
            assertThat(failed(id, level, VerificationLevel.HASH, Reason.HASH_DIFFERS).words())
                    .contains(bench.file(id).toString());
        }
    }

    @Test
    void f09AFileThatWasCutOrIsAnothersIsFound() throws IOException {
        var id = taken();
        var file = bench.file(id);
        var other = bench.file(taken());
        Files.write(file, new byte[20]);
        failed(id, VerificationLevel.COMPARE, VerificationLevel.HASH, Reason.TRUNCATED);
        Files.write(file, new byte[0]);
        failed(id, VerificationLevel.COMPARE, VerificationLevel.HASH, Reason.TRUNCATED);
        Files.copy(other, file, StandardCopyOption.REPLACE_EXISTING);
        assertThat(maker.prove(id, VerificationLevel.COMPARE, Watch.NONE).status())
                .isEqualTo(VerificationStatus.FAILED);
        Files.copy(ManifestFile.of(other), ManifestFile.of(file), StandardCopyOption.REPLACE_EXISTING);
        failed(id, VerificationLevel.COMPARE, VerificationLevel.HASH, Reason.WRONG_FILE);
        Files.delete(file);
        failed(id, VerificationLevel.COMPARE, VerificationLevel.HASH, Reason.FILE_MISSING);
    }

    @Test
    void f10WithoutItsOwnUnchangedManifestNothingIsProved() throws IOException {
        var id = taken();
        var manifest = ManifestFile.of(bench.file(id));
        var text = Files.readString(manifest);

        Files.writeString(manifest, text.replaceFirst("\"rows\" : \\d+", "\"rows\" : 77"));
        failed(id, VerificationLevel.COMPARE, VerificationLevel.HASH, Reason.MANIFEST_DIFFERS);

        Files.writeString(manifest, text.replaceFirst("\"key\" : \"..", "\"key\" : \"ff"));
        unknown(id, Reason.KEY_MISSING);
        Files.writeString(manifest, "{}");
        unknown(id, Reason.MANIFEST_MISSING);
        Files.delete(manifest);
        unknown(id, Reason.MANIFEST_MISSING);
        Files.writeString(manifest, text);
        assertThat(maker.prove(id, VerificationLevel.PARSE, Watch.NONE).reached(VerificationLevel.PARSE)).isTrue();
    }

    @Test
    void f10AManifestOfAnOlderFileIsNotTheFiles() throws IOException {
        var id = taken();
        Forged.dump(bench.file(id), bench.key(), dump -> dump + "\n");
        failed(id, VerificationLevel.COMPARE, VerificationLevel.HASH, Reason.MANIFEST_DIFFERS);
    }

    @Test
    void rowsThatDifferAreListedByTable() {
        var id = forged(dump -> dump.replace("INSERT INTO `kept` (`n`, row_start, row_end) VALUES (2,",
                "INSERT INTO `kept` (`n`, row_start, row_end) VALUES (3,"));
        var proof = failed(id, VerificationLevel.COMPARE, VerificationLevel.COMPARE, Reason.MANIFEST_DIFFERS);
        assertThat(proof.differences()).containsExactly("The rows of table kept differ");
        assertThat(bench.service.detail(id).report().tables().getFirst().name()).isEqualTo("kept");
        assertThat(bench.service.detail(id).report().differences()).isEqualTo(proof.differences());
        assertThat(bench.service.detail(id).row().grade()).isEqualTo(Grade.FAILED);
    }

    @Test
    void definitionsThatDifferAreListedByName() {
        var id = forged(dump -> dump.replace("RETURN 1", "RETURN 2").replace("ADD UNIQUE", "ADD KEY")
                .replace("EVENT `often` ON SCHEDULE EVERY 1 DAY", "EVENT `often` ON SCHEDULE EVERY 2 DAY"));
        assertThat(failed(id, VerificationLevel.COMPARE, VerificationLevel.COMPARE, Reason.MANIFEST_DIFFERS)
                .differences()).containsExactlyInAnyOrder("The definition of function one differs",
                        "The definition of event often differs");
    }

    @Test
    void f02ADumpThatWasCutAtAStatementIsFoundBeforeItIsRestored() {
        var id = forged(dump -> dump.substring(0, dump.lastIndexOf("-- Dump completed")));
        failed(id, VerificationLevel.COMPARE, VerificationLevel.PARSE, Reason.TRAILER_MISSING);
    }

    @Test
    void f27ADumpThatGoesElsewhereOrGivesRightsEndsTheRestore() {
        var source = bench.test.schema().name();
        for (var statement : new String[]{"USE " + source + ";", "USE mysql;", "CREATE DATABASE evil;",
                "GRANT ALL PRIVILEGES ON *.* TO verify@'127.0.0.1';", "SELECT 1 INTO OUTFILE '/tmp/rackside-evil';",
                "SET GLOBAL general_log_file = '/tmp/rackside-evil';"}) {
            var proof = failed(hostile(statement), VerificationLevel.COMPARE, VerificationLevel.RESTORE,
                    Reason.RESTORE_FAILED);
            assertThat(proof.words()).as(statement).contains("ERROR");
        }
        assertThat(Path.of("/tmp/rackside-evil")).doesNotExist();
        assertThat(bench.test.ask("SELECT COUNT(*) FROM odd")).isEqualTo("2");
    }

    @Test
    void f27NobodyInTheScratchServerMayMoreThanTheOneWhoRestores() {
        var id = hostile("CREATE DEFINER=`rackside_admin`@`127.0.0.1` PROCEDURE evil() SET GLOBAL general_log = 1;\n"
                + "CALL evil();");
        assertThat(failed(id, VerificationLevel.COMPARE, VerificationLevel.RESTORE, Reason.RESTORE_FAILED).words())
                .contains("1449");
    }

    @Test
    void f28CommandsOfTheClientAreNotRun() {
        var mark = bench.folder.resolve("ran").toAbsolutePath();
        for (var command : new String[]{"\\! touch " + mark, "system touch " + mark, "\\. " + mark,
                "tee " + mark}) {
            failed(hostile(command), VerificationLevel.COMPARE, VerificationLevel.RESTORE, Reason.RESTORE_FAILED);
            assertThat(mark).as(command).doesNotExist();
        }
    }

    @Test
    void f29ABackupOfANewerServerIsNotCalledBad() {
        var id = taken();
        Forged.version(bench.file(id), bench.key(), "99.1.0-MariaDB");
        var proof = maker.prove(id, VerificationLevel.COMPARE, Watch.NONE);
        assertThat(proof.status()).isEqualTo(VerificationStatus.NOT_VERIFIED);
        assertThat(proof.level()).isEqualTo(VerificationLevel.PARSE);
        assertThat(proof.reason()).isEqualTo(Reason.TOOL_TOO_OLD);
        assertThat(proof.words()).contains("99.1.0", TestServer.program().version().toString());
    }

    @Test
    void f34RowsOfEveryKindAreEqualAfterwards() {
        bench.test.outside("UPDATE odd SET big = REPEAT('\\0a\\n', 8000000) WHERE id = 2");
        var proof = maker.prove(taken(), VerificationLevel.COMPARE, Watch.NONE);
        assertThat(proof.differences()).isEmpty();
        assertThat(proof.status()).isEqualTo(VerificationStatus.PASSED);
        bench.test.outside("UPDATE odd SET big = NULL WHERE id = 2");
    }

    @Test
    void aProofThatIsCancelledSaysNothingAndLeavesNothing() {
        var id = taken();
        var since = new AtomicReference<Instant>();
        var watch = new Watch() {
            @Override
            public void at(Pace pace) {
                if (pace.stage() == Stage.RESTORE) {
                    since.compareAndSet(null, Instant.now());
                }
            }

            @Override
            public boolean cancelled() {
                return since.get() != null;
            }
        };
        assertThatThrownBy(() -> maker.prove(id, VerificationLevel.COMPARE, watch))
                .isInstanceOf(CancellationException.class);
        assertThat(Duration.between(since.get(), Instant.now())).isLessThan(Duration.ofSeconds(2));
        assertThat(bench.service.detail(id).row().grade()).isEqualTo(Grade.NOT_VERIFIED);
        assertThat(bench.folder.resolve("cache").resolve("proving")).isEmptyDirectory();
    }

    private void named(UUID id, String path) {
        bench.test.outside("UPDATE backup_log SET file_path = '" + path.replace("\\", "\\\\") + "' WHERE id = '"
                + id + "'");
    }

    @Test
    void aBackupOfAnotherProgramAndAPlaceThatIsAwayAreNoFailures() throws IOException {
        var id = taken();
        var away = bench.file(id).resolveSibling("");
        Files.move(away, away.resolveSibling("away"));
        try {
            assertThatThrownBy(() -> maker.prove(id, VerificationLevel.HASH, Watch.NONE))
                    .isInstanceOfSatisfying(Problem.class,
                            problem -> assertThat(problem.code()).isEqualTo(ErrorCode.BACKUP_ELSEWHERE));
            assertThat(bench.service.detail(id).row().grade()).isEqualTo(Grade.NOT_VERIFIED);
        } finally {
            Files.move(away.resolveSibling("away"), away);
        }
        var here = bench.file(id);
        named(id, "\\\\nas\\backups\\one.sql.zst");
        assertThatThrownBy(() -> maker.prove(id, VerificationLevel.HASH, Watch.NONE))
                .as("a name of Windows' is no file missing here").isInstanceOfSatisfying(Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(ErrorCode.BACKUP_ELSEWHERE));
        named(id, here.toString());
        bench.test.outside("UPDATE backup_log SET taken_by = NULL, outcome = NULL WHERE id = '" + id + "'");
        assertThatThrownBy(() -> maker.prove(id, VerificationLevel.HASH, Watch.NONE)).isInstanceOfSatisfying(
                Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.BACKUP_NOT_OURS));
    }

    private static UUID taken() {
        return maker.take(BackupType.MANUAL, Watch.NONE);
    }

    /** A backup with another dump in it, whose file and manifest and record agree. */
    private static UUID forged(UnaryOperator<String> change) {
        var id = taken();
        Forged.dump(bench.file(id), bench.key(), change);
        bench.test.outside("UPDATE backup_log SET sha256 = NULL WHERE id = '" + id + "'");
        return id;
    }

    private static UUID hostile(String statement) {
        return forged(dump -> dump.replaceFirst("(?m)^" + LINE, Matcher.quoteReplacement(statement
                + "\n" + LINE)));
    }

    private static Proof failed(UUID id, VerificationLevel asked, VerificationLevel at, Reason reason) {
        var proof = maker.prove(id, asked, Watch.NONE);
        assertThat(proof.reason()).as(proof.words()).isEqualTo(reason);
        assertThat(proof.status()).isEqualTo(VerificationStatus.FAILED);
        assertThat(proof.level()).isEqualTo(at);
        var detail = bench.service.detail(id);
        assertThat(detail.row().grade()).isEqualTo(Grade.FAILED);
        assertThat(detail.row().reasonCode()).isEqualTo(reason.code());
        assertThat(detail.report().level()).isEqualTo(at);
        return proof;
    }

    private static void unknown(UUID id, Reason reason) {
        var proof = maker.prove(id, VerificationLevel.COMPARE, Watch.NONE);
        assertThat(proof.reason()).isEqualTo(reason);
        assertThat(proof.status()).isEqualTo(VerificationStatus.NOT_VERIFIED);
        assertThat(proof.reached(VerificationLevel.PARSE)).isFalse();
        var detail = bench.service.detail(id);
        assertThat(detail.verification().known()).isEqualTo(VerificationStatus.NOT_VERIFIED);
        assertThat(detail.row().reasonCode()).isEqualTo(reason.code());
    }
}
