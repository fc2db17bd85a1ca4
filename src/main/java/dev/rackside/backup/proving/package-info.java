/** Proves a dump: reads it, restores it into a server that is thrown away, and compares it with its manifest. */
@NullMarked
package dev.rackside.backup.proving;

import org.jspecify.annotations.NullMarked;
