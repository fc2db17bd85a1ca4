package dev.rackside.row;

import java.util.UUID;

/** One row of a list. Selection and refresh follow its id. */
public interface Row {
    UUID id();
}
