package dev.rackside.credential;

/** What the list of credentials can be narrowed by. */
public enum CredentialFacet {
    SYSTEM, TYPE, ACTIVE, TEST, SECRETS;

    /** A value of {@link #ACTIVE}. */
    public static final String ON = "true";
    /** A value of {@link #ACTIVE}. */
    public static final String OFF = "false";
}
