package dev.rackside.credential;

/** How a secret is kept in its column; never what it is. In the order in which they call for attention. */
public enum SecretState {
    /** There is none. */
    NONE,
    /** Sealed by Rackside's vault. */
    SEALED,
    /** Encrypted by another program, and not readable here. */
    FOREIGN,
    /** Not encrypted: a hook's address as older rows have it. */
    PLAIN
}
