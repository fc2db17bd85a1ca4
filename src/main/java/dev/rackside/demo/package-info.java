/**
 * Ticket systems to try Rackside with: they answer on this machine alone, in the shapes of the real ones, and hold what
 * is made up. The program talks to them as it talks to the real ones.
 */
@NullMarked
package dev.rackside.demo;

import org.jspecify.annotations.NullMarked;
