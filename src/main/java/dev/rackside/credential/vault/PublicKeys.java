package dev.rackside.credential.vault;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.jspecify.annotations.Nullable;

/**
 * What everybody may know of a technician's keys.
 *
 * @param version rises with every new pair of the same technician
 * @param x25519 to seal something to him, 32 bytes
 * @param ed25519 to check what he signed, 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content, below
public record PublicKeys(UUID technician, int version, byte[] x25519, byte[] ed25519) {

    static final int LENGTH = 32;
    private static final int GROUPS = 8;

    public PublicKeys {
        if (x25519.length != LENGTH || ed25519.length != LENGTH) {
            throw new IllegalArgumentException("Keys of 32 bytes are wanted");
        }
        x25519 = x25519.clone();
        ed25519 = ed25519.clone();
    }

    @Override
    public byte[] x25519() {
        return x25519.clone();
    }

    @Override
    public byte[] ed25519() {
        return ed25519.clone();
    }

    /** What two people compare by voice: eight groups of four digits and letters, of both keys and whose they are. */
    public String fingerprint() {
        return HexFormat.of().withUpperCase().formatHex(hash(), 0, GROUPS * 2).replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** The same as eight words that can be read out. */
    public String words() {
        return Spoken.words(hash(), GROUPS * 2);
    }

    private byte[] hash() {
        return Jdk.sha256(Bytes.ascii("fingerprint/v1"), Bytes.of(technician), x25519, ed25519);
    }

    /** What somebody signs who vouches that these are that technician's keys. */
    byte[] voucher() {
        return Bytes.joined(Bytes.ascii("vault-directory/v1"), new byte[1], Bytes.of(technician),
                ByteBuffer.allocate(4).putInt(version).array(), x25519, ed25519);
    }

    /** Whether the owner of these keys vouches for the others. */
    public boolean vouchedFor(PublicKeys others, byte[] signature) {
        return signed(others.voucher(), signature);
    }

    /** Whether the owner of these keys signed a proof of restore. */
    public boolean signedProof(byte[] proof, byte[] signature) {
        return signed(proof(proof), signature);
    }

    /** What is signed for a proof of restore: it can be taken for nothing else that these keys sign. */
    static byte[] proof(byte[] proof) {
        return Bytes.joined(Bytes.ascii("rackside-proof/v1"), new byte[1], proof);
    }

    boolean signed(byte[] message, byte[] signature) {
        var checker = new Ed25519Signer();
        checker.init(false, new Ed25519PublicKeyParameters(ed25519, 0));
        checker.update(message, 0, message.length);
        return checker.verifySignature(signature);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PublicKeys keys && keys.technician.equals(technician) && keys.version == version
                && Arrays.equals(keys.x25519, x25519) && Arrays.equals(keys.ed25519, ed25519);
    }

    @Override
    public int hashCode() {
        return Objects.hash(technician, version, Arrays.hashCode(x25519));
    }

    @Override
    public String toString() {
        return technician + "/" + version + " " + fingerprint();
    }
}
