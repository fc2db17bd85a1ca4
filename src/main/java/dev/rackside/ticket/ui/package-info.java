/** The screen of ticket links. */
@NullMarked
package dev.rackside.ticket.ui;

import org.jspecify.annotations.NullMarked;
