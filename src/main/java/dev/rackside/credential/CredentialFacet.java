package dev.rackside.credential;

/** What the list of credentials can be narrowed by. */
public enum CredentialFacet {
    SYSTEM, TYPE, ACTIVE, TEST, SECRETS
}
