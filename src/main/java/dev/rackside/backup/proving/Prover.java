package dev.rackside.backup.proving;

import dev.rackside.backup.Reason;
import dev.rackside.backup.VerificationLevel;
import dev.rackside.backup.VerificationStatus;
import dev.rackside.backup.Watch;
import dev.rackside.backup.Watch.Pace;
import dev.rackside.backup.Watch.Stage;
import dev.rackside.backup.dump.DumpFailure;
import dev.rackside.backup.dump.Item;
import dev.rackside.backup.dump.Manifest;
import dev.rackside.backup.dump.ManifestFile;
import dev.rackside.backup.dump.OpeningKeys;
import dev.rackside.backup.dump.Sql;
import dev.rackside.db.DatabaseAddress;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.server.DiskTrouble;
import dev.rackside.server.ServerProgram;
import dev.rackside.server.ServerVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Proves one backup, level by level. Where to restore is no setting: it is always a server made for it, and nothing is
 * loaded into anything else.
 */
public final class Prover {

    private final ServerProgram program;
    private final OpeningKeys keys;
    private final Path folder;
    private final Path secrets;

    /**
     * @param program the server to restore into, with its client
     * @param folder where servers that are thrown away are made
     * @param secrets a folder of the owner's own for the file by which the client signs in
     */
    public Prover(ServerProgram program, OpeningKeys keys, Path folder, Path secrets) {
        this.program = program;
        this.keys = keys;
        this.folder = folder;
        this.secrets = secrets;
    }

    /**
     * What is known of a backup beside its manifest.
     *
     * @param sha256 as its record says; null where it says none
     * @param source where it was taken: the one place that nothing is ever loaded into
     */
    public record Subject(UUID backup, Path file, @Nullable String sha256, DatabaseAddress source) {}

    /**
     * Proves it up to a level.
     *
     * @throws Problem where the proof itself came to grief (no server, a full disk, the place is away): nothing is said
     *     of the backup then
     * @throws java.util.concurrent.CancellationException where the watcher cancelled
     */
    public Proof prove(Subject subject, VerificationLevel asked, Watch watch) {
        try {
            return proved(subject, asked, watch);
        } catch (IOException e) {
            throw DiskTrouble.of(e, subject.file());
        }
    }

    private Proof proved(Subject subject, VerificationLevel asked, Watch watch) throws IOException {
        if (!Files.isRegularFile(subject.file())) {
            return missing(subject.file());
        }
        Manifest manifest;
        try {
            manifest = ManifestFile.read(ManifestFile.of(subject.file()), keys);
        } catch (DumpFailure e) {
            return withoutManifest(subject, e, watch);
        }
        if (!manifest.backup().equals(subject.backup())) {
            return Proof.failed(VerificationLevel.HASH, Reason.WRONG_FILE, manifest.backup().toString());
        }
        var reading = asked == VerificationLevel.HASH
                ? FileReading.hash(subject.file(), watch)
                : file(subject).read(manifest.dumpBytes(), Stage.PARSE, (_, _) -> {
                }, watch);
        var other = fileFailure(subject, manifest, reading);
        if (other != null) {
            return other;
        }
        if (asked == VerificationLevel.HASH) {
            return Proof.held(VerificationLevel.HASH);
        }
        if (reading.missingKey() != null) {
            return Proof.unknown(VerificationLevel.HASH, Reason.KEY_MISSING, reading.missingKey());
        }
        var dump = dumpFailure(manifest, reading);
        if (dump != null || asked == VerificationLevel.PARSE) {
            return dump != null ? dump : Proof.held(VerificationLevel.PARSE);
        }
        return restored(subject, manifest, asked, watch);
    }

    private BackupFile file(Subject subject) {
        return new BackupFile(subject.file(), keys.sealed());
    }

