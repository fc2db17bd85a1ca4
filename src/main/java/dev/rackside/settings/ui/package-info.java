/** The screen of the settings, and what the program is made of. */
@NullMarked
package dev.rackside.settings.ui;

import org.jspecify.annotations.NullMarked;
