package dev.rackside.backup.sealing;

import dev.rackside.credential.vault.BackupKey;
import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Encrypts what passes into chunks, behind a head that holds the file's own key. One chunk is in memory at a time. */
public final class SealedOutput extends OutputStream {

    private final OutputStream to;
    private final BackupKey key;
    private final UUID backup;
    private @Nullable OutputStream chunks;

    /** @param key the backup key, which must stay open until this is closed */
    public SealedOutput(OutputStream to, BackupKey key, UUID backup) {
        this.to = to;
        this.key = key;
        this.backup = backup;
    }

    private OutputStream chunks() throws IOException {
        var begun = chunks;
        if (begun == null) {
            var fileKey = FileHead.fileKey();
            var head = FileHead.make(key, backup, fileKey);
            to.write(head.bytes());
            begun = Chunks.write(to, head, fileKey);
            chunks = begun;
        }
        return begun;
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[]{(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        chunks().write(bytes, offset, count);
    }

    /** Nothing: a chunk goes when it is full. */
    @Override
    public void flush() {
    }

    /** Writes the last chunk, without which the file is not whole. */
    @Override
    public void close() throws IOException {
        chunks().close();
    }
}
