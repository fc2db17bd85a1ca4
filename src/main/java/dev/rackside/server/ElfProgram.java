package dev.rackside.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Copies a Linux program without the debugging sections behind its last segment. The bundled mariadbd has 314 MB, of
 * which the loader maps the first 30; the rest is neither unpacked nor stored.
 */
final class ElfProgram {

    private static final int HEADER = 64;
    private static final int HEAD = 4096;
    private static final int LOAD = 1;

    private ElfProgram() {
    }

    /** Copies what a loader needs of a 64-bit ELF program, and anything else whole. */
    static void copy(InputStream from, OutputStream to) throws IOException {
        var head = from.readNBytes(HEAD);
        var elf = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        var end = segmentsEnd(elf);
        if (end > HEAD) {
            forgetSections(elf);
        }
        var whole = new SequenceInputStream(new ByteArrayInputStream(head), from);
        var left = end;
        var buffer = new byte[1 << 16];
        while (left > 0) {
            var read = whole.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                return;
            }
            to.write(buffer, 0, read);
            left -= read;
        }
    }

    /** Where the last segment ends, or "never" where this isn't a 64-bit little-endian program with a short head. */
    private static long segmentsEnd(ByteBuffer elf) {
        if (elf.limit() < HEADER || elf.getInt(0) != 0x464c457f || elf.get(4) != 2 || elf.get(5) != 1) {
            return Long.MAX_VALUE;
        }
        var table = elf.getLong(0x20);
        int size = elf.getShort(0x36);
        int count = elf.getShort(0x38);
        if (table < HEADER || table + (long) size * count > elf.limit()) {
            return Long.MAX_VALUE;
        }
        var end = 0L;
        for (var i = 0; i < count; i++) {
            var entry = (int) table + i * size;
            if (elf.getInt(entry) == LOAD) {
                end = Math.max(end, elf.getLong(entry + 8) + elf.getLong(entry + 32));
            }
        }
        return end;
    }

    // The table of sections stands at the file's end, which is not copied.
    private static void forgetSections(ByteBuffer elf) {
        elf.putLong(0x28, 0);
        elf.putShort(0x3a, (short) 0);
        elf.putShort(0x3c, (short) 0);
        elf.putShort(0x3e, (short) 0);
    }
}
