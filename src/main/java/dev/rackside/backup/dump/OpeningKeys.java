package dev.rackside.backup.dump;

import dev.rackside.backup.Reason;
import dev.rackside.backup.sealing.MissingKey;
import dev.rackside.credential.BackupKeySource;
import dev.rackside.credential.vault.BackupKey;

/**
 * What this workstation opens backups by: its own key for the manifests of those that aren't encrypted, and backup keys
 * for the others and their manifests.
 */
public record OpeningKeys(SealKey own, BackupKeySource sealed) {

    /**
     * The key by which a manifest says that it is authenticated.
     *
     * @throws DumpFailure KEY_MISSING where it isn't here
     */
    SealKey of(String id) {
        var name = BackupKey.Name.parse(id);
        if (name.isEmpty()) {
            if (own.id().equals(id)) {
                return own;
            }
            throw new DumpFailure(Reason.KEY_MISSING, id);
        }
        var missing = MissingKey.words(name.get());
        try (var key = sealed.find(name.get().vault(), name.get().generation())
                .orElseThrow(() -> new DumpFailure(Reason.KEY_MISSING, missing))) {
            if (!key.name().equals(name.get())) {
                throw new DumpFailure(Reason.KEY_MISSING, missing);
            }
            return SealKey.of(key);
        }
    }
}
