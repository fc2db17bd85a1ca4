package dev.rackside.failure;

/** How bad a failure is. */
public enum Severity {
    BLOCKING, MAJOR, MINOR, INFO
}
