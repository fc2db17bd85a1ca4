package dev.rackside.failure;

/** What kind of failure a pattern describes. */
public enum PatternType {
    COMMAND_COMPATIBILITY, VERSION_MISMATCH, PERMISSION_DENIED, SERVICE_UNAVAILABLE, CONFIGURATION_ERROR, ENVIRONMENTAL_LIMITATION
}
