/** Tickets of SyncroMSP: its addresses, its fields and its ways of saying no. */
@NullMarked
package dev.rackside.ticket.syncro;

import org.jspecify.annotations.NullMarked;
