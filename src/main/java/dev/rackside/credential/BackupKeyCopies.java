package dev.rackside.credential;

import dev.rackside.credential.vault.BackupKey;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.server.OwnerOnly;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * This workstation's copies of backup keys, by which backups are taken and proved while nobody has the vault open. Each
 * is a file of its owner alone: {@code <vault>-<generation>.key}, 64 hexadecimal digits.
 */
public final class BackupKeyCopies implements BackupKeySource {

    private final Path folder;

    /** @param folder made when the first copy is kept */
    public BackupKeyCopies(Path folder) {
        this.folder = folder;
    }

    /** The file in which a key is or would be kept. */
    public Path file(UUID vault, int generation) {
        return folder.resolve(vault + "-" + generation + ".key");
    }

    /**
     * Keeps a copy, in place of what was kept for that generation.
     *
     * @throws Problem NOT_WRITABLE
     */
    public void keep(BackupKey key) {
        var file = file(key.name().vault(), key.name().generation());
        try {
            OwnerOnly.folder(folder.toAbsolutePath());
            OwnerOnly.write(file, key.use(bytes -> HexFormat.of().formatHex(bytes)) + "\n");
        } catch (IOException e) {
            throw new Problem(ErrorCode.NOT_WRITABLE, e, file);
        }
    }

    /** @throws Problem WORKSPACE_DAMAGED where the file holds no key, NOT_WRITABLE where it can't be read */
    @Override
    public Optional<BackupKey> find(UUID vault, int generation) {
        var file = file(vault, generation);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var bytes = new byte[0];
        try {
            bytes = Files.readAllBytes(file);
            var text = StandardCharsets.US_ASCII.decode(ByteBuffer.wrap(bytes));
            return Optional.of(BackupKey.of(vault, generation, HexFormat.of().parseHex(stripped(text))));
        } catch (IOException e) {
            throw new Problem(ErrorCode.NOT_WRITABLE, e, file);
        } catch (IllegalArgumentException e) {
            throw new Problem(ErrorCode.WORKSPACE_DAMAGED, e, file);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static CharSequence stripped(CharBuffer text) {
        var end = text.length();
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return text.subSequence(0, end);
    }
}
