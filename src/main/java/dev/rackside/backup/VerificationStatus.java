package dev.rackside.backup;

/** What is said of a backup's verification; how much it is worth tells its {@link Grade}. */
public enum VerificationStatus {
    PASSED, FAILED, NOT_VERIFIED
}
