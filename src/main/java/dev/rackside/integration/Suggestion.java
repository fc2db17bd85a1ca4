package dev.rackside.integration;

import dev.rackside.row.Choice;

/**
 * What an outside system's customer or computer probably is here.
 *
 * @param here a client, or a machine for a computer
 */
public record Suggestion(MappingRow row, Choice here, Reason reason) {

    /** Why it is thought so. */
    public enum Reason {
        /** They are called the same, but for the legal form. */
        NAME,
        /** The client's domain is called so. */
        DOMAIN,
        /** A machine of the same client has that host name. */
        HOSTNAME
    }
}
