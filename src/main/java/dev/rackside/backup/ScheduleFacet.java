package dev.rackside.backup;

/** What the list of schedules can be narrowed by. */
public enum ScheduleFacet {
    TYPE, STATE, VERIFY, ZONE;

    /** A value of {@link #STATE}: switched off. */
    public static final String OFF = "off";
    /** A value of {@link #STATE}: its next backup should have been there by now. */
    public static final String OVERDUE = "overdue";
    /** A value of {@link #STATE}: on, and not late. */
    public static final String ON = "on";
}
