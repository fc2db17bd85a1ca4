package dev.rackside.row;

import java.util.UUID;

/** A row of another list to refer to: a client, a machine, a session, as it is picked from a box. */
public record Choice(UUID id, String label) implements Row {

    @Override
    public String toString() {
        return label;
    }
}
