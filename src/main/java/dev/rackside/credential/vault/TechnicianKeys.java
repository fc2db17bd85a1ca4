package dev.rackside.credential.vault;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.util.Arrays;
import java.util.UUID;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * A technician's private keys while his vault is open: X25519, to which vault keys are sealed, and Ed25519, by which he
 * signs. Off the heap; zeroed when closed.
 */
public final class TechnicianKeys implements AutoCloseable {

    private static final byte[] NOTHING = {};

    private final PublicKeys known;
    private final Wiped x25519;
    private final Wiped ed25519;

    private TechnicianKeys(PublicKeys known, Wiped x25519, Wiped ed25519) {
        this.known = known;
        this.x25519 = x25519;
        this.ed25519 = ed25519;
    }

    /** New keys of a technician. */
    public static TechnicianKeys generate(UUID technician, int version) {
        return of(technician, version, Bytes.random(PublicKeys.LENGTH), Bytes.random(PublicKeys.LENGTH));
    }

    /** Takes both over: the arrays are zeroed. */
    static TechnicianKeys of(UUID technician, int version, byte[] x25519, byte[] seed) {
        var known = new PublicKeys(technician, version,
                new X25519PrivateKeyParameters(x25519, 0).generatePublicKey().getEncoded(),
                new Ed25519PrivateKeyParameters(seed, 0).generatePublicKey().getEncoded());
        return new TechnicianKeys(known, Wiped.of(x25519), Wiped.of(seed));
    }

    public PublicKeys known() {
        return known;
    }

    /** Both private keys, one behind the other, to be wiped by the caller. */
    byte[] both() {
        return x25519.use(first -> ed25519.use(second -> Bytes.joined(first, second)));
    }

    /** Vouches that public keys are those of the technician that they name, after a person compared the fingerprint. */
    public byte[] vouch(PublicKeys others) {
        return sign(others.voucher());
    }

    /** Signs a proof of restore. */
    public byte[] signProof(byte[] proof) {
        return sign(PublicKeys.proof(proof));
    }

    byte[] sign(byte[] message) {
        return ed25519.use(seed -> {
            var signer = new Ed25519Signer();
            signer.init(true, new Ed25519PrivateKeyParameters(seed, 0));
            signer.update(message, 0, message.length);
            return signer.generateSignature();
        });
    }

    private static HPKE hpke() {
        return new HPKE(HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
    }

    /**
     * Seals something to a technician (RFC 9180, base mode). It says nothing of who did so.
     *
     * @return the encapsulated key of 32 bytes, and what is sealed
     */
    static byte[] seal(PublicKeys recipient, byte[] info, byte[] plain) {
        try {
            var hpke = hpke();
            var sealed = hpke.seal(hpke.deserializePublicKey(recipient.x25519()), info, NOTHING, plain, null, null,
                    null);
            return Bytes.joined(sealed[1], sealed[0]);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("HPKE", e);
        }
    }

    /**
     * Opens what was sealed to this technician.
     *
     * @throws Problem SECRET_DAMAGED where it was sealed to another one, or changed
     */
    byte[] open(byte[] info, byte[] sealed) {
        var enc = Arrays.copyOf(sealed, PublicKeys.LENGTH);
        var ct = Arrays.copyOfRange(sealed, PublicKeys.LENGTH, sealed.length);
        return x25519.use(secret -> {
            try {
                var hpke = hpke();
                return hpke.open(enc, hpke.deserializePrivateKey(secret, known.x25519()), info, NOTHING, ct, null,
                        null, null);
            } catch (InvalidCipherTextException e) {
                throw new Problem(ErrorCode.SECRET_DAMAGED, e);
            }
        });
    }

    @Override
    public void close() {
        x25519.close();
        ed25519.close();
    }

    @Override
    public String toString() {
        return known + " ***";
    }
}
