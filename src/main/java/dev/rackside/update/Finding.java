package dev.rackside.update;

/**
 * What a check found.
 *
 * @param newer whether the release is newer than what runs here
 * @param running what runs here
 */
public record Finding(Manifest manifest, boolean newer, String running) {}
