package dev.rackside.backup.sealing;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/**
 * The chunks: Tink's AES-GCM-HKDF streams, 128 KiB each. A chunk says by its nonce which one it is and whether it is the
 * last, so none can be changed, moved, left out or cut off unseen.
 */
final class Chunks {

    private static final int SIZE = 1 << 17;

    private Chunks() {
    }

    /** @param fileKey wiped */
    static OutputStream write(OutputStream to, FileHead head, byte[] fileKey) throws IOException {
        try {
            return streaming(fileKey).newEncryptingStream(to, head.bytes());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param fileKey wiped */
    static InputStream read(InputStream from, FileHead head, byte[] fileKey) throws IOException {
        try {
            return streaming(fileKey).newDecryptingStream(from, head.bytes());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static AesGcmHkdfStreaming streaming(byte[] fileKey) throws GeneralSecurityException {
        try {
            return new AesGcmHkdfStreaming(fileKey, "HmacSha256", 32, SIZE, 0);
        } finally {
            Arrays.fill(fileKey, (byte) 0);
        }
    }
}
