package dev.rackside.backup.dump;

import dev.rackside.credential.vault.BackupKey;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.server.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key by which manifests are authenticated: whoever may write where the backups are, or to the database, can't make a
 * manifest that is taken for ours. This workstation's own lies in a file of its owner alone, made when it is first
 * needed; that of encrypted backups comes from the key which they are encrypted by.
 */
public final class SealKey {

    private static final int BYTES = 32;
    private static final int ID_BYTES = 8;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final String id;

    private SealKey(byte[] bytes) throws GeneralSecurityException {
        this(bytes, HexFormat.of()
                .formatHex(Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(bytes), ID_BYTES)));
    }

    private SealKey(byte[] bytes, String id) {
        key = new SecretKeySpec(bytes, ALGORITHM);
        this.id = id;
    }

    /** What authenticates the manifests of encrypted backups: whoever can open them can tell theirs from others. */
    public static SealKey of(BackupKey key) {
        var bytes = key.manifestKey();
        try {
            return new SealKey(bytes, key.name().toString());
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /**
     * The key in a file.
     *
     * @throws Problem NOT_WRITABLE, DISK_FULL where it can't be made; WORKSPACE_DAMAGED where the file holds no key
     */
    public static synchronized SealKey in(Path file) {
        try {
            if (!Files.exists(file)) {
                var bytes = new byte[BYTES];
                new SecureRandom().nextBytes(bytes);
                OwnerOnly.folder(file.toAbsolutePath().resolveSibling(""));
                OwnerOnly.write(file, HexFormat.of().formatHex(bytes) + "\n");
            }
            var bytes = HexFormat.of().parseHex(Files.readString(file).strip());
            if (bytes.length != BYTES) {
                throw new Problem(ErrorCode.WORKSPACE_DAMAGED, file);
            }
            return new SealKey(bytes);
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw new Problem(ErrorCode.WORKSPACE_DAMAGED, e, file);
        } catch (IOException e) {
            throw new Problem(ErrorCode.NOT_WRITABLE, e, file);
        }
    }

    /** What tells this key from others, and gives nothing of it away. */
    public String id() {
        return id;
    }

    String seal(byte[] message) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(message));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean sealed(byte[] message, String seal) {
        try {
            return MessageDigest.isEqual(HexFormat.of().parseHex(seal), HexFormat.of().parseHex(seal(message)));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "key " + id;
    }
}
