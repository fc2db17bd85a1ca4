package dev.rackside.credential.ui;

import dev.rackside.credential.ConnectionTests;
import dev.rackside.credential.CredentialService;
import dev.rackside.credential.SecretService;

/** What the screen of credentials needs. */
public record CredentialDoors(CredentialService credentials, SecretService secrets, VaultModel vault,
        ConnectionTests tests) {}
