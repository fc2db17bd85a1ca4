package dev.rackside.credential.vault;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * What guessing a password costs: the parameters of Argon2id (RFC 9106).
 *
 * @param memory in KiB
 * @param passes over that memory
 * @param lanes that can be filled side by side
 */
record Cost(int memory, int passes, int lanes) {

    /** 64 MiB, three passes, four lanes: a fifth of a second. */
    static final Cost USUAL = new Cost(64 * 1024, 3, 4);

    private static final int LEAST_MEMORY = 19 * 1024;
    private static final int LEAST_MEMORY_OF_ONE_PASS = 46 * 1024;
    private static final int MOST_MEMORY = 1024 * 1024;
    private static final int MOST = 16;

    /**
     * Refuses parameters before anything is derived by them: who may write to the database could lower them, so that
     * the password is guessed fast, or raise them, so that the machine stands still.
     *
     * @throws Problem SECRET_KEY_WEAK below the least, SECRET_DAMAGED above the most
     */
    void check() {
        if (passes < 1 || lanes < 1 || memory < (passes == 1 ? LEAST_MEMORY_OF_ONE_PASS : LEAST_MEMORY)) {
            throw new Problem(ErrorCode.SECRET_KEY_WEAK);
        }
        if (memory > MOST_MEMORY || passes > MOST || lanes > MOST) {
            throw new Problem(ErrorCode.SECRET_DAMAGED);
        }
    }

    /** Whether it costs less than what is used today. */
    boolean isLess() {
        return memory < USUAL.memory || passes < USUAL.passes;
    }

    /**
     * Stretches a password.
     *
     * @param password in any of Unicode's forms; not changed
     * @return 32 bytes, to be wiped by the caller
     */
    byte[] stretch(char[] password, byte[] salt) {
        var bytes = utf8(password);
        try {
            return stretch(bytes, salt, 32);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    byte[] stretch(byte[] password, byte[] salt, int length) {
        return stretch(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id), password, salt, length);
    }

    byte[] stretch(Argon2Parameters.Builder more, byte[] password, byte[] salt, int length) {
        var generator = new Argon2BytesGenerator();
        generator.init(more.withVersion(Argon2Parameters.ARGON2_VERSION_13).withMemoryAsKB(memory)
                .withIterations(passes).withParallelism(lanes).withSalt(salt).build());
        var stretched = new byte[length];
        generator.generateBytes(password, stretched);
        return stretched;
    }

    /** The same password typed on another keyboard gives the same bytes: Unicode's composed form. */
    private static byte[] utf8(char[] password) {
        var chars = CharBuffer.wrap(password);
        // Only what isn't composed yet becomes a text on the heap, which nobody can wipe.
        var composed = Normalizer.isNormalized(chars, Normalizer.Form.NFC)
                ? chars
                : CharBuffer.wrap(Normalizer.normalize(chars, Normalizer.Form.NFC));
        var encoder = StandardCharsets.UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPLACE);
        var room = new byte[(int) Math.ceil(composed.remaining() * (double) encoder.maxBytesPerChar())];
        var encoded = ByteBuffer.wrap(room);
        encoder.encode(composed, encoded, true);
        try {
            return Arrays.copyOf(room, encoded.position());
        } finally {
            Arrays.fill(room, (byte) 0);
        }
    }
}
