package dev.rackside.integration;

/** How an exchange ended; a row of another program has none. */
public enum ExchangeOutcome {
    PENDING, SUCCEEDED, FAILED, UNKNOWN
}
