package dev.rackside.credential;

import dev.rackside.credential.vault.PublicKeys;
import dev.rackside.db.Database;
import dev.rackside.fault.Problem;
import java.util.Optional;

/**
 * The door to a technician's signature under proofs of restore. Signing needs the open vault; no call is made on the
 * screen thread.
 */
public final class ProofSigning {

    private final Database database;
    private final VaultService vault;

    public ProofSigning(Database database, VaultService vault) {
        this.database = database;
        this.vault = vault;
    }

    /** What this workstation and its database know of whoever signed. */
    public enum Known {
        /** This workstation takes the keys for that technician's: their fingerprint was compared, or somebody vouched. */
        TRUSTED,
        /** They stand in the database, where anybody may have put them. */
        LISTED,
        /** The technician had the vault and has it no more. */
        LEFT, STRANGER
    }

    /** @throws Problem VAULT_LOCKED */
    public PublicKeys signer() {
        return vault.use(open -> open.technician().known());
    }

    /** @throws Problem VAULT_LOCKED */
    public byte[] sign(byte[] proof) {
        return vault.use(open -> open.technician().signProof(proof));
    }

    public Known known(PublicKeys keys) {
        return database.read(session -> {
            var tables = new VaultTables_(session);
            var listed = tables.keys().stream().anyMatch(key -> key.keys().equals(keys));
            return tables.grants().stream().map(grant -> grant.vaultId).distinct()
                    .map(id -> Trust.standing(vault.pins(), id, keys)).flatMap(Optional::stream).findFirst()
                    .orElse(listed ? Known.LISTED : Known.STRANGER);
        });
    }
}
