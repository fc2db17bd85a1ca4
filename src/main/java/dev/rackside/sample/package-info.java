/**
 * Believable data of an invented managed service provider, for a newcomer's empty database. Knows the tables and the
 * texts of its resources, nobody's entities.
 */
@NullMarked
package dev.rackside.sample;

import org.jspecify.annotations.NullMarked;
