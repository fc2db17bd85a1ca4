package dev.rackside.infrastructure;

/** How a machine stands. */
public enum MachineStatus {
    ACTIVE, MAINTENANCE, DECOMMISSIONED
}
