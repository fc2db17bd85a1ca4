package dev.rackside.integration;

/** What is different between two exchanges, the older one first. */
public record ExchangeDifference(ExchangeRow before, ExchangeRow after, Difference request, Difference response) {}
