package dev.rackside.credential;

import dev.rackside.credential.vault.Grant;
import dev.rackside.credential.vault.PublicKeys;
import dev.rackside.credential.vault.TechnicianKeys;
import dev.rackside.credential.vault.VaultKey;
import dev.rackside.db.Ids;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.UUID;
import org.hibernate.StatelessSession;

/**
 * A vault's keys while it is open, all off the heap.
 *
 * @param keyId the row of the technician's keys
 * @param keys by generation; never empty
 */
record OpenVault(UUID vault, UUID keyId, TechnicianKeys technician, NavigableMap<Integer, VaultKey> keys)
        implements
            AutoCloseable {

    private static final String NEWEST = """
            select coalesce(max(generation), 0) from vault_grants where vault_id = :vault lock in share mode""";

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

    /**
     * Nothing may be sealed or granted by a key that another one came after: nobody would have it any more. Holds until
     * the transaction ends.
     *
     * @throws Problem VAULT_RENEWED
     */
    void refuseStale(StatelessSession session) {
        var newest = session.createNativeQuery(NEWEST, Integer.class).setParameter("vault", vault.toString())
                .getSingleResult();
        if (newest > newest().generation()) {
            throw new Problem(ErrorCode.VAULT_RENEWED);
        }
    }

    /** Grants all generations to somebody's keys. */
    void giveAll(StatelessSession session, UUID keyId, PublicKeys to, Instant now) {
        keys.values().forEach(key -> give(session, keyId, to, key, now));
    }

    void give(StatelessSession session, UUID toKeyId, PublicKeys to, VaultKey key, Instant now) {
        new VaultTables_(session).insert(new VaultGrant(Ids.next(), vault, key.generation(), toKeyId,
                Grant.make(technician, to, key, now), now));
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
