/** Tickets of Autotask: its addresses, its fields and its ways of saying no. */
@NullMarked
package dev.rackside.ticket.autotask;

import org.jspecify.annotations.NullMarked;
