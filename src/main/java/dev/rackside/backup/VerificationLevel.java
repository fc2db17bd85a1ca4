package dev.rackside.backup;

/** How far a backup was looked at; each level includes those before it. Only the last one proves it. */
public enum VerificationLevel {
    /** The file is the one that was written. */
    HASH,
    /** It decompresses, decrypts and ends in the dump's own completion mark. */
    PARSE,
    /** It loads into a scratch server. */
    RESTORE,
    /** Tables, rows, checksums and definitions equal the manifest taken in the dump's own snapshot. */
    COMPARE
}
