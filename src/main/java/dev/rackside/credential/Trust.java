package dev.rackside.credential;

import dev.rackside.credential.vault.PublicKeys;
import java.util.List;
import java.util.UUID;

/**
 * Whose public keys a workstation takes for right: one's own, those whose fingerprint it has pinned, and those for which
 * the owner of such keys vouches.
 *
 * @param all everybody's keys as they stand in the database, which anybody may have changed
 */
record Trust(Pins pins, UUID vault, PublicKeys own, List<TechnicianKey> all) {

    /** An owner, who grants to a technician, who grants to another: more steps than any team takes. */
    private static final int STEPS = 8;

    static String name(UUID vault, PublicKeys keys) {
        return "vault." + vault + ".trusted." + keys.technician() + "." + keys.version();
    }

    /** Whether this workstation has ever trusted anybody of this vault. */
    boolean knowsAnybody() {
        return all.stream().anyMatch(key -> pins.get(name(vault, key.keys())).isPresent());
    }

    boolean holds(TechnicianKey key) {
        return holds(key, STEPS);
    }

    private boolean holds(TechnicianKey key, int steps) {
        var keys = key.keys();
        var signature = key.signature;
        if (keys.equals(own) || pins.get(name(vault, keys)).filter(keys.fingerprint()::equals).isPresent()) {
            return true;
        }
        return steps > 0 && signature != null && all.stream()
                .filter(other -> other.technicianId.equals(key.signedBy))
                .anyMatch(other -> other.keys().vouchedFor(keys, signature) && holds(other, steps - 1));
    }
}
