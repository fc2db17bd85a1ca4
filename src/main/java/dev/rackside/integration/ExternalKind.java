package dev.rackside.integration;

/** What of an outside system is mapped to something here. */
public enum ExternalKind {
    CUSTOMER, COMPUTER
}
