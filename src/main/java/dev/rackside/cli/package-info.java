/** The command line: the same doors as the window's, from a terminal. */
@NullMarked
package dev.rackside.cli;

import org.jspecify.annotations.NullMarked;
