package dev.rackside.credential.ui;

import dev.rackside.credential.ConnectionTests;
import dev.rackside.credential.CredentialService;
import dev.rackside.credential.SecretService;
import dev.rackside.credential.VaultRecord;

/** What the screen of credentials needs. */
public record CredentialDoors(CredentialService credentials, SecretService secrets, VaultModel vault,
        VaultRecord told, ConnectionTests tests) {}
