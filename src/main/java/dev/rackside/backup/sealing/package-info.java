/** Encrypted backups: what stands before the chunks, and the chunks themselves, which a library makes. */
@NullMarked
package dev.rackside.backup.sealing;

import org.jspecify.annotations.NullMarked;
