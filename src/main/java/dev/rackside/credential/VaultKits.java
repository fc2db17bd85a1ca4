package dev.rackside.credential;

import dev.rackside.credential.vault.PublicKeys;
import dev.rackside.credential.vault.RecoveryKit;
import dev.rackside.credential.vault.SealedKeys;
import dev.rackside.credential.vault.TechnicianKeys;
import dev.rackside.db.Database;
import dev.rackside.db.Ids;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
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

    /** Which kit it is: what stands on its paper beside the secret. */
    public record Label(UUID vault, Instant madeAt) {}

    /** @throws Problem KIT_OTHER where there is no vault */
    public Label label() {
        return database.read(session -> {
            var key = key(session);
            return new Label(key.technicianId, key.createdAt);
        });
    }

    /**
     * Whether a kit that somebody typed back opens this vault; remembers that it was tried.
     *
     * @throws Problem KIT_MISREAD, KIT_OTHER where it belongs to another vault, or was used or replaced
     */
    public void attempt(char[] typed) {
        try (var kit = RecoveryKit.read(typed); var _ = open(kit)) {
            database.write(session -> {
                VaultEvent.note(session, vault.who(), VaultEventType.KIT_TESTED, null);
                return new VaultTables_(session).kitTested(key(session).id);
            });
        }
    }

    /** Whether somebody typed the kit back once; until then nobody knows whether it can be read. */
    public boolean tried() {
        return database.read(session -> key(session).kitTestedAt != null);
    }

    /** The newest: those before it open nothing any more. */
    private static TechnicianKey key(StatelessSession session) {
        return new VaultTables_(session).keys().stream().filter(key -> key.apiUserId == null).findFirst()
                .orElseThrow(() -> new Problem(ErrorCode.KIT_OTHER));
    }

    private OpenVault open(RecoveryKit kit) {
        var granted = database.read(session -> Granted.read(session, key(session)));
        var keys = kit.keys(granted.key().technicianId, granted.key().keyVersion);
        if (!keys.known().equals(granted.key().keys())) {
            keys.close();
            throw new Problem(ErrorCode.KIT_OTHER);
        }
        return granted.open(keys, vault.pins());
    }

    /**
     * Gives this person new keys under a new password, by means of the kit, and opens the vault. Who had the kit may have
     * read everything, so the vault gets a new key, as when somebody leaves, and a new kit; what is sealed is still
     * under the old key until {@link VaultMembers#reseal}. Who has the vault by keys that nobody vouches for doesn't get
     * the new one: it is granted to them anew after their fingerprint was compared.
     *
     * @return the new kit, shown once, then closed by the caller
     * @throws Problem KIT_MISREAD, KIT_OTHER, PASSWORD_SHORT, VAULT_NEEDS_PERSON
     */
    public RecoveryKit recover(char[] typed, char[] password) {
        VaultService.refuseShort(password);
        var me = vault.me();
        var fresh = RecoveryKit.generate();
        try (var used = RecoveryKit.read(typed);
                var opened = open(used);
                var mine = TechnicianKeys.generate(me, vault.nextVersion());
                var kit = fresh.keys(opened.vault(), opened.technician().known().version() + 1);
                var next = opened.newest().next()) {
            var sealed = SealedKeys.seal(mine, password, null);
            var keyId = Ids.next();
            Trust.give(vault.pins(), opened.vault(), kit.known());
            // The vault is as before but that the kit holds it; from now on this person does.
            var now = new OpenVault(opened.vault(), keyId, mine, opened.keys());
            database.write(session -> {
                var at = Database.serverClock(session);
                var others = others(session, opened, me);
                var kits = replace(session, opened, kit, at);
                var myKey = new TechnicianKey(keyId, me, mine.known(), sealed, at).vouchedBy(kit);
                new VaultTables_(session).insert(myKey);
                Rotation.grant(session, now, Stream.concat(others.stream(), Stream.of(myKey, kits)).toList(), next, at);
                Stream.of(VaultEventType.RECOVERED, VaultEventType.ROTATED, VaultEventType.KIT_REPLACED)
                        .forEach(type -> VaultEvent.note(session, vault.who(), type, null));
                return keyId;
            }, VaultService.landed(keyId), keyId);
        } catch (RuntimeException e) {
            fresh.close();
            throw e;
        }
        vault.unlock(password);
        return fresh;
    }

    /** Those who have the vault and are vouched for, but for who recovers it and for kits. */
    private List<TechnicianKey> others(StatelessSession session, OpenVault opened, UUID me) {
        var all = new VaultTables_(session).keys();
        var trust = trust(opened, all);
        var had = Rotation.holders(session, opened);
        return Rotation.newest(all).values().stream().filter(key -> had.contains(key.id) && trust.holds(key)
                && !key.technicianId.equals(me) && !key.technicianId.equals(opened.vault())).toList();
    }

    private Trust trust(OpenVault open, List<TechnicianKey> all) {
        return new Trust(vault.pins(), open.vault(), open.technician().known(), all);
    }

    /**
     * Another kit takes the place of the one there is: it vouches for whom that one vouched for, and who has the vault
     * in hand vouches for it. The old ones stay, since others know it by them, and are granted nothing any more.
     */
    private TechnicianKey replace(StatelessSession session, OpenVault open, TechnicianKeys kit, Instant now) {
        open.refuseStale(session);
        var tables = new VaultTables_(session);
        var all = tables.keys();
        var trust = trust(open, all);
        tables.forgetKits();
        all.stream().filter(key -> key.apiUserId != null && open.vault().equals(key.signedBy) && trust.holds(key))
                .forEach(key -> tables.vouch(key.id, kit.known().technician(), kit.vouch(key.keys())));
        var fresh = TechnicianKey.ofKit(kit.known(), now).vouchedBy(open.technician());
        tables.insert(fresh);
        return fresh;
    }

    /**
     * Makes another kit in place of the one there is, which opens nothing any more: it was lost, or somebody saw it.
     *
     * @return shown once, then closed by the caller
     * @throws Problem VAULT_LOCKED, VAULT_RENEWED, ALREADY_THERE where somebody else made one at the same moment
     */
    public RecoveryKit replace() {
        return vault.use(open -> {
            var kit = RecoveryKit.generate();
            var version = database.read(session -> key(session).keyVersion) + 1;
            try (var keys = kit.keys(open.vault(), version)) {
                Trust.give(vault.pins(), open.vault(), keys.known());
                database.write(session -> {
                    var now = Database.serverClock(session);
                    var fresh = replace(session, open, keys, now);
                    open.giveAll(session, fresh.id, keys.known(), now);
                    VaultEvent.note(session, vault.who(), VaultEventType.KIT_REPLACED, null);
                    return fresh.id;
                }, landed(keys.known()), TechnicianKey.ofKit(keys.known(), Instant.EPOCH).id);
                return kit;
            } catch (RuntimeException e) {
                kit.close();
                throw e;
            }
        });
    }

    /** The id of a kit's row is another's too; the keys are its own. */
    private static Predicate<StatelessSession> landed(PublicKeys keys) {
        return session -> new VaultTables_(session).keys().stream().anyMatch(key -> key.keys().equals(keys));
    }
}
