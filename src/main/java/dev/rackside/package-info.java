/** Start, window and wiring: the only package that knows every room. */
@NullMarked
package dev.rackside;

import org.jspecify.annotations.NullMarked;
