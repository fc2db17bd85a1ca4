/** The main window: sidebar, header, status bar, command palette. Knows no feature; Wiring brings the screens. */
@NullMarked
package dev.rackside.shell;

import org.jspecify.annotations.NullMarked;
