/**
 * The MariaDB server that Rackside runs itself: its programs, its directory, its process. Knows the driver, no
 * Hibernate, no domain and no JavaFX.
 */
@NullMarked
package dev.rackside.server;

import org.jspecify.annotations.NullMarked;
