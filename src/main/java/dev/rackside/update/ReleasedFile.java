package dev.rackside.update;

/**
 * A file of a release, by which a person can tell that what was fetched is what was released.
 *
 * @param system for what it is, in the publisher's words, as {@code linux-deb}
 * @param bytes how long it is
 * @param sha256 in lower case
 */
public record ReleasedFile(String system, String name, long bytes, String sha256) {}
