package dev.rackside.backup.sealing;

import dev.rackside.credential.vault.BackupKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * What stands before the chunks of an encrypted backup, 112 bytes, integers big endian:
 *
 * <pre>
 *   0  "RBK1", suite 1, flags 0, length 112 (2), vault (16), generation (4), the key's id (8), backup (16), nonce (12)
 *  64  the file's own key (32), AES-256-GCM under the backup key with bytes 0 to 63 for associated data, and its tag
 * </pre>
 *
 * All of it is associated data of every chunk.
 */
@SuppressWarnings("ArrayRecordComponent") // lives as long as one call
record FileHead(BackupKey.Name key, UUID backup, byte[] bytes) {

    static final int LENGTH = 112;

    private static final byte[] MAGIC = "RBK1".getBytes(StandardCharsets.US_ASCII);
    private static final byte SUITE = 1;
    private static final int WRAPPED = 64;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A fresh key for one file, wrapped; the caller wipes it. */
    static byte[] fileKey() {
        var key = new byte[BackupKey.LENGTH];
        RANDOM.nextBytes(key);
        return key;
    }

    static FileHead make(BackupKey key, UUID backup, byte[] fileKey) {
        var nonce = new byte[BackupKey.NONCE];
        RANDOM.nextBytes(nonce);
        var head = ByteBuffer.allocate(LENGTH).put(MAGIC).put(SUITE).put((byte) 0).putShort((short) LENGTH);
        put(head, key.name().vault()).putInt(key.name().generation()).put(HexFormat.of().parseHex(key.name().id()));
        put(head, backup).put(nonce);
        head.put(key.wrap(nonce, Arrays.copyOf(head.array(), WRAPPED), fileKey));
        return new FileHead(key.name(), backup, head.array());
    }

    static boolean begins(byte[] start) {
        return start.length >= MAGIC.length && Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    /** Empty where it is no head that this program knows. */
    static Optional<FileHead> read(byte[] bytes) {
        if (bytes.length != LENGTH || !begins(bytes) || bytes[4] != SUITE || bytes[5] != 0) {
            return Optional.empty();
        }
        var head = ByteBuffer.wrap(bytes).position(6);
        if (head.getShort() != LENGTH) {
            return Optional.empty();
        }
        var vault = new UUID(head.getLong(), head.getLong());
        var generation = head.getInt();
        var id = new byte[8];
        head.get(id);
        return Optional.of(new FileHead(new BackupKey.Name(vault, generation, HexFormat.of().formatHex(id)),
                new UUID(head.getLong(), head.getLong()), bytes.clone()));
    }

    /** The file's own key, to be wiped by the caller; empty where the head was changed. */
    Optional<byte[]> open(BackupKey by) {
        return by.unwrap(Arrays.copyOfRange(bytes, WRAPPED - BackupKey.NONCE, WRAPPED), Arrays.copyOf(bytes, WRAPPED),
                Arrays.copyOfRange(bytes, WRAPPED, LENGTH));
    }

    private static ByteBuffer put(ByteBuffer to, UUID id) {
        return to.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }
}
