package dev.rackside.credential.ui;

import dev.rackside.credential.BackupKeyService;
import dev.rackside.credential.ConnectionTests;
import dev.rackside.credential.CredentialService;
import dev.rackside.credential.OAuth;
import dev.rackside.credential.SecretService;
import dev.rackside.credential.VaultRecord;
import java.util.function.Consumer;

/**
 * What the screen of credentials needs.
 *
 * @param browse opens an address in the browser
 */
public record CredentialDoors(CredentialService credentials, SecretService secrets, VaultModel vault,
        VaultRecord told, BackupKeyService backupKeys, ConnectionTests tests, OAuth oauth, Consumer<String> browse) {}
