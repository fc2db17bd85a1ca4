package dev.rackside.credential.vault;

/** Keys as they were sealed when computers were slower: still above the floor. */
public final class WeakerKeys {

    private WeakerKeys() {
    }

    public static byte[] seal(TechnicianKeys keys, char[] password) {
        return SealedKeys.seal(keys, password, null, new Cost(19 * 1024, 2, 1));
    }
}
