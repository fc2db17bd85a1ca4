package dev.rackside.ticket;

/** What a session has to do with a ticket. */
public enum LinkType {
    RELATED, RESOLVES, DOCUMENTS
}