    private static Proof missing(Path file) {
        var parent = file.toAbsolutePath().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            // A share that isn't there now says nothing of what is on it.
            throw new Problem(ErrorCode.BACKUP_ELSEWHERE, file);
        }
        return Proof.failed(VerificationLevel.HASH, Reason.FILE_MISSING, file.toString());
    }

    /** Without a manifest that can be relied on, at most the file itself is known. */
    private static Proof withoutManifest(Subject subject, DumpFailure why, Watch watch) throws IOException {
        if (why.reason() == Reason.MANIFEST_DIFFERS) {
            return Proof.failed(VerificationLevel.HASH, why.reason(), why.words());
        }
        if (subject.sha256() == null) {
            return Proof.unknown(null, why.reason(), why.words());
        }
        return FileReading.hash(subject.file(), watch).sha256().equals(subject.sha256())
                ? Proof.unknown(VerificationLevel.HASH, why.reason(), why.words())
                : Proof.failed(VerificationLevel.HASH, Reason.HASH_DIFFERS, subject.file().toString());
    }

    private static @Nullable Proof fileFailure(Subject subject, Manifest manifest, FileReading reading)
            throws IOException {
        if (Files.size(subject.file()) < manifest.fileBytes()) {
            return Proof.failed(VerificationLevel.HASH, Reason.TRUNCATED,
                    Files.size(subject.file()) + " < " + manifest.fileBytes() + " bytes: " + subject.file());
        }
        if (!reading.sha256().equals(manifest.sha256())) {
            return Proof.failed(VerificationLevel.HASH, Reason.HASH_DIFFERS, subject.file().toString());
        }
        if (subject.sha256() != null && !manifest.sha256().equals(subject.sha256())) {
            return Proof.failed(VerificationLevel.HASH, Reason.MANIFEST_DIFFERS, subject.file().toString());
        }
        return null;
    }

    private static @Nullable Proof dumpFailure(Manifest manifest, FileReading reading) {
        if (reading.unreadable() != null) {
            return Proof.failed(VerificationLevel.PARSE, Reason.UNREADABLE, reading.unreadable());
        }
        if (!reading.dump().complete()) {
            return Proof.failed(VerificationLevel.PARSE, Reason.TRAILER_MISSING, reading.dump().bytes() + " bytes");
        }
        if (reading.dump().bytes() != manifest.dumpBytes()) {
            return Proof.failed(VerificationLevel.PARSE, Reason.UNREADABLE,
                    reading.dump().bytes() + " <> " + manifest.dumpBytes() + " bytes");
        }
        var missing = reading.dump().missing(manifest.items());
        return missing.isEmpty()
                ? null
                : Proof.failed(VerificationLevel.PARSE, Reason.OBJECT_MISSING,
                        String.join(", ", missing.stream().map(Item::toString).toList()));
    }

    private Proof restored(Subject subject, Manifest manifest, VerificationLevel asked, Watch watch)
            throws IOException {
        var source = ServerVersion.in(manifest.serverVersion()).orElse(program.version());
        if (source.compareTo(program.version()) > 0 && !source.sameSeries(program.version())) {
            return Proof.unknown(VerificationLevel.PARSE, Reason.TOOL_TOO_OLD,
                    program.version() + " < " + manifest.serverVersion());
        }
        watch.check();
        watch.at(new Pace(Stage.START_SERVER, 0, 0, 0, 0));
        try (var scratch = Scratch.start(folder, program, manifest)) {
            scratch.refuseOtherTargets(subject.source());
            var begun = Instant.now();
            try {
                Loading.load(file(subject), manifest, scratch.target(program.client(), secrets), Loading.Passing.ALL,
                        watch);
            } catch (DumpFailure e) {
                return e.reason() == Reason.TOOL_TOO_OLD
                        ? Proof.unknown(VerificationLevel.PARSE, e.reason(), e.words())
                        : Proof.failed(VerificationLevel.RESTORE, e.reason(), e.words());
            }
            return compared(scratch, manifest, asked, Duration.between(begun, Instant.now()), watch);
        }
    }

    private static Proof compared(Scratch scratch, Manifest manifest, VerificationLevel asked, Duration restoreTime,
            Watch watch) {
        try (var connection = scratch.connect()) {
            var version = Sql.row(connection, "SELECT VERSION()").getFirst();
            if (asked == VerificationLevel.RESTORE) {
                return new Proof(VerificationLevel.RESTORE, VerificationStatus.NOT_VERIFIED, null, "", List.of(),
                        List.of(), version, restoreTime);
            }
            var compared = Compared.of(connection, manifest, watch);
            var equal = compared.same();
            return new Proof(VerificationLevel.COMPARE,
                    equal ? VerificationStatus.PASSED : VerificationStatus.FAILED,
                    equal ? null : Reason.MANIFEST_DIFFERS, equal ? "" : String.join("; ", compared.differences()),
                    compared.tables(), compared.differences(), version, restoreTime);
        } catch (DumpFailure e) {
            return Proof.failed(VerificationLevel.COMPARE, e.reason(), e.words());
        } catch (SQLException e) {
            throw new Problem(ErrorCode.CONNECTION_LOST, e, scratch.address().hostList());
        }
    }
}
