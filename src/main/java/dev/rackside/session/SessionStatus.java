package dev.rackside.session;

/** How a session stands. */
public enum SessionStatus {
    IN_PROGRESS, COMPLETED, BLOCKED, PENDING
}
