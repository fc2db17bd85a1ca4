package dev.rackside.credential.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;

/** The fields of the formats: all integers big endian, ids as their sixteen bytes. */
final class Bytes {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Bytes() {
    }

    static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] of(UUID id) {
        return put(ByteBuffer.allocate(16), id).array();
    }

    static ByteBuffer put(ByteBuffer to, UUID id) {
        return to.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    static UUID uuid(byte[] from, int at) {
        var buffer = ByteBuffer.wrap(from, at, 16);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    static int number(byte[] from, int at) {
        return ByteBuffer.wrap(from).getInt(at);
    }

    static byte[] joined(byte[]... parts) {
        var length = 0;
        for (var part : parts) {
            length += part.length;
        }
        var joined = ByteBuffer.allocate(length);
        for (var part : parts) {
            joined.put(part);
        }
        return joined.array();
    }

    static boolean begins(byte[] bytes, byte[] with) {
        return bytes.length >= with.length && Arrays.equals(bytes, 0, with.length, with, 0, with.length);
    }
}
