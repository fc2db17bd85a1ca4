package dev.rackside.integration;

/** What the log can be narrowed by. */
public enum ExchangeFacet {
    SYSTEM, ACTION, DIRECTION, OUTCOME,
    /** The class of the HTTP status: {@code 2} for 200 to 299, and so on. */
    STATUS,
    /** Through the session. */
    CLIENT;

    /** The value of rows that have none: not recorded, no client. */
    public static final String NONE = "";

    /** A value of {@link #STATUS}: a number that is no HTTP status. */
    public static final String ODD_STATUS = "x";
}
