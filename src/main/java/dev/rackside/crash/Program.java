package dev.rackside.crash;

/**
 * What runs here.
 *
 * @param build the commit it was built from
 */
public record Program(String version, String build) {}
