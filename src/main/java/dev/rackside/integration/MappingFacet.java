package dev.rackside.integration;

/** By what the mappings can be narrowed. */
public enum MappingFacet {
    STATE, SYSTEM, KIND;

    /** A value of STATE: nobody said yet what it is here. */
    public static final String OPEN = "open";
    /** A value of STATE: somebody said so. */
    public static final String MAPPED = "mapped";
}
