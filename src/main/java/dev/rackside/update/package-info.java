/** Whether there is a newer Rackside: asked where a person wants it, believed only when it is signed, never installed. */
@NullMarked
package dev.rackside.update;

import org.jspecify.annotations.NullMarked;
