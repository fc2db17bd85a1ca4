package dev.rackside.credential.vault;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.function.Function;

/**
 * Secret bytes outside the heap: no dump of the heap holds them, and they are zeroed when they are closed. Thread-safe;
 * after {@link #close()} every use fails.
 */
public final class Wiped implements AutoCloseable {

    private final Arena arena = Arena.ofShared();
    private final MemorySegment bytes;

    private Wiped(int length) {
        bytes = arena.allocate(length);
    }

    /** Takes the bytes over: the array is zeroed. */
    public static Wiped of(byte[] secret) {
        var wiped = new Wiped(secret.length);
        wiped.bytes.copyFrom(MemorySegment.ofArray(secret));
        Arrays.fill(secret, (byte) 0);
        return wiped;
    }

    public static Wiped random(int length) {
        return of(Bytes.random(length));
    }

    public int length() {
        return (int) bytes.byteSize();
    }

    /** Lends a copy for as long as the work takes; it is zeroed afterwards and must not be kept. */
    public <T> T use(Function<byte[], T> work) {
        var copy = bytes.toArray(ValueLayout.JAVA_BYTE);
        try {
            return work.apply(copy);
        } finally {
            Arrays.fill(copy, (byte) 0);
        }
    }

    public boolean isClosed() {
        return !arena.scope().isAlive();
    }

    @Override
    public void close() {
        if (!isClosed()) {
            bytes.fill((byte) 0);
            arena.close();
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
