package dev.rackside.credential;

import dev.rackside.credential.vault.Grant;
import dev.rackside.credential.vault.PublicKeys;
import dev.rackside.credential.vault.TechnicianKeys;
import dev.rackside.credential.vault.VaultKey;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.hibernate.StatelessSession;

/**
 * What was granted to somebody's keys, as it stands in the database, which anybody may have changed.
 *
 * @param grants of each generation
 * @param all everybody's public keys
 */
record Granted(TechnicianKey key, List<VaultGrant> grants, List<TechnicianKey> all) {

    static Granted read(StatelessSession session, TechnicianKey key) {
        var tables = new VaultTables_(session);
        return new Granted(key, tables.grantsTo(key.id), tables.keys());
    }

    /** @throws Problem SECRET_KEY_UNKNOWN where only the public ones are kept */
    byte[] sealedKeys() {
        if (key.sealedKeys == null) {
            throw new Problem(ErrorCode.SECRET_KEY_UNKNOWN);
        }
        return key.sealedKeys;
    }

    /**
     * Opens all of it.
     *
     * @param technician the private keys, which the open vault takes over; closed where it can't be opened
     * @throws Problem SECRET_KEY_UNKNOWN where nothing was granted, VAULT_GRANTER_UNKNOWN where this workstation knows
     *     nobody yet, or what is wrong with a grant
     */
    OpenVault open(TechnicianKeys technician, Pins pins) {
        var keys = new ConcurrentSkipListMap<Integer, VaultKey>();
        try {
            if (grants.isEmpty()) {
                throw new Problem(ErrorCode.SECRET_KEY_UNKNOWN);
            }
            var vault = grants.getLast().vaultId;
            var trust = new Trust(pins, vault, technician.known(), all);
            stranger(trust).ifPresent(stranger -> {
                throw new Problem(ErrorCode.VAULT_GRANTER_UNKNOWN, stranger.fingerprint(), stranger.words());
            });
            for (var grant : grants) {
                keys.put(grant.generation, Grant.open(grant.grant, vault, grant.generation, technician,
                        trust::keys));
            }
            keys.values().forEach(trust::pin);
            trust.remember();
            return new OpenVault(vault, key.id, technician, keys);
        } catch (RuntimeException e) {
            keys.values().forEach(VaultKey::close);
            technician.close();
            throw e;
        }
    }

    /** Who granted the newest key, where this workstation knows nobody of the vault. */
    private Optional<PublicKeys> stranger(Trust trust) {
        if (trust.knowsAnybody()) {
            return Optional.empty();
        }
        return all.stream().filter(other -> Grant.isBy(grants.getLast().grant, other.technicianId, other.keyVersion))
                .filter(other -> !trust.holds(other)).map(TechnicianKey::keys).findFirst();
    }
}
