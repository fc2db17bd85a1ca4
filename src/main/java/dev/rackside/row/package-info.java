/** What passes between a service and the screen that shows its rows: pages, orders, facets, versions. Knows only fault and text. */
@NullMarked
package dev.rackside.row;

import org.jspecify.annotations.NullMarked;
