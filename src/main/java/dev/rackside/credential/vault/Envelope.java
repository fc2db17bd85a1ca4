package dev.rackside.credential.vault;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * VLT1: one sealed secret, as it lies in its column.
 *
 * <pre>
 *   0  "VLT1", suite 1, flags 0, schema of what is inside (2), vault (16), generation (4), salt (24), commitment (32)
 *  84  AES-256-GCM of: length (4), the secret, zeros to a multiple of 256; with its tag
 * </pre>
 *
 * Key, nonce and commitment come from the vault's key and the salt, which is fresh at every write. The commitment tells
 * before anything is opened that it is the right key. What stands before byte 84 and the {@link Binding} are
 * authenticated.
 */
public final class Envelope {

    /** What is inside: a JSON object. */
    static final int SCHEMA = 1;

    private static final byte[] MAGIC = Bytes.ascii("VLT1");
    private static final byte[] PURPOSE = Bytes.joined(Bytes.ascii("vault-record/v1"), new byte[]{0, 1});
    private static final byte SUITE = 1;
    private static final int VAULT = 8;
    private static final int GENERATION = 24;
    private static final int SALT = 28;
    private static final int COMMITMENT = 52;
    private static final int HEAD = 84;
    private static final int STEP = 256;
    private static final int NONCE = 12;
    private static final int KEY = 32;

    private Envelope() {
    }

    /** Key, nonce and commitment of one envelope. */
    @SuppressWarnings("ArrayRecordComponent") // lives as long as one call
    private record Keys(byte[] key, byte[] nonce, byte[] commitment) {

        static Keys of(VaultKey vault, byte[] salt) {
            var info = Bytes.joined(PURPOSE, Bytes.of(vault.vault()),
                    ByteBuffer.allocate(4).putInt(vault.generation()).array(), salt);
            var okm = vault.secret().use(secret -> Jdk.expand(secret, info, KEY + NONCE + 32));
            try {
                return new Keys(Arrays.copyOf(okm, KEY), Arrays.copyOfRange(okm, KEY, KEY + NONCE),
                        Arrays.copyOfRange(okm, KEY + NONCE, okm.length));
            } finally {
                Arrays.fill(okm, (byte) 0);
            }
        }

        void wipe() {
            Arrays.fill(key, (byte) 0);
        }
    }

    /**
     * Seals a secret for its place, with a fresh key.
     *
     * @param secret not changed; the caller wipes it
     */
    public static byte[] seal(VaultKey vault, Binding to, byte[] secret) {
        return seal(vault, to, SCHEMA, Bytes.random(COMMITMENT - SALT), secret);
    }

    static byte[] seal(VaultKey vault, Binding to, int schema, byte[] salt, byte[] secret) {
        var keys = Keys.of(vault, salt);
        var head = Bytes.put(ByteBuffer.allocate(HEAD).put(MAGIC).put(SUITE).put((byte) 0).putShort((short) schema),
                vault.vault()).putInt(vault.generation()).put(salt).put(keys.commitment()).array();
        var padded = ByteBuffer.allocate((4 + secret.length + STEP - 1) / STEP * STEP).putInt(secret.length).put(secret)
                .array();
        try {
            return Bytes.joined(head, Jdk.seal(keys.key(), keys.nonce(), Bytes.joined(head, to.bytes()), padded));
        } finally {
            keys.wipe();
            Arrays.fill(padded, (byte) 0);
        }
    }

    /**
     * Opens a secret in its to.
     *
     * @return the secret, to be wiped by the caller
     * @throws Problem SECRET_NOT_OURS, SECRET_KEY_UNKNOWN where it was sealed by another vault's key or another
     *     generation's, SECRET_DAMAGED where it was changed, or doesn't belong here
     */
    public static byte[] open(VaultKey vault, Binding to, byte[] envelope) {
        check(envelope);
        if (!vault(envelope).equals(vault.vault()) || generation(envelope) != vault.generation()) {
            throw new Problem(ErrorCode.SECRET_KEY_UNKNOWN);
        }
        var keys = Keys.of(vault, Arrays.copyOfRange(envelope, SALT, COMMITMENT));
        try {
            if (!MessageDigest.isEqual(keys.commitment(), Arrays.copyOfRange(envelope, COMMITMENT, HEAD))) {
                throw new Problem(ErrorCode.SECRET_DAMAGED);
            }
            var padded = Jdk.open(keys.key(), keys.nonce(),
                    Bytes.joined(Arrays.copyOf(envelope, HEAD), to.bytes()),
                    Arrays.copyOfRange(envelope, HEAD, envelope.length), ErrorCode.SECRET_DAMAGED);
            return unpadded(padded);
        } finally {
            keys.wipe();
        }
    }

    private static byte[] unpadded(byte[] padded) {
        try {
            var length = Bytes.number(padded, 0);
            if (length < 0 || length > padded.length - 4) {
                throw new Problem(ErrorCode.SECRET_DAMAGED);
            }
            return Arrays.copyOfRange(padded, 4, 4 + length);
        } finally {
            Arrays.fill(padded, (byte) 0);
        }
    }

    /**
     * Opens a secret in its place; where it doesn't open there, tells whether it was moved from another place or is an
     * older version.
     *
     * @param others where it could have come from: other columns, rows and kinds
     * @throws Problem as {@link #open(VaultKey, Binding, byte[])}; SECRET_MOVED or SECRET_OLDER in place of SECRET_DAMAGED
     *     where that is what happened
     */
    public static byte[] open(VaultKey vault, Binding to, byte[] envelope, Stream<Binding> others) {
        try {
            return open(vault, to, envelope);
        } catch (Problem problem) {
            if (problem.code() != ErrorCode.SECRET_DAMAGED) {
                throw problem;
            }
            if (older(to).anyMatch(other -> opens(vault, other, envelope))) {
                throw new Problem(ErrorCode.SECRET_OLDER, problem);
            }
            if (others.anyMatch(other -> opens(vault, other, envelope))) {
                throw new Problem(ErrorCode.SECRET_MOVED, problem);
            }
            throw problem;
        }
    }

    /** The same place in the versions before, as far as it is worth looking. */
    private static Stream<Binding> older(Binding to) {
        return Stream.iterate(to.version() - 1, version -> version >= Math.max(0, to.version() - 100),
                version -> version - 1)
                .map(version -> new Binding(to.column(), to.row(), version, to.kind()));
    }

    private static boolean opens(VaultKey vault, Binding to, byte[] envelope) {
        try {
            Arrays.fill(open(vault, to, envelope), (byte) 0);
            return true;
        } catch (Problem _) {
            return false;
        }
    }

    private static void check(byte[] envelope) {
        if (!isOurs(envelope)) {
            throw new Problem(ErrorCode.SECRET_NOT_OURS);
        }
        var body = envelope.length - HEAD - Jdk.TAG;
        if (body < STEP || body % STEP != 0 || envelope[4] != SUITE || envelope[5] != 0) {
            throw new Problem(ErrorCode.SECRET_DAMAGED);
        }
    }

    /** Whether a column's bytes are one of these; others are another program's, and stay as they are. */
    public static boolean isOurs(byte[] stored) {
        return Bytes.begins(stored, MAGIC);
    }

    private static UUID vault(byte[] envelope) {
        return Bytes.uuid(envelope, VAULT);
    }

    /** By the key of which generation it was sealed; of an envelope that is whole. */
    public static int generation(byte[] envelope) {
        check(envelope);
        return Bytes.number(envelope, GENERATION);
    }
}
