package dev.rackside.session;

/** How urgent a work item is. */
public enum WorkPriority {
    CRITICAL, HIGH, MEDIUM, LOW
}
