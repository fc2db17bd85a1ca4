package dev.rackside.backup.sealing;

import dev.rackside.credential.BackupKeySource;
import dev.rackside.credential.vault.BackupKey;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads what may be encrypted: the file's first bytes say whether it is. One chunk is in memory at a time. */
public final class SealedInput extends FilterInputStream {

    private final Source source;

    private SealedInput(InputStream chunks, Source source) {
        super(chunks);
        this.source = source;
    }

    /** The key that the file was encrypted by can't be had here: nothing is known of what is in it. */
    public static final class KeyAway extends IOException {

        KeyAway(String words) {
            super(words);
        }
    }

    /** What is read isn't what was written. */
    public static final class Broken extends IOException {

        Broken(String words, @Nullable Throwable cause) {
            super(words, cause);
        }
    }

    /**
     * The file as it was before it was encrypted; as it is where it isn't.
     *
     * @throws KeyAway where the key is missing
     * @throws Broken here or in reading, where it was changed
     */
    public static InputStream open(InputStream file, BackupKeySource keys) throws IOException {
        var start = file.readNBytes(FileHead.LENGTH);
        if (!FileHead.begins(start)) {
            return new SequenceInputStream(new ByteArrayInputStream(start), file);
        }
        var head = FileHead.read(start).orElseThrow(() -> new Broken("head", null));
        try (var key = key(head.key(), keys)) {
            var fileKey = head.open(key).orElseThrow(() -> new Broken("head", null));
            var source = new Source(file);
            return new SealedInput(Chunks.read(source, head, fileKey), source);
        }
    }

    private static BackupKey key(BackupKey.Name name, BackupKeySource keys) throws KeyAway {
        var key = keys.find(name.vault(), name.generation())
                .orElseThrow(() -> new KeyAway(MissingKey.words(name)));
        if (!key.name().equals(name)) {
            key.close();
            throw new KeyAway(MissingKey.words(name));
        }
        return key;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        try {
            return super.read(bytes, offset, count);
        } catch (IOException e) {
            if (source.failure != null) {
                // The place that it lies in, not what lies there.
                throw source.failure;
            }
            throw new Broken(firstLine(e), e);
        }
    }

    private static String firstLine(IOException e) {
        return Arrays.stream(String.valueOf(e.getMessage()).split("\n", 2)).findFirst().orElse("");
    }

    /** Remembers its own failures, to be told from a chunk's. */
    private static final class Source extends FilterInputStream {

        private @Nullable IOException failure;

        Source(InputStream file) {
            super(file);
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }

        @Override
        public int read(byte[] bytes, int offset, int count) throws IOException {
            try {
                return super.read(bytes, offset, count);
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }
    }
}
