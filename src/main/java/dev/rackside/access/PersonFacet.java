package dev.rackside.access;

/** What the list of people can be narrowed by. */
public enum PersonFacet {
    ROLE, STATE;

    /** A value of {@link #STATE}: may sign in. */
    public static final String ACTIVE = "active";

    /** A value of {@link #STATE}: active, and locked for a while. */
    public static final String LOCKED = "locked";

    /** A value of {@link #STATE}: may no longer sign in. */
    public static final String INACTIVE = "inactive";
}
