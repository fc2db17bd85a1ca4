package dev.rackside.backup;

import dev.rackside.backup.dump.DumpFailure;
import dev.rackside.backup.dump.Manifest;
import dev.rackside.backup.dump.ManifestFile;
import dev.rackside.backup.proving.BackupFile;
import dev.rackside.backup.proving.Proof;
import dev.rackside.backup.restoring.Failed;
import dev.rackside.backup.restoring.Looking;
import dev.rackside.backup.restoring.NewDatabase;
import dev.rackside.backup.restoring.OverLive;
import dev.rackside.backup.restoring.RestorePreview;
import dev.rackside.backup.restoring.RestoreTarget;
import dev.rackside.backup.restoring.RestoreWatch;
import dev.rackside.backup.restoring.RestoreWatch.Phase;
import dev.rackside.backup.restoring.Restored;
import dev.rackside.backup.restoring.SideTable;
import dev.rackside.backup.restoring.Task;
import dev.rackside.db.Database;
import dev.rackside.db.DatabaseAddress;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.server.DiskTrouble;
import dev.rackside.text.Coded;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/**
 * The door to restoring backups. A restore takes from seconds to hours, tells how far it is, can be cancelled within
 * two seconds, and is for any thread but the one that draws. Nothing of a backup reaches the workspace's server whose
 * file isn't the one that its authentic manifest is of.
 */
public final class BackupRestorer {

    private final Database database;
    private final RunBook runs;
    private final Workshop workshop;
    private final BackupMaker maker;
    private final Supplier<String> person;
    private final Supplier<Optional<Connection>> administrator;

    /**
     * @param person who restores, as the record of the backup that is taken before says
     * @param administrator a connection of one who may make databases, where the workspace's account may not
     */
    public BackupRestorer(Database database, Workshop workshop, Supplier<String> person,
            Supplier<Optional<Connection>> administrator) {
        this.database = database;
        this.runs = new RunBook(database);
        this.workshop = workshop;
        this.maker = new BackupMaker(database, workshop, person);
        this.person = person;
        this.administrator = administrator;
    }

    /** Work with what is restored; what it throws is told in a person's terms. */
    private interface Work<T> {
        T on(Task task) throws IOException, SQLException;
    }

    /**
     * Looks at a backup and at what is there now; reads the manifest, not the file.
     *
     * @throws Problem RESTORE_REFUSED where its manifest isn't authentic; BACKUP_NOT_OURS, ROW_GONE
     */
    public RestorePreview look(UUID id) {
        var run = restorable(id);
        var grade = Grade.ranked(run.grade);
        var took = VerificationReport.of(run.verificationDetails).duration();
        return with(run, database.address().database(), task -> Looking.at(task, grade, took, runs.now()));
    }

    /**
     * Restores a backup, and compares what was restored with what was backed up.
     *
     * @throws Problem RESTORE_REFUSED, RESTORE_NAME_REFUSED, RESTORE_RIGHTS, RESTORE_SERVER_OLDER,
     *     RESTORE_NOT_CONFIRMED, BACKUP_NOT_TAKEN, DATABASE_BUSY where nothing was begun; RESTORE_FAILED where nothing
     *     of it is left; RESTORE_ROLLED_BACK where what was there is there again; RESTORE_BROKEN where it isn't
     * @throws CancellationException where the watcher cancelled and nothing is left of it; where the live database had
     *     to be put back, that is told by RESTORE_ROLLED_BACK
     */
    public Restored restore(UUID id, RestoreTarget target, RestoreWatch watch) {
        // Whoever closes the workspace or ends the program waits until nothing half done is left.
        try (var _ = database.gate().hold()) {
            return restored(id, target, watch);
        }
    }

    private Restored restored(UUID id, RestoreTarget target, RestoreWatch watch) {
        var run = restorable(id);
        watch.begins(Phase.READ);
        refuse(run, maker.prove(id, VerificationLevel.PARSE, watch), VerificationLevel.PARSE);
        return with(run, name(target), task -> switch (target) {
            case RestoreTarget.NewDatabase(var name) ->
                held(task, () -> new NewDatabase(task, name, administrator).restore(watch));
            case RestoreTarget.SideTable side -> held(task, () -> new SideTable(task, side).restore(watch));
            case RestoreTarget.OverLive over -> overLive(run, task, over, watch);
        });
    }

    private String name(RestoreTarget target) {
        return switch (target) {
            case RestoreTarget.NewDatabase(var name) -> name;
            case RestoreTarget.SideTable(_, var name) -> name;
            case RestoreTarget.OverLive _ -> database.address().database();
        };
    }

