package dev.rackside.backup.dump;

import dev.rackside.db.DatabaseAddress;
import dev.rackside.server.ServerVersion;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * What is to be dumped, with which program, and where to.
 *
 * @param backup the run's id
 * @param program mariadb-dump
 * @param version the program's
 * @param file the backup's final name, in a folder that is there
 * @param key what the manifest is sealed by
 * @param secrets a folder of the owner's own for the file by which the program signs in
 * @param stage what the compressed bytes pass before they are written
 */
public record DumpOrder(UUID backup, DatabaseAddress address, Path program, ServerVersion version, Path file,
        SealKey key, Path secrets, UnaryOperator<OutputStream> stage) {

    public DumpOrder(UUID backup, DatabaseAddress address, Path program, ServerVersion version, Path file, SealKey key,
            Path secrets) {
        this(backup, address, program, version, file, key, secrets, UnaryOperator.identity());
    }

    /** The file's unfinished name. */
    Path partial() {
        return file.resolveSibling(file.getFileName() + Underway.ENDING);
    }

    Path partialManifest() {
        var manifest = ManifestFile.of(file);
        return manifest.resolveSibling(manifest.getFileName() + Underway.ENDING);
    }
}
