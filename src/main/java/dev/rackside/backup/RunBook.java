package dev.rackside.backup;

import dev.rackside.backup.dump.DumpFailure;
import dev.rackside.backup.dump.Manifest;
import dev.rackside.backup.proving.Proof;
import dev.rackside.db.Database;
import dev.rackside.db.DatabaseAddress;
import dev.rackside.db.Edit;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Keeps the rows of Rackside's own runs: begun, ended, proved. Times are the server's. */
final class RunBook {

    private final Database database;

    RunBook(Database database) {
        this.database = database;
    }

    BackupRun find(UUID id) {
        return database.read(session -> find(session, id));
    }

    boolean knows(UUID id) {
        return database.read(session -> new BackupRuns_(session).byId(id).isPresent());
    }

    private static BackupRun find(StatelessSession session, UUID id) {
        return new BackupRuns_(session).byId(id)
                .orElseThrow(() -> new Problem(ErrorCode.ROW_GONE, Messages.get("backup.this")));
    }

    /** The runs that this workstation began and nobody ended. */
    List<BackupRun> running() {
        return database.read(session -> new BackupRuns_(session).runningOn(Workstation.name()));
    }

    /** The runs that this workstation began and that were given up since. */
    List<BackupRun> abandoned(Instant since) {
        return database.read(session -> new BackupRuns_(session).abandonedOn(Workstation.name(), since));
    }

    /** Rackside's own backups that were written to their end, the newest first. */
    List<BackupRun> taken() {
        return database.read(session -> new BackupRuns_(session).ownNewestFirst());
    }

    Instant now() {
        return database.read(Database::serverClock);
    }

    void begin(UUID id, TakeOrder order, Path file, DatabaseAddress address, String person) {
        begun(id, order, file, address, person, now());
    }

    /** One that began at a moment of the server's clock. */
    void begun(UUID id, TakeOrder order, Path file, DatabaseAddress address, String person, Instant moment) {
        database.write(session -> {
            var runs = new BackupRuns_(session);
            if (order.schedule() != null && order.slotAt() != null) {
                // Of a slot's runs the last has it; one that succeeded stands in the way of every other.
                runs.leaveSlot(order.schedule(), order.slotAt());
            }
            runs.insert(new BackupRun(id, order, file, address, person, moment));
            return id;
        }, session -> new BackupRuns_(session).byId(id).isPresent(), id);
    }

    /** @throws DumpFailure LEASE_EXPIRED where somebody said meanwhile that the run is abandoned */
    void succeeded(UUID id, Manifest manifest) {
        var less = taken().stream().filter(run -> !run.id.equals(id)).filter(Shrinkage::good).findFirst()
                .flatMap(before -> Shrinkage.of(before, manifest));
        edit(id, (run, edit, now) -> stillRuns(run, manifest, edit)
                .column("outcome", run.outcome, Coded.code(BackupOutcome.SUCCEEDED))
                .column("reason_code", run.reasonCode, less.map(_ -> Reason.SHRUNK.code()).orElse(null))
                .column("failure", run.failure, less.orElse(null))
                .column("backup_completed_at", run.completedAt, now)
                .column("file_size_bytes", run.sizeBytes, manifest.fileBytes())
                .column("sha256", run.sha256, manifest.sha256())
                .column("is_encrypted", run.encrypted, manifest.file().endsWith(Workshop.ENCRYPTED))
                .column("tool_version", run.toolVersion, "mariadb-dump " + manifest.toolVersion())
                .column("verification_details", run.verificationDetails,
                        settled(run, manifest) ? run.verificationDetails : ProofText.of(manifest)));
    }

    /** Whoever looks for what crashes left may find the file before its maker comes to write the record. */
    private static boolean settled(BackupRun run, Manifest manifest) {
        return Coded.code(BackupOutcome.SUCCEEDED).equals(run.outcome) && manifest.sha256().equals(run.sha256);
    }

    private static Edit stillRuns(BackupRun run, Manifest manifest, Edit edit) {
        if (!run.runs() && !settled(run, manifest)) {
            throw new DumpFailure(Reason.LEASE_EXPIRED, String.valueOf(run.filePath));
        }
        return edit;
    }

    /** Nothing where somebody ended it meanwhile. */
    void ended(UUID id, BackupOutcome outcome, Reason reason, String words) {
        if (!find(id).runs()) {
            return;
        }
        // What isn't whole in the dump was found by looking, not left unlooked.
        var status = reason == Reason.OBJECT_MISSING || reason == Reason.OBJECT_BROKEN
                ? VerificationStatus.FAILED
                : VerificationStatus.NOT_VERIFIED;
        edit(id, (run, edit, now) -> edit.column("outcome", run.outcome, Coded.code(outcome))
                .column("verification_status", run.verificationStatus, Coded.code(status))
                .column("reason_code", run.reasonCode, reason.code())
                .column("failure", run.failure, words.isBlank() ? null : words)
                .column("backup_completed_at", run.completedAt, now));
    }

    /** Writes what a proof found, unless less was looked at than is known already. */
    void proved(UUID id, Proof proof) {
        edit(id, (run, edit, now) -> {
            var keep = keeps(run, proof);
            var details = keep
                    ? ProofText.lookedAgain(run.verificationDetails, proof, now)
                    : ProofText.of(run.verificationDetails, proof, now);
            edit.column("verification_details", run.verificationDetails, details);
            return keep
                    ? edit
                    : edit.column("verification_status", run.verificationStatus, Coded.code(proof.status()))
                            .column("reason_code", run.reasonCode, proof.reason() == null
                                    ? run.row().suspect() ? run.reasonCode : null
                                    : proof.reason().code());
        });
    }

    /** Notes why a backup was taken, in a sentence. */
    void remark(UUID id, String key, Object about) {
        edit(id, (run, edit, _) -> edit.column("verification_details", run.verificationDetails,
                VerificationReport.withRemark(run.verificationDetails, Messages.get(key, about))));
    }

    /** A look at the file alone takes nothing back of an earlier comparison, neither a good nor a bad one. */
    private static boolean keeps(BackupRun run, Proof proof) {
        var before = VerificationReport.of(run.verificationDetails).level();
        var status = Coded.of(VerificationStatus.class, run.verificationStatus).known();
        if (before == null || proof.status() != VerificationStatus.NOT_VERIFIED || proof.reason() != null) {
            return false;
        }
        return status != VerificationStatus.NOT_VERIFIED
                && (proof.level() == null || proof.level().compareTo(before) < 0);
    }

    private interface Change {
        Edit of(BackupRun run, Edit edit, Instant now);
    }

    private void edit(UUID id, Change change) {
        database.write(session -> {
            var run = find(session, id);
            var edit = change.of(run, Edit.of("backup_log", id, run.rowVersion), Database.serverClock(session))
                    .keep("backup_started_at").keep("created_at");
            if (!edit.apply(session)) {
                throw new Problem(ErrorCode.EDIT_CONFLICT);
            }
            return id;
        });
    }

    static @Nullable Path file(BackupRun run) {
        try {
            return run.filePath == null || run.filePath.isBlank() ? null : Path.of(run.filePath);
        } catch (InvalidPathException _) {
            return null;
        }
    }
}
