package dev.rackside.integration;

/** Which way the data went. */
public enum Direction {
    INBOUND, OUTBOUND
}
