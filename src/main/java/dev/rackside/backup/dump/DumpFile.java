package dev.rackside.backup.dump;

import com.github.luben.zstd.ZstdOutputStream;
import dev.rackside.backup.Reason;
import dev.rackside.fault.ErrorCode;
import dev.rackside.server.DiskTrouble;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.UnaryOperator;

/**
 * The file of a backup while it is written, under its unfinished name: compressed, counted and hashed as it comes. It
 * is locked for as long as this is open, by which others tell it from one that a dead process left.
 */
final class DumpFile implements AutoCloseable {

    private static final int LEVEL = 3;
    private static final int WORKERS = Math.clamp(Runtime.getRuntime().availableProcessors() - 1L, 1, 2);

    private final Path file;
    private final Underway underway;
    private final MessageDigest digest;
    private final OutputStream stages;
    private final Forcing forcing;
    private long size;
    private boolean finished;

    private DumpFile(Path file, Underway underway, UnaryOperator<OutputStream> stage) throws IOException {
        this.file = file;
        this.underway = underway;
        forcing = new Forcing(underway.channel());
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        stages = new ZstdOutputStream(stage.apply(new Target(underway.channel())), LEVEL).setWorkers(WORKERS)
                .setChecksum(true);
    }

    /**
     * Makes the file.
     *
     * @param stage what the compressed bytes pass before they are written
     * @throws DumpFailure DISK_FULL, TARGET_LOST
     */
    static DumpFile create(Path file, UnaryOperator<OutputStream> stage) {
        try {
            var underway = Underway.create(file);
            try {
                return new DumpFile(file, underway, stage);
            } catch (IOException | RuntimeException e) {
                underway.close();
                throw e;
            }
        } catch (IOException e) {
            throw lost(e, file);
        }
    }

    /** @throws DumpFailure DISK_FULL, TARGET_LOST, STAGE_FAILED */
    void write(byte[] piece, int count) {
        try {
            stages.write(piece, 0, count);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Ends the file; when this returns, it is on the disk. */
    void finish() {
        try {
            finished = true;
            stages.close();
            forcing.finish();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    long size() {
        return size;
    }

    /** Of the whole file, once it is finished. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private DumpFailure failure(IOException e) {
        return e instanceof Lost lost ? lost(lost.because, file) : new DumpFailure(Reason.STAGE_FAILED, words(e), e);
    }

    /** What it means that a place can't be written to. */
    static DumpFailure lost(IOException e, Path where) {
        var full = DiskTrouble.of(e, where).code() == ErrorCode.DISK_FULL;
        // Whose rights they are is half of the answer, and a schedule's account may be another one.
        return new DumpFailure(full ? Reason.DISK_FULL : Reason.TARGET_LOST,
                where + " (" + System.getProperty("user.name") + "): " + words(e), e);
    }

    private static String words(IOException e) {
        var words = String.valueOf(e.getMessage());
        return e.getClass().getSimpleName() + " " + words.substring(0, Math.min(words.length(), 300));
    }

    @Override
    public void close() {
        if (!finished) {
            try {
                // What it holds beside Java's memory goes only so.
                stages.close();
            } catch (IOException _) {
                // The file came to nothing already.
            }
        }
        underway.close();
    }

    /** Deletes a file that came to nothing. */
    static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException _) {
            // The place is lost; the next run that finds it there takes it away.
        }
    }

    /** A failure of the place, to be told from one of the stages before it. */
    private static final class Lost extends IOException {

        private final IOException because;

        Lost(IOException because) {
            super(because);
            this.because = because;
        }
    }

    private final class Target extends OutputStream {

        private final FileChannel channel;

        Target(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[]{(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            var buffer = ByteBuffer.wrap(bytes, offset, count);
            try {
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                forcing.written(size + count);
            } catch (IOException e) {
                throw new Lost(e);
            }
            digest.update(bytes, offset, count);
            size += count;
        }
    }
}
