package dev.rackside.integration.ui;

import dev.rackside.integration.ExchangeService;
import dev.rackside.integration.ExchangeSettling;

/** What the screen of exchanges needs. */
public record ExchangeDoors(ExchangeService exchanges, ExchangeSettling settling) {}
