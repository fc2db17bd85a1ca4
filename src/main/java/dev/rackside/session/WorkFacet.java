package dev.rackside.session;

/** By what the list of work items can be narrowed. A value that is missing is {@link #NONE}. */
public enum WorkFacet {
    CLIENT, STATUS, PRIORITY, CATEGORY, MACHINE, TAG;

    /** The value of rows that have none. */
    public static final String NONE = "";
}
