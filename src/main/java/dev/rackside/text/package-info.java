/** The words a person reads, and text that stands for something. Knows nobody. */
@NullMarked
package dev.rackside.text;

import org.jspecify.annotations.NullMarked;
