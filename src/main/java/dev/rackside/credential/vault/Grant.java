package dev.rackside.credential.vault;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * GRT1: a vault's key sealed to one technician and signed by another, as it lies in the database.
 *
 * <pre>
 *   0  "GRT1", suite 1, 0 0 0, vault (16), generation (4)
 *  28  recipient (16) and the version of his keys (4), granter (16) and the version of his (4), time (8, in seconds)
 *  76  HPKE to the recipient: encapsulated key (32), the vault's key with its tag (48); what stands before is bound
 * 156  the granter's Ed25519 signature (64) of all before it
 * 220
 * </pre>
 *
 * HPKE doesn't tell who sealed: without the signature, who may write to the database could hand out a key of his own.
 */
public final class Grant {

    static final int LENGTH = 220;

    private static final byte[] MAGIC = Bytes.ascii("GRT1");
    private static final byte[] PURPOSE = Bytes.ascii("vault-grant/v1");
    private static final byte SUITE = 1;
    private static final int VAULT = 8;
    private static final int GENERATION = 24;
    private static final int RECIPIENT = 28;
    private static final int RECIPIENT_VERSION = 44;
    private static final int GRANTER = 48;
    private static final int GRANTER_VERSION = 64;
    private static final int HEAD = 76;
    private static final int SIGNED = 156;

    private Grant() {
    }

    /** Grants a vault's key to a technician whose public keys were compared with what he says they are. */
    public static byte[] make(TechnicianKeys granter, PublicKeys recipient, VaultKey key, Instant now) {
        var head = ByteBuffer.allocate(HEAD).put(MAGIC).put(SUITE).put(new byte[3]);
        Bytes.put(head, key.vault()).putInt(key.generation());
        Bytes.put(head, recipient.technician()).putInt(recipient.version());
        Bytes.put(head, granter.known().technician()).putInt(granter.known().version());
        head.putLong(now.getEpochSecond());
        var sealed = key.secret().use(secret -> TechnicianKeys.seal(recipient, info(head.array()), secret));
        var signed = Bytes.joined(head.array(), sealed);
        return Bytes.joined(signed, granter.sign(message(signed)));
    }

    /**
     * Opens a grant to these keys.
     *
     * @param directory the public keys, which the caller trusts, of a technician and a version
     * @throws Problem SECRET_NOT_OURS, SECRET_DAMAGED, SECRET_MOVED where it is of another vault or to another
     *     technician, SECRET_KEY_UNKNOWN where it is to other keys of the same one, SECRET_GRANT_FORGED where who is
     *     said to have granted it didn't
     */
    public static VaultKey open(byte[] grant, UUID vault, int generation, TechnicianKeys recipient,
            BiFunction<UUID, Integer, Optional<PublicKeys>> directory) {
        if (!Bytes.begins(grant, MAGIC)) {
            throw new Problem(ErrorCode.SECRET_NOT_OURS);
        }
        if (grant.length != LENGTH || grant[4] != SUITE || (grant[5] | grant[6] | grant[7]) != 0) {
            throw new Problem(ErrorCode.SECRET_DAMAGED);
        }
        var signed = Arrays.copyOf(grant, SIGNED);
        var granter = directory.apply(Bytes.uuid(grant, GRANTER), Bytes.number(grant, GRANTER_VERSION));
        if (granter.isEmpty()
                || !granter.get().signed(message(signed), Arrays.copyOfRange(grant, SIGNED, LENGTH))) {
            throw new Problem(ErrorCode.SECRET_GRANT_FORGED);
        }
        if (!Bytes.uuid(grant, VAULT).equals(vault) || Bytes.number(grant, GENERATION) != generation
                || !Bytes.uuid(grant, RECIPIENT).equals(recipient.known().technician())) {
            throw new Problem(ErrorCode.SECRET_MOVED);
        }
        if (Bytes.number(grant, RECIPIENT_VERSION) != recipient.known().version()) {
            throw new Problem(ErrorCode.SECRET_KEY_UNKNOWN);
        }
        return new VaultKey(vault, generation,
                Wiped.of(recipient.open(info(grant), Arrays.copyOfRange(grant, HEAD, SIGNED))));
    }

    /** Whether a grant says that it is that technician's; only a signature proves it. */
    public static boolean isBy(byte[] grant, UUID granter, int version) {
        return grant.length == LENGTH && Bytes.uuid(grant, GRANTER).equals(granter)
                && Bytes.number(grant, GRANTER_VERSION) == version;
    }

    private static byte[] info(byte[] grant) {
        return Bytes.joined(PURPOSE, Arrays.copyOf(grant, HEAD));
    }

    private static byte[] message(byte[] signed) {
        return Bytes.joined(PURPOSE, new byte[1], signed);
    }
}
