package dev.rackside.credential.vault;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * PRK1: a technician's private keys under his password, as they lie in the database.
 *
 * <pre>
 *   0  "PRK1", suite 1, flags (bit 0: a device's secret is needed too), lanes, 0
 *   8  memory in KiB (4), passes (4), salt (16), technician (16), version of the keys (4), nonce (12)
 *  64  AES-256-GCM of both private keys, with its tag; what stands before is authenticated
 * 144
 * </pre>
 */
public final class SealedKeys {

    static final int LENGTH = 144;

    private static final byte[] MAGIC = Bytes.ascii("PRK1");
    private static final byte[] PURPOSE = Bytes.ascii("vault-kek/v1");
    private static final byte[] NO_DEVICE = {};
    private static final byte SUITE = 1;
    private static final byte NEEDS_DEVICE = 1;
    private static final int SALT = 16;
    private static final int TECHNICIAN = 32;
    private static final int VERSION = 48;
    private static final int NONCE = 52;
    private static final int HEAD = 64;

    private SealedKeys() {
    }

    /**
     * Seals the keys anew, under a fresh salt.
     *
     * @param password not changed; the caller wipes it
     * @param device 32 bytes that only this workstation has; null where the password alone opens
     */
    public static byte[] seal(TechnicianKeys keys, char[] password, @Nullable Wiped device) {
        return seal(keys, password, device, Cost.USUAL);
    }

    static byte[] seal(TechnicianKeys keys, char[] password, @Nullable Wiped device, Cost cost) {
        var salt = Bytes.random(16);
        var nonce = Bytes.random(12);
        var head = Bytes.put(ByteBuffer.allocate(HEAD).put(MAGIC).put(SUITE).put(device == null ? 0 : NEEDS_DEVICE)
                .put((byte) cost.lanes()).put((byte) 0).putInt(cost.memory()).putInt(cost.passes()).put(salt),
                keys.known().technician()).putInt(keys.known().version()).put(nonce).array();
        var key = key(cost, password, device, salt, keys.known().technician(), keys.known().version());
        var both = keys.both();
        try {
            return Bytes.joined(head, Jdk.seal(key, nonce, head, both));
        } finally {
            Arrays.fill(key, (byte) 0);
            Arrays.fill(both, (byte) 0);
        }
    }

    /**
     * Opens them; takes a fifth of a second, so never on the screen thread.
     *
     * @param technician whose they should be
     * @param version that they should have
     * @throws Problem SECRET_NOT_OURS, SECRET_DAMAGED, SECRET_KEY_WEAK (before anything is derived), SECRET_MOVED where
     *     they are another technician's, SECRET_OLDER where they are of another version, WRONG_PASSWORD
     */
    public static TechnicianKeys open(byte[] sealed, UUID technician, int version, char[] password,
            @Nullable Wiped device) {
        if (!Bytes.begins(sealed, MAGIC)) {
            throw new Problem(ErrorCode.SECRET_NOT_OURS);
        }
        if (sealed.length != LENGTH || sealed[4] != SUITE || (sealed[5] & ~NEEDS_DEVICE) != 0 || sealed[7] != 0) {
            throw new Problem(ErrorCode.SECRET_DAMAGED);
        }
        var cost = cost(sealed);
        cost.check();
        if (!Bytes.uuid(sealed, TECHNICIAN).equals(technician)) {
            throw new Problem(ErrorCode.SECRET_MOVED);
        }
        if (Bytes.number(sealed, VERSION) != version) {
            throw new Problem(ErrorCode.SECRET_OLDER);
        }
        var salt = Arrays.copyOfRange(sealed, SALT, SALT + 16);
        var key = key(cost, password, needsDevice(sealed) ? device : null, salt, technician, version);
        try {
            var both = Jdk.open(key, Arrays.copyOfRange(sealed, NONCE, HEAD), Arrays.copyOf(sealed, HEAD),
                    Arrays.copyOfRange(sealed, HEAD, LENGTH), ErrorCode.SECRET_PASSWORD_WRONG);
            try {
                return TechnicianKeys.of(technician, version, Arrays.copyOf(both, PublicKeys.LENGTH),
                        Arrays.copyOfRange(both, PublicKeys.LENGTH, both.length));
            } finally {
                Arrays.fill(both, (byte) 0);
            }
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /** Whether a device's secret is needed besides the password. */
    public static boolean needsDevice(byte[] sealed) {
        return sealed.length > 5 && (sealed[5] & NEEDS_DEVICE) != 0;
    }

    /** Whether guessing their password costs less than it should today: they are sealed anew when they are opened. */
    public static boolean isWeak(byte[] sealed) {
        return cost(sealed).isLess();
    }

    private static Cost cost(byte[] sealed) {
        return new Cost(Bytes.number(sealed, 8), Bytes.number(sealed, 12), Byte.toUnsignedInt(sealed[6]));
    }

    private static byte[] key(Cost cost, char[] password, @Nullable Wiped device, byte[] salt, UUID technician,
            int version) {
        var stretched = cost.stretch(password, salt);
        try {
            return device == null
                    ? key(stretched, NO_DEVICE, salt, technician, version)
                    : device.use(secret -> key(stretched, secret, salt, technician, version));
        } finally {
            Arrays.fill(stretched, (byte) 0);
        }
    }

    static byte[] key(byte[] stretched, byte[] device, byte[] salt, UUID technician, int version) {
        var secret = Bytes.joined(stretched, device);
        try {
            return Jdk.derive(salt, secret, Bytes.joined(PURPOSE, Bytes.of(technician),
                    ByteBuffer.allocate(4).putInt(version).array()), 32);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }
}
