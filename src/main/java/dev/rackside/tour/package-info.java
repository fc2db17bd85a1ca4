/** Visits every screen of the real window, photographs it, and says what is unreachable, blank or cut. */
@NullMarked
package dev.rackside.tour;

import org.jspecify.annotations.NullMarked;
