/** Tags: the words by which machines and work items are grouped. The doors are {@link
 * dev.rackside.tag.TagService} (what has which) and {@link dev.rackside.tag.TagCatalogue} (the tags themselves). */
@NullMarked
package dev.rackside.tag;

import org.jspecify.annotations.NullMarked;
