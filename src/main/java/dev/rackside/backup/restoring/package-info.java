/** Restores a backup into a database that somebody works with. Knows the server, and of our rows only the records of backups. */
@NullMarked
package dev.rackside.backup.restoring;

import org.jspecify.annotations.NullMarked;
