package dev.rackside.backup.proving;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStream;
import dev.rackside.backup.Watch;
import dev.rackside.backup.Watch.Pace;
import dev.rackside.backup.Watch.Stage;
import dev.rackside.backup.dump.DumpScan;
import dev.rackside.backup.sealing.SealedInput;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a backup's file from its first byte to its last.
 *
 * @param sha256 of the file
 * @param dump what was seen of the dump in it
 * @param unreadable why the dump couldn't be read to its end; null where it could, or nobody tried
 * @param missingKey which key is missing to read it at all; null where none is
 */
record FileReading(String sha256, DumpScan dump, @Nullable String unreadable, @Nullable String missingKey) {

    private static final int PIECE = 256 * 1024;

    /** Takes pieces of the dump. */
    @FunctionalInterface
    interface Sink {
        void write(byte[] piece, int count) throws IOException;
    }

    /** Reads the file without a look at what is in it. */
    static FileReading hash(Path file, Watch watch) throws IOException {
        try (var input = digesting(file)) {
            drain(input, watch, Files.size(file));
            return new FileReading(hash(input), new DumpScan(), null, null);
        }
    }

    /**
     * Reads the file and the dump in it, decrypted where it is encrypted.
     *
     * @param most how many bytes the dump has; whatever is longer isn't read on
     */
    static FileReading dump(BackupFile file, long most, Stage stage, Sink sink, Watch watch) throws IOException {
        var scan = new DumpScan();
        String unreadable = null;
        String missingKey = null;
        try (var input = digesting(file.path())) {
            try (var plain = new ZstdInputStream(SealedInput.open(keptOpen(input), file.keys()))) {
                var piece = new byte[PIECE];
                for (var count = plain.read(piece); count >= 0; count = plain.read(piece)) {
                    watch.check();
                    scan.read(piece, count);
                    if (scan.bytes() > most) {
                        throw new ZstdIOException(0, "longer than " + most + " bytes");
                    }
                    sink.write(piece, count);
                    watch.at(new Pace(stage, scan.bytes(), most, scan.tables(), 0));
                }
            } catch (ZstdIOException | SealedInput.Broken e) {
                unreadable = String.valueOf(e.getMessage());
            } catch (SealedInput.KeyAway e) {
                missingKey = String.valueOf(e.getMessage());
            }
            scan.end();
            drain(input, watch, Files.size(file.path()));
            return new FileReading(hash(input), scan, unreadable, missingKey);
        }
    }

    private static void drain(InputStream input, Watch watch, long size) throws IOException {
        var piece = new byte[PIECE];
        var read = 0L;
        for (var count = input.read(piece); count >= 0; count = input.read(piece)) {
            watch.check();
            read += count;
            watch.at(new Pace(Stage.HASH, read, size, 0, 0));
        }
    }

    private static DigestInputStream digesting(Path file) throws IOException {
        try {
            return new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The rest of the file is hashed after the dump has ended. */
    private static InputStream keptOpen(InputStream input) {
        return new FilterInputStream(input) {
            @Override
            public void close() {
                // Whoever opened it closes it.
            }
        };
    }

    private static String hash(DigestInputStream input) {
        return HexFormat.of().formatHex(input.getMessageDigest().digest());
    }
}
