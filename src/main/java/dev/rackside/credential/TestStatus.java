package dev.rackside.credential;

/** What the last test of the connection found. */
public enum TestStatus {
    PASSED, PARTIAL, FAILED
}
