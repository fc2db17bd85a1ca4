package dev.rackside.client;

/** What a client is to the provider. */
public enum ClientType {
    MSP_CLIENT, INTERNAL, PROJECT
}
