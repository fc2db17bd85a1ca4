/** Proof of restore: what was proved of the backups of a time, signed by a technician, as a page and as data. */
@NullMarked
package dev.rackside.backup.proof;

import org.jspecify.annotations.NullMarked;
