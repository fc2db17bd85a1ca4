package dev.rackside.integration;

/** What an exchange was for. */
public enum ExchangeAction {
    CREATED, UPDATED, LINKED, ATTACHED, FETCHED, TESTED
}
