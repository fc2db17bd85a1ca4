package dev.rackside.credential;

/** How an outside system is signed in to. */
public enum CredentialType {
    OAUTH, API_KEY, BASIC_AUTH
}
