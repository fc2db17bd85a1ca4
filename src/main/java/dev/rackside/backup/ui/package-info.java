/** The screen of backups. */
@NullMarked
package dev.rackside.backup.ui;

import org.jspecify.annotations.NullMarked;
