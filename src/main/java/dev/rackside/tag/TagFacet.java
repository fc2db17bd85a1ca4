package dev.rackside.tag;

/** What the list of tags can be narrowed by. */
public enum TagFacet {
    CATEGORY, USE;

    /** A value of {@link #USE}: at least one machine or work item has the tag. */
    public static final String USED = "used";

    /** A value of {@link #USE}: nothing has the tag. */
    public static final String UNUSED = "unused";
}
