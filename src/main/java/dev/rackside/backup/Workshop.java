package dev.rackside.backup;

import dev.rackside.backup.dump.ManifestFile;
import dev.rackside.backup.dump.SealKey;
import dev.rackside.backup.dump.Underway;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.server.DiskTrouble;
import dev.rackside.server.ServerProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What backups are taken and proved with, and where.
 *
 * @param target the folder of the backups
 * @param key the file of the key that authenticates manifests
 * @param cache a folder for servers that are thrown away and for what must not last
 * @param programs finds the server's programs; may take seconds
 */
public record Workshop(Path target, Path key, Path cache, Supplier<ServerProgram> programs) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")
            .withZone(ZoneOffset.UTC);
    /** What {@code backup_log.file_path} takes. */
    private static final int LONGEST_PATH = 500;
    private static final int LONGEST_NAME = 40;

    /** The same, with backups in another folder. */
    Workshop at(Path folder) {
        return new Workshop(folder, key, cache, programs);
    }

    SealKey sealKey() {
        return SealKey.in(key);
    }

    Path secrets() {
        return cache.resolve("sign-in");
    }

    Path scratch() {
        return cache.resolve("proving");
    }

    /**
     * The name of a new backup's file, in the target folder as it really is, made where it is missing. The folder is
     * the person's choice; the name holds nothing of theirs but plain letters of the database's.
     *
     * @throws Problem NOT_WRITABLE, DISK_FULL
     */
    Path newFile(UUID backup, String database, Instant now) {
        try {
            Files.createDirectories(target);
            var plain = database.replaceAll("[^A-Za-z0-9_-]", "-");
            var name = "rackside-" + plain.substring(0, Math.min(plain.length(), LONGEST_NAME)) + "-"
                    + MOMENT.format(now) + "-" + backup.toString().substring(backup.toString().length() - 8)
                    + ".sql.zst";
            var file = target.toRealPath().resolve(name);
            var longest = ManifestFile.of(file).toString() + Underway.ENDING;
            if (longest.codePointCount(0, longest.length()) > LONGEST_PATH) {
                throw new Problem(ErrorCode.NOT_WRITABLE, file);
            }
            return file;
        } catch (IOException e) {
            throw DiskTrouble.of(e, target);
        }
    }
}
