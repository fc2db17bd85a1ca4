package dev.rackside.backup;

import dev.rackside.backup.dump.ManifestFile;
import dev.rackside.backup.dump.OpeningKeys;
import dev.rackside.backup.dump.SealKey;
import dev.rackside.backup.dump.Underway;
import dev.rackside.credential.BackupKeyCopies;
import dev.rackside.credential.BackupKeySource;
import dev.rackside.credential.vault.BackupKey;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.server.ServerProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What backups are taken and proved with, and where.
 *
 * @param target the folder of the backups
 * @param key the file of the key that authenticates manifests
 * @param cache a folder for servers that are thrown away and for what must not last
 * @param programs finds the server's programs; may take seconds
 * @param keys where the keys of encrypted backups come from, beside this workstation's copies
 */
public record Workshop(Path target, Path key, Path cache, Supplier<ServerProgram> programs, BackupKeySource keys) {

    /** What an encrypted backup's name ends in, behind the plain one's. */
    public static final String ENCRYPTED = ".enc";

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")
            .withZone(ZoneOffset.UTC);
    /** What {@code backup_log.file_path} takes. */
    private static final int LONGEST_PATH = 500;
    private static final int LONGEST_NAME = 40;

    /**
     * Where this workstation takes and proves the backups of a workspace: with the programs that are bundled, into a
     * folder of the workspace's own.
     *
     * @param data the folder of what the program keeps
     * @param config the folder of what the program was told
     */
    public static Workshop of(Path data, Path config, Path cache, String workspace) {
        return new Workshop(data.resolve("backups").resolve(plain(workspace)), sealKey(config), cache,
                () -> ServerProgram.find(cache.resolve("server")));
    }

    /** The file of the key that authenticates manifests; copies of backup keys lie beside it. */
    public static Path sealKey(Path config) {
        return config.resolve("backup.key");
    }

    /** The same, with other folders or programs where they are given. */
    public Workshop with(@Nullable Path otherTarget, @Nullable Supplier<ServerProgram> otherPrograms) {
        return new Workshop(otherTarget == null ? target : otherTarget, key, cache,
                otherPrograms == null ? programs : otherPrograms, keys);
    }

    /** The same, with keys of encrypted backups from elsewhere too. */
    public Workshop with(BackupKeySource others) {
        return new Workshop(target, key, cache, programs, others);
    }

    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9_-]", "-");
    }

    /** With this workstation's copies of the backup keys alone, which lie beside the key of the manifests. */
    public Workshop(Path target, Path key, Path cache, Supplier<ServerProgram> programs) {
        this(target, key, cache, programs, BackupKeySource.NONE);
    }

    /** The folder of the copies of backup keys that belong to the key of manifests in a file. */
    public static Path copies(Path key) {
        return key.resolveSibling("backup-keys");
    }

    /** The same, with backups in another folder. */
    Workshop at(Path folder) {
        return new Workshop(folder, key, cache, programs, keys);
    }

    SealKey sealKey() {
        return SealKey.in(key);
    }

    OpeningKeys opening() {
        return new OpeningKeys(sealKey(), this::backupKey);
    }

    BackupKeyCopies copies() {
        return new BackupKeyCopies(copies(key));
    }

    private Optional<BackupKey> backupKey(UUID vault, int generation) {
        return copies().find(vault, generation).or(() -> keys.find(vault, generation));
    }

    Path secrets() {
        return cache.resolve("sign-in");
    }

    Path scratch() {
        return cache.resolve("proving");
    }

    /**
     * The name of a new backup's file, in the target folder as it really is, made where it is missing; where it can't
     * be made, taking the backup says why. The folder is the person's choice; the name holds nothing of theirs but plain
     * letters of the database's.
     *
     * @throws Problem NOT_WRITABLE where the name is too long for its record
     */
    Path newFile(UUID backup, String database, Instant now, boolean encrypted) {
        var plain = plain(database);
        var name = "rackside-" + plain.substring(0, Math.min(plain.length(), LONGEST_NAME)) + "-"
                + MOMENT.format(now) + "-" + backup.toString().substring(backup.toString().length() - 8)
                + ".sql.zst" + (encrypted ? ENCRYPTED : "");
        var file = folder().resolve(name);
        var longest = ManifestFile.of(file).toString() + Underway.ENDING;
        if (longest.codePointCount(0, longest.length()) > LONGEST_PATH) {
            throw new Problem(ErrorCode.NOT_WRITABLE, file);
        }
        return file;
    }

    private Path folder() {
        try {
            Files.createDirectories(target);
            return target.toRealPath();
        } catch (IOException _) {
            return target.toAbsolutePath();
        }
    }
}
