/** The screen of machines. */
@NullMarked
package dev.rackside.infrastructure.ui;

import org.jspecify.annotations.NullMarked;
