package dev.rackside.failure;

/** What the list of failure patterns can be narrowed by. */
public enum FailureFacet {
    CLIENT, MACHINE, TYPE, SEVERITY, ACTIVE;

    /** The value of rows that have none: everywhere, no machine, no severity. */
    public static final String NONE = "";

    /** A value of {@link #ACTIVE}: the pattern is looked out for. */
    public static final String YES = "yes";

    /** A value of {@link #ACTIVE}: the pattern is kept, and no longer looked out for. */
    public static final String NO = "no";
}
