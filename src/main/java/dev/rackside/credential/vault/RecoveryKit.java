package dev.rackside.credential.vault;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.UUID;

/**
 * What opens a vault when every password is forgotten: 256 random bits on paper. Written in letters and digits that
 * can't be mistaken for one another (Crockford's base 32), in groups, with a checksum that finds what was misread.
 */
public final class RecoveryKit implements AutoCloseable {

    /** Without I, L, O and U. */
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int SECRET = 32;
    private static final int CHECK = 3;
    private static final int BITS = 5;
    private static final int LENGTH = (SECRET + CHECK) * 8 / BITS;
    private static final int GROUP = 4;
    private static final int BLANK = -2;
    private static final byte[] X25519 = Bytes.ascii("vault-recovery/v1 x25519");
    private static final byte[] ED25519 = Bytes.ascii("vault-recovery/v1 ed25519");
    private static final byte[] CHECKSUM = Bytes.ascii("vault-recovery/v1 check");

    private final Wiped secret;

    private RecoveryKit(Wiped secret) {
        this.secret = secret;
    }

    public static RecoveryKit generate() {
        return new RecoveryKit(Wiped.random(SECRET));
    }

    /**
     * Reads what a person typed off the paper: blanks, hyphens and case don't matter, and the letters I, L and O are
     * taken for the digits that they look like.
     *
     * @param typed not changed; the caller wipes it
     * @throws Problem KIT_MISREAD where it is too short or long, or its checksum doesn't fit
     */
    public static RecoveryKit read(char[] typed) {
        var bytes = new byte[SECRET + CHECK];
        var count = 0;
        try {
            for (var each : typed) {
                var digit = digit(each);
                if (digit == BLANK) {
                    continue;
                }
                if (digit < 0 || count == LENGTH) {
                    throw new Problem(ErrorCode.KIT_MISREAD);
                }
                for (var bit = 0; bit < BITS; bit++) {
                    var at = count * BITS + bit;
                    bytes[at / 8] |= (byte) (((digit >> (BITS - 1 - bit)) & 1) << (7 - at % 8));
                }
                count++;
            }
            var secret = Arrays.copyOf(bytes, SECRET);
            if (count != LENGTH || !MessageDigest.isEqual(check(secret), Arrays.copyOfRange(bytes, SECRET,
                    bytes.length))) {
                Arrays.fill(secret, (byte) 0);
                throw new Problem(ErrorCode.KIT_MISREAD);
            }
            return new RecoveryKit(Wiped.of(secret));
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static int digit(char typed) {
        return switch (Character.toUpperCase(typed)) {
            case ' ', '-', '\n', '\r', '\t', '\u00A0' -> BLANK;
            case 'O' -> 0;
            case 'I', 'L' -> 1;
            default -> DIGITS.indexOf(Character.toUpperCase(typed));
        };
    }

    private static byte[] check(byte[] secret) {
        return Arrays.copyOf(Jdk.sha256(CHECKSUM, secret), CHECK);
    }

    /** As it is printed: groups of four with a hyphen between. To be wiped by the caller. */
    public char[] text() {
        return secret.use(bytes -> {
            var all = Bytes.joined(bytes, check(bytes));
            var text = new char[LENGTH + LENGTH / GROUP - 1];
            var at = 0;
            for (var digit = 0; digit < LENGTH; digit++) {
                if (digit > 0 && digit % GROUP == 0) {
                    text[at++] = '-';
                }
                text[at++] = DIGITS.charAt(bits(all, digit * BITS));
            }
            Arrays.fill(all, (byte) 0);
            return text;
        });
    }

    private static int bits(byte[] from, int first) {
        var value = 0;
        for (var at = first; at < first + BITS; at++) {
            value = (value << 1) | ((from[at / 8] >> (7 - at % 8)) & 1);
        }
        return value;
    }

    /**
     * The keys that the kit stands for; the vault is granted to them as to a person.
     *
     * @param version rises with every kit of the same vault
     */
    public TechnicianKeys keys(UUID technician, int version) {
        return secret.use(bytes -> TechnicianKeys.of(technician, version, Jdk.expand(bytes, X25519, PublicKeys.LENGTH),
                Jdk.expand(bytes, ED25519, PublicKeys.LENGTH)));
    }

    @Override
    public void close() {
        secret.close();
    }

    @Override
    public String toString() {
        return "***";
    }
}
