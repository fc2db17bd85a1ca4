/** The screen of the log of exchanges. */
@NullMarked
package dev.rackside.integration.ui;

import org.jspecify.annotations.NullMarked;
