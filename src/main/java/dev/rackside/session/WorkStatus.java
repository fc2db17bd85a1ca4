package dev.rackside.session;

/** How a work item stands. */
public enum WorkStatus {
    COMPLETED, IN_PROGRESS, BLOCKED, PENDING, DEFERRED
}