    /**
     * Finds a backup by its file, and records it where no record knows it any more: of a database that came to grief,
     * or on another workstation.
     *
     * @return its id
     * @throws Problem RESTORE_REFUSED where the file has no authentic manifest
     */
    public UUID byFile(Path file) {
        var whole = file.toAbsolutePath().normalize();
        var manifest = manifest(whole);
        if (!runs.knows(manifest.backup())) {
            runs.begin(manifest.backup(), new TakeOrder(BackupType.MANUAL), whole, database.address(), person.get());
            runs.succeeded(manifest.backup(), manifest);
        }
        return manifest.backup();
    }

    private BackupRun restorable(UUID id) {
        var run = runs.find(id);
        if (!run.own() || RunBook.file(run) == null
                || !Coded.code(BackupOutcome.SUCCEEDED).equals(run.outcome)) {
            throw new Problem(ErrorCode.BACKUP_NOT_OURS, String.valueOf(run.filePath));
        }
        return run;
    }

    private static void refuse(BackupRun run, Proof proof, VerificationLevel needed) {
        if (!proof.reached(needed)) {
            throw new Problem(ErrorCode.RESTORE_REFUSED, String.valueOf(run.filePath),
                    proof.reason() == null ? "" : BackupWords.reason(proof.reason().code()), proof.words());
        }
    }

    private Restored overLive(BackupRun run, Task task, RestoreTarget.OverLive over, RestoreWatch watch)
            throws IOException, SQLException {
        OverLive.refuse(task, over, watch);
        if (Grade.ranked(run.grade) != Grade.PROVED) {
            watch.begins(Phase.TRY);
            refuse(run, maker.prove(run.id, VerificationLevel.COMPARE, watch), VerificationLevel.COMPARE);
        }
        // What is written from here on would be in neither backup.
        database.gate().close(new Problem(ErrorCode.RESTORE_UNDER_WAY, database.address().database()));
        try {
            return replaced(task, over, watch);
        } finally {
            database.gate().open();
        }
    }

    private Restored replaced(Task task, RestoreTarget.OverLive over, RestoreWatch watch)
            throws IOException, SQLException {
        watch.begins(Phase.BACK_UP);
        var automatic = maker.take(BackupType.MANUAL, watch);
        var before = runs.find(automatic);
        runs.remark(automatic, "backup.restore.remark", task.manifest().backup());
        refuse(before, maker.prove(automatic, VerificationLevel.PARSE, watch), VerificationLevel.PARSE);
        OverLive.refuseOthers(task, over);
        var beforeTask = task.of(file(before), manifest(before));
        return held(task, () -> held(beforeTask,
                () -> new OverLive(task, beforeTask, automatic).restore(watch)));
    }

    /** Something that takes long, with the backup's file kept from being removed. */
    private interface Held<T> {
        T get() throws IOException, SQLException;
    }

    private static <T> T held(Task task, Held<T> work) throws IOException, SQLException {
        try (var _ = BackupFileLock.toRead(task.file().path())
                .orElseThrow(() -> new Problem(ErrorCode.BACKUP_IN_USE, task.file().path()))) {
            return work.get();
        }
    }

    private <T> T with(BackupRun run, String target, Work<T> work) {
        return database.withPassword(password -> {
            try {
                var place = new Task.Place(reachable(password), () -> password, workshop.programs().get(),
                        workshop.secrets(), workshop.scratch());
                return work.on(new Task(new BackupFile(file(run), workshop.opening().sealed()), manifest(run), place));
            } catch (DumpFailure e) {
                throw new Problem(ErrorCode.RESTORE_FAILED, e, target, Failed.words(e));
            } catch (IOException e) {
                throw DiskTrouble.of(e, file(run));
            } catch (SQLException e) {
                throw new Problem(ErrorCode.RESTORE_FAILED, e, target, Failed.words(e));
            }
        });
    }

    private static Path file(BackupRun run) {
        return Objects.requireNonNull(RunBook.file(run));
    }

    private Manifest manifest(BackupRun run) {
        return manifest(file(run));
    }

    private Manifest manifest(Path file) {
        try {
            return ManifestFile.read(ManifestFile.of(file), workshop.opening());
        } catch (DumpFailure e) {
            throw new Problem(ErrorCode.RESTORE_REFUSED, e, file, BackupWords.reason(e.reason().code()), e.words());
        }
    }

    /** Of a cluster's nodes one: what the client does and what is asked must be about the same. */
    private DatabaseAddress reachable(char[] password) {
        var address = database.address();
        Problem last = new Problem(ErrorCode.SERVER_UNREACHABLE, address.hostList());
        for (var host : address.hosts()) {
            var one = new DatabaseAddress(List.of(host), address.database(), address.account(), address.transport(),
                    address.certificate());
            try (var _ = one.connect(password)) {
                return one;
            } catch (Problem e) {
                last = e;
            } catch (SQLException _) {
                // It answered, which was the question.
                return one;
            }
        }
        throw last;
    }
}
