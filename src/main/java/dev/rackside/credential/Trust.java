package dev.rackside.credential;

import dev.rackside.credential.vault.PublicKeys;
import dev.rackside.credential.vault.VaultKey;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.util.List;
import java.util.Optional;
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

    private static final String LEFT = "left";

    private static String name(UUID vault, PublicKeys keys) {
        return "vault." + vault + ".trusted." + keys.technician() + "." + keys.version();
    }

    /** From now on this workstation takes these for that technician's keys. */
    static void give(Pins pins, UUID vault, PublicKeys keys) {
        pins.put(name(vault, keys), keys.fingerprint());
    }

    /** What this workstation has pinned of somebody's keys; nothing where it never did. */
    static Optional<ProofSigning.Known> standing(Pins pins, UUID vault, PublicKeys keys) {
        return pins.get(name(vault, keys)).map(pinned -> pinned.equals(keys.fingerprint())
                ? ProofSigning.Known.TRUSTED
                : pinned.equals(LEFT) ? ProofSigning.Known.LEFT : ProofSigning.Known.STRANGER);
    }

    /** Of somebody who left: nothing that he signs counts any more, whoever vouched for him. */
    static void take(Pins pins, UUID vault, PublicKeys keys) {
        pins.put(name(vault, keys), LEFT);
    }

    /**
     * Whom this workstation trusts it trusts from now on, whoever vouches for them later. A recovery kit that another
     * came after counts no more: it was used, lost, or seen.
     */
    void remember() {
        var held = all.stream().filter(this::holds).toList();
        var kit = held.stream().filter(this::isKit).mapToInt(key -> key.keyVersion).max().orElse(0);
        held.forEach(key -> {
            if (isKit(key) && key.keyVersion < kit) {
                take(pins, vault, key.keys());
            } else {
                give(pins, vault, key.keys());
            }
        });
    }

    /** By what the fingerprint covers, not by what somebody wrote beside the keys. */
    private boolean isKit(TechnicianKey key) {
        return key.technicianId.equals(vault);
    }

    /** A generation has one key for ever: another one was slipped in. */
    void pin(VaultKey key) {
        var name = "vault." + vault + ".key." + key.generation();
        var mark = key.mark();
        if (!pins.get(name).orElse(mark).equals(mark)) {
            throw new Problem(ErrorCode.SECRET_GRANT_FORGED);
        }
        pins.put(name, mark);
    }

    /** The trusted keys of a technician and a version. */
    Optional<PublicKeys> keys(UUID technician, int version) {
        return all.stream().filter(key -> key.technicianId.equals(technician) && key.keyVersion == version)
                .filter(this::holds).map(TechnicianKey::keys).findFirst();
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
        var pinned = pins.get(name(vault, keys));
        if (keys.equals(own) || pinned.filter(keys.fingerprint()::equals).isPresent()) {
            return true;
        }
        if (pinned.filter(LEFT::equals).isPresent()) {
            return false;
        }
        return steps > 0 && signature != null && all.stream()
                .filter(other -> other.technicianId.equals(key.signedBy))
                .anyMatch(other -> other.keys().vouchedFor(keys, signature) && holds(other, steps - 1));
    }
}
