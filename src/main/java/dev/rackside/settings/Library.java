package dev.rackside.settings;

/**
 * A library that the program is made of.
 *
 * @param licences their short names as SPDX has them, or as the library says; several are separated by commas
 */
public record Library(String name, String version, String licences) {}
