package dev.rackside.integration;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPInputStream;

/** Looks into what is written as base64, packed or not. */
final class Encoded {

    private static final int MOST_UNPACKED = 1024 * 1024;

    private Encoded() {
    }

    /** Whether there is text in it that holds a secret, or something packed that can't be looked into. */
    static boolean holdsSecret(String word, int depth) {
        var bytes = bytes(word);
        if (bytes.length > 2 && bytes[0] == 0x1f && (bytes[1] & 0xff) == 0x8b) {
            try (var packed = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                var unpacked = packed.readNBytes(MOST_UNPACKED);
                return unpacked.length == MOST_UNPACKED || Masking.text(utf8(unpacked), depth).count() > 0;
            } catch (IOException _) {
                return true;
            }
        }
        var text = utf8(bytes);
        return !text.isEmpty() && Masking.text(text, depth).count() > 0;
    }

    /** The text that base64 stands for; empty where it is none. */
    static String text(String word) {
        return utf8(bytes(word));
    }

    private static byte[] bytes(String word) {
        try {
            return word.indexOf('-') >= 0 || word.indexOf('_') >= 0
                    ? Base64.getUrlDecoder().decode(word)
                    : Base64.getDecoder().decode(word);
        } catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }

    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            return "";
        }
    }
}
