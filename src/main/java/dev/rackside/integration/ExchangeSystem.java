package dev.rackside.integration;

/** The outside system that was talked to. */
public enum ExchangeSystem {
    SYNCRO_MSP, MSP_BACKUPS, ZAPIER, AUTOTASK, CONNECTWISE
}
