package dev.rackside.credential.vault;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM and HKDF-SHA256 by the JDK's own provider, which is named: another one that was put before it would be
 * many times slower.
 */
final class Jdk {

    static final int TAG = 16;
    private static final String PROVIDER = "SunJCE";

    private Jdk() {
    }

    static Cipher gcm() throws GeneralSecurityException {
        return Cipher.getInstance("AES/GCM/NoPadding", PROVIDER);
    }

    /** @return what is sealed, with the tag of 128 bits behind it */
    static byte[] seal(byte[] key, byte[] nonce, byte[] aad, byte[] plain) {
        try {
            return run(Cipher.ENCRYPT_MODE, key, nonce, aad, plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM", e);
        }
    }

    /**
     * @param because what is wrong where the tag doesn't fit
     * @throws Problem with that code
     */
    static byte[] open(byte[] key, byte[] nonce, byte[] aad, byte[] sealed, ErrorCode because) {
        try {
            return run(Cipher.DECRYPT_MODE, key, nonce, aad, sealed);
        } catch (AEADBadTagException e) {
            throw new Problem(because, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM", e);
        }
    }

    private static byte[] run(int mode, byte[] key, byte[] nonce, byte[] aad, byte[] input)
            throws GeneralSecurityException {
        var cipher = gcm();
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG * 8, nonce));
        cipher.updateAAD(aad);
        return cipher.doFinal(input);
    }

    static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** HKDF-SHA256, extract and expand (RFC 5869). */
    static byte[] derive(byte[] salt, byte[] secret, byte[] info, int length) {
        return derive(HKDFParameterSpec.ofExtract().addSalt(salt).addIKM(secret).thenExpand(info, length));
    }

    /** HKDF-SHA256, expand alone: the key is random already. */
    static byte[] expand(byte[] key, byte[] info, int length) {
        return derive(HKDFParameterSpec.expandOnly(new SecretKeySpec(key, "HKDF"), info, length));
    }

    private static byte[] derive(HKDFParameterSpec how) {
        try {
            return KDF.getInstance("HKDF-SHA256", PROVIDER).deriveData(how);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HKDF", e);
        }
    }
}
