/** What is written down when Rackside meets a fault of its own: on this computer alone, without messages and values. */
@NullMarked
package dev.rackside.crash;

import org.jspecify.annotations.NullMarked;
