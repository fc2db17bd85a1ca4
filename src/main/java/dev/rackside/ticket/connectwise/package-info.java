/** Tickets of ConnectWise PSA: its addresses, its fields and its ways of saying no. */
@NullMarked
package dev.rackside.ticket.connectwise;

import org.jspecify.annotations.NullMarked;
