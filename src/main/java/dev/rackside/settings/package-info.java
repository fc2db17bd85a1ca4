/** What a person chose on this workstation, and what the program says of itself: its log, its libraries. */
@NullMarked
package dev.rackside.settings;

import org.jspecify.annotations.NullMarked;
