/** One window for each workspace: a second start hands over what it was asked for to the window that is there. */
@NullMarked
package dev.rackside.instance;

import org.jspecify.annotations.NullMarked;
