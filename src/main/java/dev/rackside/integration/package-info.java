/** The log of every exchange with an outside system. The door is {@link dev.rackside.integration.ExchangeService}. */
@NullMarked
package dev.rackside.integration;

import org.jspecify.annotations.NullMarked;
