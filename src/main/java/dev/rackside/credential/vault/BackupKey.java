package dev.rackside.credential.vault;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of a vault's backups, of one generation: it wraps each file's own key, and authenticates the files' manifests.
 * Off the heap; zeroed when closed. What it is used for gets a key of its own, made by HKDF-Expand.
 */
public final class BackupKey implements AutoCloseable {

    /** Of the key, and of the key of a file. */
    public static final int LENGTH = 32;
    /** Of what {@link #wrap} gives. */
    public static final int WRAPPED = LENGTH + Jdk.TAG;
    public static final int NONCE = 12;
    private static final int ID = 8;

    private final Name name;
    private final Wiped secret;

    private BackupKey(UUID vault, int generation, Wiped secret) {
        this.secret = secret;
        name = new Name(vault, generation, secret.use(key -> HexFormat.of()
                .formatHex(Jdk.expand(key, Bytes.ascii("backup-key-id/v1"), ID))));
    }

    /**
     * Which key, as files and manifests say it.
     *
     * @param id tells a key from another one of the same generation, and nothing of it: 16 hexadecimal digits
     */
    public record Name(UUID vault, int generation, String id) {

        private static final Pattern FORM = Pattern
                .compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/([1-9]\\d{0,8})/([0-9a-f]{16})");

        /** Empty where the text names no backup key. */
        public static Optional<Name> parse(String text) {
            var parts = FORM.matcher(text);
            return parts.matches()
                    ? Optional.of(new Name(UUID.fromString(parts.group(1)), Integer.parseInt(parts.group(2)),
                            parts.group(3)))
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return vault + "/" + generation + "/" + id;
        }
    }

    public static BackupKey generate(UUID vault, int generation) {
        return new BackupKey(vault, generation, Wiped.random(LENGTH));
    }

    /** Takes the key over: the array is zeroed. */
    public static BackupKey of(UUID vault, int generation, byte[] secret) {
        if (secret.length != LENGTH) {
            throw new IllegalArgumentException("A key of 32 bytes is wanted");
        }
        return new BackupKey(vault, generation, Wiped.of(secret));
    }

    public Name name() {
        return name;
    }

    /** Lends the key itself, to be sealed or kept; it must not outlive the work. */
    public <T> T use(Function<byte[], T> work) {
        return secret.use(work);
    }

    /** Wraps the key of a file; what is said of the file is authenticated with it. */
    public byte[] wrap(byte[] nonce, byte[] about, byte[] fileKey) {
        return withKey("backup-file-wrap/v1", key -> Jdk.seal(key, nonce, about, fileKey));
    }

    /** The key of a file, to be wiped by the caller; empty where it was wrapped by another key, or changed. */
    public Optional<byte[]> unwrap(byte[] nonce, byte[] about, byte[] wrapped) {
        return withKey("backup-file-wrap/v1", key -> {
            try {
                var cipher = Jdk.gcm();
                cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"),
                        new GCMParameterSpec(Jdk.TAG * 8, nonce));
                cipher.updateAAD(about);
                return Optional.of(cipher.doFinal(wrapped));
            } catch (GeneralSecurityException _) {
                return Optional.empty();
            }
        });
    }

    /** What the manifests of backups are authenticated by, to be wiped by the caller. */
    public byte[] manifestKey() {
        return withKey("backup-manifest/v1", byte[]::clone);
    }

    private <T> T withKey(String purpose, Function<byte[], T> work) {
        var key = secret.use(own -> Jdk.expand(own, Bytes.ascii(purpose), LENGTH));
        try {
            return work.apply(key);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    @Override
    public void close() {
        secret.close();
    }

    @Override
    public String toString() {
        return name + " ***";
    }
}
