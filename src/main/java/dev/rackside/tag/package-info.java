/** Tags: the words by which machines and work items are grouped. The door is {@link dev.rackside.tag.TagService}. */
@NullMarked
package dev.rackside.tag;

import org.jspecify.annotations.NullMarked;
