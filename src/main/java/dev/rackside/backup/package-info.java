/**
 * Backups of this database: what was taken, when it is due, and how far each one is proved. The door is
 * {@link dev.rackside.backup.BackupService}.
 */
@NullMarked
package dev.rackside.backup;

import org.jspecify.annotations.NullMarked;
