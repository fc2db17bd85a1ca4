package dev.rackside.infrastructure;

/** What kind of machine it is. */
public enum AssetType {
    PHYSICAL_SERVER, VIRTUAL_MACHINE, WORKSTATION, NETWORK_DEVICE, NAS_STORAGE, FIREWALL, CLOUD_SERVICE, DOMAIN_CONTROLLER, PRINTER, OTHER
}
