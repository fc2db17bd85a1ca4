package dev.rackside.backup;

/** How far each backup of a schedule is to be verified: not at all, or up to one of {@link VerificationLevel}. */
public enum VerifyLevel {
    NONE, HASH, PARSE, RESTORE, COMPARE
}
