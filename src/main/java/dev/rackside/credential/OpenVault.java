package dev.rackside.credential;

import dev.rackside.credential.vault.TechnicianKeys;
import dev.rackside.credential.vault.VaultKey;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.util.NavigableMap;
import java.util.UUID;

/**
 * A vault's keys while it is open, all off the heap.
 *
 * @param keyId the row of the technician's keys
 * @param keys by generation; never empty
 */
record OpenVault(UUID vault, UUID keyId, TechnicianKeys technician, NavigableMap<Integer, VaultKey> keys)
        implements
            AutoCloseable {

    VaultKey newest() {
        return keys.lastEntry().getValue();
    }

    /** @throws Problem SECRET_KEY_UNKNOWN where none of that generation was granted */
    VaultKey of(int generation) {
        var key = keys.get(generation);
        if (key == null) {
            throw new Problem(ErrorCode.SECRET_KEY_UNKNOWN);
        }
        return key;
    }

    @Override
    public void close() {
        keys.values().forEach(VaultKey::close);
        technician.close();
    }

    @Override
    public String toString() {
        return vault + " ***";
    }
}
