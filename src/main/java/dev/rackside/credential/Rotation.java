package dev.rackside.credential;

import dev.rackside.credential.vault.VaultKey;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;

/** Gives a vault its next key. */
final class Rotation {

    private Rotation() {
    }

    /** Each technician's newest keys, and the newest kit's. */
    static Map<UUID, TechnicianKey> newest(List<TechnicianKey> all) {
        var newest = new LinkedHashMap<UUID, TechnicianKey>();
        all.forEach(key -> newest.putIfAbsent(key.technicianId, key));
        return newest;
    }

    /** The rows of keys to which the newest vault key is granted. */
    static Set<UUID> holders(StatelessSession session, OpenVault open) {
        return new VaultTables_(session).grants().stream()
                .filter(grant -> grant.generation == open.newest().generation())
                .map(grant -> grant.technicianKeyId).collect(Collectors.toSet());
    }

    /**
     * Grants the next key, and those before it that are still needed, to those who stay. All by the same hand: what
     * somebody granted who has the vault no more counts for nothing. Nobody else is granted anything from then on.
     *
     * @throws Problem VAULT_RENEWED where somebody else was faster
     */
    static void grant(StatelessSession session, OpenVault open, List<TechnicianKey> stay, VaultKey next, Instant now) {
        open.refuseStale(session);
        new VaultTables_(session).forgetGrants();
        for (var key : stay) {
            open.giveAll(session, key.id, key.keys(), now);
            open.give(session, key.id, key.keys(), next, now);
        }
    }

    /** @throws Problem SECRET_GRANT_FORGED where somebody's keys aren't trusted */
    static void refuseStrangers(Trust trust, List<TechnicianKey> keys) {
        if (!keys.stream().allMatch(trust::holds)) {
            throw new Problem(ErrorCode.SECRET_GRANT_FORGED);
        }
    }
}
