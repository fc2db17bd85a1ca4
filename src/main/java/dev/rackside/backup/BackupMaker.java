package dev.rackside.backup;

import dev.rackside.backup.dump.Dump;
import dev.rackside.backup.dump.DumpFailure;
import dev.rackside.backup.dump.DumpOrder;
import dev.rackside.backup.proving.Proof;
import dev.rackside.backup.proving.Prover;
import dev.rackside.db.Database;
import dev.rackside.db.Ids;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.text.Coded;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The door to taking and proving backups. Both take from seconds to hours, tell how far they are, can be cancelled
 * within two seconds, and are for any thread but the one that draws.
 */
public final class BackupMaker {

    private final Database database;
    private final RunBook runs;
    private final Workshop workshop;
    private final Supplier<String> person;
    private final UnaryOperator<OutputStream> stage;

    /** @param person who takes them, as the records say */
    public BackupMaker(Database database, Workshop workshop, Supplier<String> person) {
        this(database, workshop, person, UnaryOperator.identity());
    }

    BackupMaker(Database database, Workshop workshop, Supplier<String> person, UnaryOperator<OutputStream> stage) {
        this.database = database;
        this.runs = new RunBook(database);
        this.workshop = workshop;
        this.person = person;
        this.stage = stage;
    }

    /**
     * Takes a backup of this database into the workshop's folder, with its manifest beside it.
     *
     * @return the run's id; its record says that it succeeded, and that nothing is verified yet
     * @throws Problem BACKUP_NOT_TAKEN with the reason, which stands in the record too; nothing of the backup is left
     *     then. NOT_WRITABLE, DISK_FULL and what a database can meet, where it didn't even begin
     * @throws CancellationException where the watcher cancelled; nothing is left but the record that says so
     */
    public UUID take(BackupType type, Watch watch) {
        var program = workshop.programs().get();
        var key = workshop.sealKey();
        clearLeftOvers();
        var id = Ids.next();
        var file = workshop.newFile(id, database.address().database(), runs.now());
        runs.begin(id, type, file, database.address(), person.get());
        var order = new DumpOrder(id, database.address(), program.dump(), program.version(), file, key,
                workshop.secrets(), stage);
        try {
            runs.succeeded(id, database.withPassword(password -> Dump.take(order, password, watch)));
            return id;
        } catch (DumpFailure e) {
            runs.ended(id, BackupOutcome.FAILED, e.reason(), e.words());
            throw new Problem(ErrorCode.BACKUP_NOT_TAKEN, e, BackupWords.reason(e.reason().code()), e.words());
        } catch (CancellationException e) {
            // The record is written by a thread that was told to stop.
            var interrupted = Thread.interrupted();
            runs.ended(id, BackupOutcome.FAILED, Reason.CANCELLED, "");
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            throw e;
        } catch (RuntimeException e) {
            // The record must not say for ever that it runs.
            runs.ended(id, BackupOutcome.FAILED,
                    e instanceof Problem ? Reason.CONNECTION_LOST : Reason.DUMP_FAILED, e.getClass().getSimpleName());
            throw e;
        }
    }

    /**
     * Proves a backup up to a level, and writes what was found into its record.
     *
     * @return how far it holds; passed only where all was restored and equals the manifest
     * @throws Problem BACKUP_IN_USE where it is being read or removed; BACKUP_NOT_OURS where another program took it; BACKUP_ELSEWHERE where its folder isn't here; ROW_GONE; and where the proof itself came to
     *     grief: the record is as it was then
     * @throws CancellationException where the watcher cancelled; the record is as it was
     */
    public Proof prove(UUID id, VerificationLevel level, Watch watch) {
        var run = runs.find(id);
        var file = RunBook.file(run);
        if (!run.own() || file == null || !Coded.code(BackupOutcome.SUCCEEDED).equals(run.outcome)) {
            throw new Problem(ErrorCode.BACKUP_NOT_OURS, String.valueOf(run.filePath));
        }
        if (!file.isAbsolute()) {
            // Another system's way of naming a place says nothing of what is there.
            throw new Problem(ErrorCode.BACKUP_ELSEWHERE, file);
        }
        var prover = new Prover(workshop.programs().get(), workshop.sealKey(), workshop.scratch(),
                workshop.secrets());
        var lock = reading(file);
        try {
            var proof = prover.prove(new Prover.Subject(id, file, run.sha256, database.address()), level, watch);
            runs.proved(id, proof);
            return proof;
        } finally {
            lock.ifPresent(BackupMaker::release);
        }
    }

    /** Nobody removes it meanwhile; of a file that isn't there, the proof says so. */
    private static Optional<BackupFileLock> reading(Path file) {
        try {
            var lock = BackupFileLock.toRead(file);
            if (lock.isEmpty()) {
                throw new Problem(ErrorCode.BACKUP_IN_USE, file);
            }
            return lock;
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static void release(BackupFileLock lock) {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The newest backup of Rackside's own. */
    public Optional<UUID> newest() {
        return runs.taken().stream().map(run -> run.id).findFirst();
    }

    /**
     * Rackside's own backups that were neither proved nor found wanting, the newest first: those that this workstation
     * took, and those that it can reach.
     */
    public List<UUID> unverified() {
        return runs.taken().stream().filter(BackupMaker::reachable)
                .filter(run -> Coded.code(VerificationStatus.NOT_VERIFIED).equals(run.verificationStatus))
                .map(run -> run.id).toList();
    }

    private static boolean reachable(BackupRun run) {
        var file = RunBook.file(run);
        return Workstation.name().equals(run.workstation)
                || (file != null && file.isAbsolute() && Files.isDirectory(file.resolveSibling("")));
    }

    /** Puts right what processes that were killed left of backups on this workstation. */
    public void clearLeftOvers() {
        new LeftOvers(runs, workshop.sealKey()).clear(workshop.target());
    }
}
