/** What every screen is made of: background work, failures, paged tables, forms. Knows JavaFX, rows, faults and words, and no domain. */
@NullMarked
package dev.rackside.fx;

import org.jspecify.annotations.NullMarked;
