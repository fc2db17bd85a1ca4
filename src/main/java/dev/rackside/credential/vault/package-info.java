/**
 * How secrets are sealed: the formats of keys, grants and envelopes, and nothing of the tables in which they lie. The
 * database is taken for hostile; every format refuses what was changed, moved or forged, and says why.
 */
@NullMarked
package dev.rackside.credential.vault;

import org.jspecify.annotations.NullMarked;
