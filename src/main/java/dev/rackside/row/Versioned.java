package dev.rackside.row;

import java.util.UUID;

/**
 * A row as it was loaded for editing.
 *
 * @param rowVersion Rackside's own count of edits; other programs don't raise it, so a save also compares the values
 * @param draft the values as loaded
 */
public record Versioned<D>(UUID id, int rowVersion, D draft) {}
