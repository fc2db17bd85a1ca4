package dev.rackside.credential;

import dev.rackside.credential.vault.RecoveryKit;
import dev.rackside.credential.vault.SealedKeys;
import dev.rackside.credential.vault.TechnicianKeys;
import dev.rackside.db.Database;
import dev.rackside.db.Ids;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import org.hibernate.StatelessSession;

/**
 * The door to the vault's recovery kit: tries it, opens the vault by it when a password is forgotten, and makes another
 * one. Every call takes its time, so none is made on the screen thread. What was typed is not changed; the caller wipes
 * it.
 */
public final class VaultKits {

    private final Database database;
    private final VaultService vault;

    public VaultKits(Database database, VaultService vault) {
        this.database = database;
        this.vault = vault;
    }

    /**
     * Whether a kit that somebody typed back opens this vault; remembers that it was tried.
     *
     * @throws Problem KIT_MISREAD, KIT_OTHER where it belongs to another vault, or was replaced
     */
    public void attempt(char[] typed) {
        try (var kit = RecoveryKit.read(typed); var _ = open(kit)) {
            database.write(session -> new VaultTables_(session).kitTested(key(session).id));
        }
    }

    /** Whether somebody typed the kit back once; until then nobody knows whether it can be read. */
    public boolean tried() {
        return database.read(session -> key(session).kitTestedAt != null);
    }

    private static TechnicianKey key(StatelessSession session) {
        return new VaultTables_(session).keys().stream().filter(key -> key.apiUserId == null).findFirst()
                .orElseThrow(() -> new Problem(ErrorCode.KIT_OTHER));
    }

    private OpenVault open(RecoveryKit kit) {
        var granted = database.read(session -> Granted.read(session, key(session)));
        var keys = kit.keys(granted.key().technicianId);
        if (!keys.known().equals(granted.key().keys())) {
            keys.close();
            throw new Problem(ErrorCode.KIT_OTHER);
        }
        return granted.open(keys, vault.pins());
    }

    /**
     * Gives this person new keys under a new password, by means of the kit, and opens the vault.
     *
     * @throws Problem KIT_MISREAD, KIT_OTHER, PASSWORD_SHORT, VAULT_NEEDS_PERSON
     */
    public void recover(char[] typed, char[] password) {
        VaultService.refuseShort(password);
        var me = vault.me();
        try (var kit = RecoveryKit.read(typed);
                var opened = open(kit);
                var fresh = TechnicianKeys.generate(me, vault.nextVersion())) {
            var sealed = SealedKeys.seal(fresh, password, null);
            var keyId = Ids.next();
            Trust.give(vault.pins(), opened.vault(), opened.technician().known());
            database.write(session -> {
                var now = Database.serverClock(session);
                new VaultTables_(session).insert(new TechnicianKey(keyId, me, fresh.known(), sealed, now)
                        .vouchedBy(opened.technician()));
                opened.giveAll(session, keyId, fresh.known(), now);
                return keyId;
            }, VaultService.landed(keyId), keyId);
        }
        vault.unlock(password);
    }

    /**
     * Makes another kit in place of the one there is, which opens nothing any more: it was lost, or somebody saw it.
     *
     * @return shown once, then closed by the caller
     * @throws Problem VAULT_LOCKED
     */
    public RecoveryKit replace() {
        return vault.use(open -> {
            var kit = RecoveryKit.generate();
            try (var keys = kit.keys(open.vault())) {
                var keyId = Ids.next();
                Trust.give(vault.pins(), open.vault(), keys.known());
                database.write(session -> {
                    var tables = new VaultTables_(session);
                    var now = Database.serverClock(session);
                    tables.forgetKits();
                    tables.insert(new TechnicianKey(keyId, null, keys.known(), null, now)
                            .vouchedBy(open.technician()));
                    open.giveAll(session, keyId, keys.known(), now);
                    // The kit vouches for who has it in hand to trust, as the first one did.
                    tables.vouch(open.keyId(), keys.known().technician(), keys.vouch(open.technician().known()));
                    return keyId;
                }, VaultService.landed(keyId), keyId);
                return kit;
            } catch (RuntimeException e) {
                kit.close();
                throw e;
            }
        });
    }
}
