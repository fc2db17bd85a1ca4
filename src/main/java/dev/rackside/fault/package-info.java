/** What can go wrong and is expected to: problems with their codes, and rules that a draft breaks. Knows nobody. */
@NullMarked
package dev.rackside.fault;

import org.jspecify.annotations.NullMarked;
