/** Takes a dump of a database into a file, with a manifest of what was in it at that moment. Knows no row of ours. */
@NullMarked
package dev.rackside.backup.dump;

import org.jspecify.annotations.NullMarked;
