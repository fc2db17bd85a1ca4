package dev.rackside.plan;

/** By what the plans can be narrowed. */
public enum PlanFacet {
    STATE,
    /** Ids of clients; empty for those that belong to nobody here yet. */
    CLIENT, TYPE
}
