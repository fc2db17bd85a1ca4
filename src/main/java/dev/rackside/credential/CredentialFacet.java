package dev.rackside.credential;

/** What the list of credentials can be narrowed by. */
public enum CredentialFacet {
    SYSTEM, TYPE, ACTIVE, TEST, SECRETS,
    /** How soon it expires: {@code over}, {@code very-soon}, {@code soon}, {@code later}, {@code never}. */
    EXPIRES
}
