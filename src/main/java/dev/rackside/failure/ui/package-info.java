/** The screen of failure patterns. */
@NullMarked
package dev.rackside.failure.ui;

import org.jspecify.annotations.NullMarked;
