package dev.rackside.access;

/** What a person or service may do. The database account's own rights stand behind it. */
public enum Role {
    VIEWER, TECHNICIAN, ADMINISTRATOR, SERVICE
}
