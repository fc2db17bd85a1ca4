package dev.rackside.insight;

/** What the list of insights can be narrowed by. */
public enum InsightFacet {
    CLIENT, MACHINE, CATEGORY, CONFIDENCE, PRIORITY, TAG, STALE;

    /** The value of rows that have none: everywhere, the whole client, a grade that is missing. */
    public static final String NONE = "";

    /** A value of {@link #STALE}: never verified, or longer ago than the half-life of its category. */
    public static final String NOT_VERIFIED = "stale";

    /** A value of {@link #STALE}: verified within the half-life. */
    public static final String VERIFIED = "fresh";
}
