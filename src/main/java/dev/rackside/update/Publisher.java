package dev.rackside.update;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who releases this Rackside, as the build says: the key decides whose word counts, and can't be set anywhere else.
 *
 * @param address where the manifest is; null where the build doesn't say
 * @param key by which it is signed (Ed25519); null where the build doesn't say, and then nobody's word counts
 */
record Publisher(@Nullable String address, @Nullable PublicKey key) {

    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
    private static final String ED25519 = "Ed25519";

    /** The build's. */
    static Publisher ofBuild() {
        try (var in = Publisher.class.getResourceAsStream("update.properties")) {
            var properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return of(properties.getProperty("address", ""), properties.getProperty("key", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param key as base64 of an X.509 public key, which is what {@code openssl pkey -pubout} puts between its lines */
    static Publisher of(String address, String key) {
        return new Publisher(said(address) ? address.strip() : null, said(key) ? read(key) : null);
    }

    /** A file that no build has filtered says nothing. */
    private static boolean said(String value) {
        return !value.isBlank() && !value.startsWith("$");
    }

    private static @Nullable PublicKey read(String key) {
        try {
            var bytes = Base64.getMimeDecoder().decode(key);
            return KeyFactory.getInstance(ED25519).generatePublic(new X509EncodedKeySpec(bytes));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            LOG.warn("The key of this build can't be read: {}", e.getClass().getName());
            return null;
        }
    }

    /** @param signature as base64 */
    boolean signed(byte[] manifest, String signature) {
        if (key == null) {
            return false;
        }
        try {
            var check = Signature.getInstance(ED25519);
            check.initVerify(key);
            check.update(manifest);
            return check.verify(Base64.getDecoder().decode(signature.replaceAll("\\s", "")));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return false;
        }
    }
}
