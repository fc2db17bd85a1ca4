package dev.rackside.credential.vault;

import java.util.HexFormat;
import java.util.UUID;

/**
 * The key of a vault, of one generation: what opens all of its secrets. Off the heap; zeroed when closed.
 *
 * @param generation from 1 on; a new one when somebody leaves
 */
public record VaultKey(UUID vault, int generation, Wiped secret) implements AutoCloseable {

    static final int LENGTH = 32;

    /** A new vault's first key. */
    public static VaultKey generate(UUID vault) {
        return new VaultKey(vault, 1, Wiped.random(LENGTH));
    }

    /** The key that comes after this one; they have nothing in common. */
    public VaultKey next() {
        return new VaultKey(vault, generation + 1, Wiped.random(LENGTH));
    }

    /** Tells this key from a forged one of the same generation, and tells nothing else of it: 64 hexadecimal digits. */
    public String mark() {
        return secret.use(key -> HexFormat.of()
                .formatHex(Jdk.sha256(Jdk.expand(key, Bytes.ascii("vault-mark/v1"), LENGTH))));
    }

    @Override
    public void close() {
        secret.close();
    }

    @Override
    public String toString() {
        return vault + "/" + generation + " ***";
    }
}
