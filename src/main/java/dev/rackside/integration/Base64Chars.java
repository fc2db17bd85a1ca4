package dev.rackside.integration;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Base64 of what is secret: no text is made of it, and what was needed on the way is wiped. */
public final class Base64Chars {

    private Base64Chars() {
    }

    /** @param secret not changed; what is returned is to be wiped by the caller */
    public static char[] of(char[] secret, Base64.Encoder encoder) {
        var buffer = StandardCharsets.UTF_8.encode(CharBuffer.wrap(secret));
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes).clear();
        while (buffer.hasRemaining()) {
            buffer.put((byte) 0);
        }
        var encoded = encoder.encode(bytes);
        var chars = new char[encoded.length];
        for (var at = 0; at < chars.length; at++) {
            chars[at] = (char) encoded[at];
        }
        Arrays.fill(bytes, (byte) 0);
        Arrays.fill(encoded, (byte) 0);
        return chars;
    }
}
