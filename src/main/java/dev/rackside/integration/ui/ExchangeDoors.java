package dev.rackside.integration.ui;

import dev.rackside.integration.ExchangeService;
import dev.rackside.integration.ExchangeSettling;
import dev.rackside.integration.Retention;

/** What the screen of exchanges needs. */
public record ExchangeDoors(ExchangeService exchanges, ExchangeSettling settling, Retention retention) {}
