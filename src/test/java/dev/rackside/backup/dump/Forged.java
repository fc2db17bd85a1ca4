package dev.rackside.backup.dump;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import dev.rackside.credential.BackupKeySource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.UnaryOperator;

/** Backups as somebody would make them who has this workstation's key: their files and manifests fit together. */
public final class Forged {

    private Forged() {
    }

    /** Puts another dump into a backup. */
    public static void dump(Path file, SealKey key, UnaryOperator<String> change) {
        manifest(file, key, manifest -> {
            try {
                String dump;
                try (var input = new ZstdInputStream(Files.newInputStream(file))) {
                    dump = new String(input.readAllBytes(), StandardCharsets.ISO_8859_1);
                }
                var bytes = change.apply(dump).getBytes(StandardCharsets.ISO_8859_1);
                try (var output = new ZstdOutputStream(Files.newOutputStream(file))) {
                    output.write(bytes);
                }
                var hash = HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
                return with(manifest, manifest.serverVersion(), Files.size(file), hash, bytes.length);
            } catch (IOException | GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Says that a backup is of a server of another version. */
    public static void version(Path file, SealKey key, String version) {
        manifest(file, key, old -> with(old, version, old.fileBytes(), old.sha256(), old.dumpBytes()));
    }

    private static Manifest with(Manifest old, String version, long size, String hash, long dumpBytes) {
        return new Manifest(old.format(), old.backup(), old.takenAt(), old.database(), old.host(), version,
                old.toolVersion(), old.schemaVersion(), old.file(), size, hash, dumpBytes, old.characterSet(),
                old.collation(), old.tables(), old.definitions(), old.sequences());
    }

    private static void manifest(Path file, SealKey key, UnaryOperator<Manifest> change) {
        var beside = ManifestFile.of(file);
        try {
            var changed = change.apply(ManifestFile.read(beside, new OpeningKeys(key, BackupKeySource.NONE)));
            Files.delete(beside);
            ManifestFile.write(beside, changed, key);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
