/** The screen of tags. */
@NullMarked
package dev.rackside.tag.ui;

import org.jspecify.annotations.NullMarked;
