package dev.rackside.credential;

import dev.rackside.credential.vault.BackupKey;
import java.util.Optional;
import java.util.UUID;

/** Where the keys of encrypted backups are got from: this is all that backups know of the vault. */
@FunctionalInterface
public interface BackupKeySource {

    /** Where there are no keys. */
    BackupKeySource NONE = (_, _) -> Optional.empty();

    /**
     * The vault's backup key of a generation, to be closed by the caller; empty where it can't be had here and now. May
     * read files and the database.
     */
    Optional<BackupKey> find(UUID vault, int generation);
}
