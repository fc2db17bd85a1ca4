package dev.rackside.backup;

import dev.rackside.backup.dump.Dump;
import dev.rackside.backup.dump.DumpFailure;
import dev.rackside.backup.dump.DumpOrder;
import dev.rackside.backup.dump.Manifest;
import dev.rackside.backup.proving.Proof;
import dev.rackside.backup.proving.Prover;
import dev.rackside.db.Database;
import dev.rackside.db.DatabaseAddress;
import dev.rackside.db.Ids;
import dev.rackside.db.Migrations;
import dev.rackside.db.SchemaState;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The backup that is taken before tables are changed: the way back, whatever becomes of the change. It needs none of
 * Rackside's tables, since there may be none yet; its record is written once they are there.
 */
public final class PreMigration {

    private final UUID id;
    private final Path file;
    private final DatabaseAddress address;
    private final Manifest manifest;
    private final Proof proof;
    private final Duration took;

    private PreMigration(UUID id, Path file, DatabaseAddress address, Manifest manifest, Proof proof, Duration took) {
        this.id = id;
        this.file = file;
        this.address = address;
        this.manifest = manifest;
        this.proof = proof;
        this.took = took;
    }

    /**
     * Migrates a database, with a backup of it first where there is anything in it that could be lost.
     *
     * @param migrations of the database at the address
     * @param watch hears how the backup goes on
     * @throws Problem BACKUP_NOT_TAKEN, and nothing was changed then; MIGRATION_FAILED_SAVED, which names the backup;
     *     and what {@link Migrations#migrate()} can meet
     */
    public static Migrated migrate(Migrations migrations, DatabaseAddress address, char[] password, Workshop workshop,
            Watch watch) {
        var kind = migrations.state().kind();
        if (kind == SchemaState.Kind.EMPTY || kind == SchemaState.Kind.CURRENT || kind == SchemaState.Kind.NEWER) {
            return new Migrated(migrations.migrate(), null);
        }
        var taken = take(address, password, workshop, watch);
        try {
            return new Migrated(migrations.migrate(), taken);
        } catch (Problem e) {
            if (e.code() != ErrorCode.MIGRATION_FAILED) {
                throw e;
            }
            throw new Problem(ErrorCode.MIGRATION_FAILED_SAVED, e, e.arguments().getFirst(), e.arguments().getLast(),
                    taken.file);
        }
    }

    /**
     * What was done.
     *
     * @param count how many migrations were run
     * @param backup null where there was nothing to lose
     */
    public record Migrated(int count, @Nullable PreMigration backup) {}

    private static PreMigration take(DatabaseAddress address, char[] password, Workshop workshop, Watch watch) {
        var program = workshop.programs().get();
        var id = Ids.next();
        var begun = Instant.now();
        var file = workshop.newFile(id, address.database(), begun);
        try {
            var manifest = Dump.take(new DumpOrder(id, address, program.dump(), program.version(), file,
                    workshop.sealKey(), workshop.secrets()), password, watch);
            var proof = new Prover(program, workshop.sealKey(), workshop.scratch(), workshop.secrets()).prove(
                    new Prover.Subject(id, file, manifest.sha256(), address), VerificationLevel.PARSE, watch);
            if (!proof.reached(VerificationLevel.PARSE)) {
                throw new Problem(ErrorCode.BACKUP_NOT_TAKEN,
                        proof.reason() == null ? "" : BackupWords.reason(proof.reason().code()), proof.words());
            }
            return new PreMigration(id, file, address, manifest, proof, Duration.between(begun, Instant.now()));
        } catch (DumpFailure e) {
            throw new Problem(ErrorCode.BACKUP_NOT_TAKEN, e, BackupWords.reason(e.reason().code()), e.words());
        }
    }

    /** Where it lies. */
    public Path file() {
        return file;
    }

    /** Writes its record, in tables that are up to date. */
    public void record(Database database, String person) {
        var runs = new RunBook(database);
        runs.begun(id, BackupType.PRE_MIGRATION, file, address, person, runs.now().minus(took));
        runs.succeeded(id, manifest);
        runs.proved(id, proof);
    }
}
