package dev.rackside.instance;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What two processes say to each other, in frames: a mark, the number of the format, a length, and so many bytes. What
 * isn't just so is refused. Nothing of it is secret.
 */
final class Wire {

    private static final int MARK = 0x5261636b;
    private static final int FORMAT = 1;
    private static final int LONGEST = 16 * 1024;
    private static final int SAMPLE = 1;
    private static final int DEMO = 2;

    private Wire() {
    }

    /**
     * An answer.
     *
     * @param taken whether the window took what it was asked for
     * @param process of the window
     * @param workspace that it has; empty where none is open there
     */
    record Answer(boolean taken, long process, String workspace) {}

    static void write(OutputStream to, Start start) throws IOException {
        frame(to, data -> {
            data.writeByte((start.sample() ? SAMPLE : 0) | (start.demo() ? DEMO : 0));
            text(data, start.workspace());
            text(data, start.link() == null ? null : start.link().toString());
        });
    }

    static Start start(InputStream from) throws IOException {
        return frame(from, data -> {
            var flags = data.readUnsignedByte();
            if ((flags & ~(SAMPLE | DEMO)) != 0) {
                throw new IOException("Flags " + flags);
            }
            var workspace = text(data);
            var link = text(data);
            return new Start(workspace, (flags & SAMPLE) != 0, (flags & DEMO) != 0,
                    link == null ? null : path(link));
        });
    }

    static void write(OutputStream to, Answer answer) throws IOException {
        frame(to, data -> {
            data.writeBoolean(answer.taken());
            data.writeLong(answer.process());
            data.writeUTF(answer.workspace());
        });
    }

    static Answer answer(InputStream from) throws IOException {
        return frame(from, data -> new Answer(data.readBoolean(), data.readLong(), data.readUTF()));
    }

    private interface Writing {
        void to(DataOutputStream data) throws IOException;
    }

    private interface Reading<T> {
        T from(DataInputStream data) throws IOException;
    }

    private static void frame(OutputStream to, Writing writing) throws IOException {
        var content = new ByteArrayOutputStream();
        writing.to(new DataOutputStream(content));
        if (content.size() > LONGEST) {
            throw new IOException(content.size() + " bytes");
        }
        var whole = new ByteArrayOutputStream();
        var data = new DataOutputStream(whole);
        data.writeInt(MARK);
        data.writeByte(FORMAT);
        data.writeInt(content.size());
        content.writeTo(data);
        whole.writeTo(to);
        to.flush();
    }

    private static <T> T frame(InputStream from, Reading<T> reading) throws IOException {
        var data = new DataInputStream(from);
        if (data.readInt() != MARK || data.readUnsignedByte() != FORMAT) {
            throw new IOException("Another format");
        }
        var length = data.readInt();
        if (length < 0 || length > LONGEST) {
            throw new IOException(length + " bytes");
        }
        var content = new ByteArrayInputStream(data.readNBytes(length));
        var read = reading.from(new DataInputStream(content));
        if (content.available() > 0) {
            throw new IOException(content.available() + " bytes too many");
        }
        return read;
    }

    private static void text(DataOutputStream data, @Nullable String text) throws IOException {
        data.writeBoolean(text != null);
        if (text != null) {
            data.writeUTF(text);
        }
    }

    private static @Nullable String text(DataInputStream data) throws IOException {
        return data.readBoolean() ? data.readUTF() : null;
    }

    private static Path path(String text) throws IOException {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new IOException(e);
        }
    }
}
