package dev.rackside.credential;

import dev.rackside.access.Who;
import dev.rackside.credential.vault.Grant;
import dev.rackside.credential.vault.PublicKeys;
import dev.rackside.credential.vault.RecoveryKit;
import dev.rackside.credential.vault.SealedKeys;
import dev.rackside.credential.vault.TechnicianKeys;
import dev.rackside.credential.vault.VaultKey;
import dev.rackside.db.Database;
import dev.rackside.db.Ids;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * The door to the vault: makes it, opens it by a password or the recovery kit, and closes it. While it is open, its keys
 * are here alone, off the heap. But for {@link #lock} and {@link #isOpen} every call takes its time, so none is made on
 * the screen thread. Passwords are not changed; the caller wipes them.
 */
public final class VaultService implements AutoCloseable {

    /** A shorter one is found by trying. */
    public static final int SHORTEST_PASSWORD = 14;

    /** How the vault stands for the person at this workstation. */
    public enum Standing {
        /** There is none in this database. */
        NONE,
        /** There is one, and nobody granted it to this person yet. */
        NOT_GRANTED, LOCKED, OPEN
    }

    private final Database database;
    private final Who who;
    private final Pins pins;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private @Nullable Held open;

    /** An open vault and how many use it right now: it is closed when it was dropped and the last of them is done. */
    private static final class Held {
        private final OpenVault vault;
        private int uses;
        private boolean dropped;

        Held(OpenVault vault) {
            this.vault = vault;
        }

        void closeWhereUnused() {
            if (dropped && uses == 0) {
                vault.close();
            }
        }
    }

    /** @param pins what this workstation has seen of this database's vault */
    public VaultService(Database database, Who who, Pins pins) {
        this.database = database;
        this.who = who;
        this.pins = pins;
    }

    /** Is called, on any thread, whenever the vault was opened or locked. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    public synchronized boolean isOpen() {
        return open != null;
    }

    public Standing standing() {
        if (isOpen()) {
            return Standing.OPEN;
        }
        return database.read(session -> {
            var tables = new VaultTables_(session);
            if (tables.grants().isEmpty()) {
                return Standing.NONE;
            }
            return mine(tables).filter(key -> !tables.grantsTo(key.id).isEmpty()).isPresent()
                    ? Standing.LOCKED
                    : Standing.NOT_GRANTED;
        });
    }

    /**
     * Makes this database's vault and opens it.
     *
     * @return what opens it when the password is forgotten; shown once, then closed by the caller
     * @throws Problem VAULT_THERE, VAULT_NEEDS_PERSON where the account has no entry among the people, PASSWORD_SHORT
     */
    public RecoveryKit create(char[] password) {
        refuseShort(password);
        var me = me();
        var vault = UUID.randomUUID();
        var kit = RecoveryKit.generate();
        var mine = TechnicianKeys.generate(me, 1);
        var key = VaultKey.generate(vault);
        try (var kits = kit.keys(vault)) {
            var sealed = SealedKeys.seal(mine, password, null);
            var keyId = Ids.next();
            database.write(session -> {
                var tables = new VaultTables_(session);
                if (!tables.grants().isEmpty()) {
                    throw new Problem(ErrorCode.VAULT_THERE);
                }
                var now = Database.serverClock(session);
                // Each vouches for the other: whoever has one of them can tell that the other's grants are right.
                tables.insert(new TechnicianKey(keyId, me, mine.known(), sealed, now).vouchedBy(kits));
                var kitId = Ids.next();
                tables.insert(new TechnicianKey(kitId, null, kits.known(), null, now).vouchedBy(mine));
                tables.insert(new VaultGrant(Ids.next(), vault, 1, keyId, Grant.make(mine, mine.known(), key, now),
                        now));
                tables.insert(new VaultGrant(Ids.next(), vault, 1, kitId, Grant.make(mine, kits.known(), key, now),
                        now));
                return keyId;
            });
            trust(vault, mine.known());
            trust(vault, kits.known());
            opened(new OpenVault(vault, keyId, mine, new ConcurrentSkipListMap<>(Map.of(1, key))));
            return kit;
        } catch (RuntimeException e) {
            kit.close();
            mine.close();
            key.close();
            throw e;
        }
    }

    /**
     * Opens the vault; what it takes is the stretching of the password.
     *
     * @throws Problem SECRET_PASSWORD_WRONG, or what is wrong with the keys or the grants
     */
    public void unlock(char[] password) {
        var rows = database.read(session -> {
            var tables = new VaultTables_(session);
            var key = mineOf(session);
            return new Rows(key, tables.grantsTo(key.id), tables.keys());
        });
        var sealed = rows.sealed();
        var keys = SealedKeys.open(sealed, rows.key().technicianId, rows.key().keyVersion, password, null);
        var again = SealedKeys.isWeak(sealed) ? SealedKeys.seal(keys, password, null) : null;
        opened(granted(rows, keys));
        if (again != null) {
            // Where another workstation did the same meanwhile, its keys are as good.
            write(rows.key(), again);
        }
    }

    /** A person's keys, what was granted to them, and everybody's public keys. */
    private record Rows(TechnicianKey key, List<VaultGrant> grants, List<TechnicianKey> all) {

        /** Who granted, where this workstation knows nobody of the vault yet. */
        Optional<PublicKeys> stranger(Pins pins, UUID vault, TechnicianKeys technician) {
            var trust = new Trust(pins, vault, technician.known(), all);
            if (trust.knowsAnybody()) {
                return Optional.empty();
            }
            return all.stream().filter(key -> Grant.isBy(grants.getLast().grant, key.technicianId, key.keyVersion))
                    .filter(key -> !trust.holds(key)).map(TechnicianKey::keys).findFirst();
        }

        byte[] sealed() {
            if (key.sealedKeys == null) {
                throw new Problem(ErrorCode.SECRET_KEY_UNKNOWN);
            }
            return key.sealedKeys;
        }
    }

    private OpenVault granted(Rows rows, TechnicianKeys technician) {
        var keys = new ConcurrentSkipListMap<Integer, VaultKey>();
        try {
            if (rows.grants().isEmpty()) {
                throw new Problem(ErrorCode.SECRET_KEY_UNKNOWN);
            }
            var vault = rows.grants().getLast().vaultId;
            rows.stranger(pins, vault, technician).ifPresent(keysOfStranger -> {
                throw new Problem(ErrorCode.VAULT_GRANTER_UNKNOWN, keysOfStranger.fingerprint());
            });
            for (var grant : rows.grants()) {
                keys.put(grant.generation, Grant.open(grant.grant, vault, grant.generation, technician,
                        (granter, version) -> trusted(rows, technician, vault, granter, version)));
            }
            keys.values().forEach(this::pin);
            return new OpenVault(vault, rows.key().id, technician, keys);
        } catch (RuntimeException e) {
            keys.values().forEach(VaultKey::close);
            technician.close();
            throw e;
        }
    }

    private Optional<PublicKeys> trusted(Rows rows, TechnicianKeys technician, UUID vault, UUID granter, int version) {
        return rows.all().stream().filter(key -> key.technicianId.equals(granter) && key.keyVersion == version)
                .filter(key -> new Trust(pins, vault, technician.known(), rows.all()).holds(key))
                .map(TechnicianKey::keys).findFirst();
    }

    Trust trust(OpenVault vault, List<TechnicianKey> all) {
        return new Trust(pins, vault.vault(), vault.technician().known(), all);
    }

    /** From now on this workstation takes these for that technician's keys. */
    void trust(UUID vault, PublicKeys keys) {
        pins.put(Trust.name(vault, keys), keys.fingerprint());
    }

    /**
     * Takes the keys by which the vault was granted for those of the person who is said to have granted it: after their
     * fingerprint was compared, by voice or in person. Only for a workstation that knows nobody of this vault yet.
     *
     * @param fingerprint as {@code VAULT_GRANTER_UNKNOWN} told it
     */
    public void trust(String fingerprint) {
        var all = database.read(session -> new Rows(mineOf(session), new VaultTables_(session).grants(),
                new VaultTables_(session).keys()));
        var vault = all.grants().getLast().vaultId;
        all.all().stream().map(TechnicianKey::keys).filter(keys -> keys.fingerprint().equals(fingerprint)).findFirst()
                .ifPresent(keys -> trust(vault, keys));
    }

    /**
     * Makes keys for this person, by which somebody who has the vault can grant it to them.
     *
     * @return what the other one compares before granting
     * @throws Problem PASSWORD_SHORT, VAULT_NEEDS_PERSON
     */
    public PublicKeys enrol(char[] password) {
        refuseShort(password);
        var me = me();
        var version = database.read(session -> mine(new VaultTables_(session)).map(key -> key.keyVersion).orElse(0))
                + 1;
        try (var keys = TechnicianKeys.generate(me, version)) {
            var sealed = SealedKeys.seal(keys, password, null);
            return database.write(session -> {
                new VaultTables_(session).insert(
                        new TechnicianKey(Ids.next(), me, keys.known(), sealed, Database.serverClock(session)));
                return keys.known();
            });
        }
    }

    /** This person's public keys; nothing where they have none. */
    public Optional<PublicKeys> enrolled() {
        return database.read(session -> mine(new VaultTables_(session)).map(TechnicianKey::keys));
    }

    /** A generation has one key for ever: another one was slipped in. */
    void pin(VaultKey key) {
        var name = "vault." + key.vault() + ".key." + key.generation();
        var mark = key.mark();
        if (!pins.get(name).orElse(mark).equals(mark)) {
            throw new Problem(ErrorCode.SECRET_GRANT_FORGED);
        }
        pins.put(name, mark);
    }

    /** Drops all keys, at once; work that is under way with them is finished first. */
    public void lock() {
        if (drop(null)) {
            listeners.forEach(Runnable::run);
        }
    }

    private void opened(OpenVault vault) {
        drop(new Held(vault));
        listeners.forEach(Runnable::run);
    }

    /** Whether one was open before. */
    private synchronized boolean drop(@Nullable Held next) {
        var before = open;
        open = next;
        if (before != null) {
            before.dropped = true;
            before.closeWhereUnused();
        }
        return before != null;
    }

    /**
     * Seals one's keys under another password.
     *
     * @throws Problem SECRET_PASSWORD_WRONG for the old one, PASSWORD_SHORT for the new one
     */
    public void changePassword(char[] before, char[] after) {
        refuseShort(after);
        var key = database.read(this::mineOf);
        var sealed = Objects.requireNonNull(key.sealedKeys);
        try (var keys = SealedKeys.open(sealed, key.technicianId, key.keyVersion, before, null)) {
            reseal(key, SealedKeys.seal(keys, after, null));
        }
    }

    private void reseal(TechnicianKey key, byte[] sealed) {
        if (!write(key, sealed)) {
            throw new Problem(ErrorCode.EDIT_CONFLICT);
        }
    }

    /** Whether nobody wrote them meanwhile. */
    private boolean write(TechnicianKey key, byte[] sealed) {
        return database.write(session -> new VaultTables_(session).reseal(key.id, key.rowVersion, sealed)) == 1;
    }

    /**
     * Whether a kit that somebody typed back opens this vault; remembers that it was tried.
     *
     * @throws Problem KIT_MISREAD, KIT_OTHER where it belongs to another vault
     */
    public void tryKit(char[] typed) {
        try (var kit = RecoveryKit.read(typed); var _ = kitVault(kit)) {
            database.write(session -> new VaultTables_(session).kitTested(kitKey(session).id));
        }
    }

    /** Whether somebody typed the kit back once; until then nobody knows whether it can be read. */
    public boolean kitTried() {
        return database.read(session -> kitKey(session).kitTestedAt != null);
    }

    private static TechnicianKey kitKey(StatelessSession session) {
        return new VaultTables_(session).keys().stream().filter(key -> key.apiUserId == null).findFirst()
                .orElseThrow(() -> new Problem(ErrorCode.KIT_OTHER));
    }

    private OpenVault kitVault(RecoveryKit kit) {
        var rows = database.read(session -> {
            var key = kitKey(session);
            return new Rows(key, new VaultTables_(session).grantsTo(key.id), new VaultTables_(session).keys());
        });
        var keys = kit.keys(rows.key().technicianId);
        if (!keys.known().equals(rows.key().keys())) {
            keys.close();
            throw new Problem(ErrorCode.KIT_OTHER);
        }
        return granted(rows, keys);
    }

    /**
     * Gives this person new keys under a new password, by means of the kit, and opens the vault.
     *
     * @throws Problem KIT_MISREAD, KIT_OTHER, PASSWORD_SHORT, VAULT_NEEDS_PERSON
     */
    public void recover(char[] typed, char[] password) {
        refuseShort(password);
        var me = me();
        try (var kit = RecoveryKit.read(typed); var vault = kitVault(kit)) {
            var version = database.read(session -> mine(new VaultTables_(session)).map(key -> key.keyVersion)
                    .orElse(0)) + 1;
            try (var fresh = TechnicianKeys.generate(me, version)) {
                var sealed = SealedKeys.seal(fresh, password, null);
                trust(vault.vault(), vault.technician().known());
                database.write(session -> {
                    var tables = new VaultTables_(session);
                    var now = Database.serverClock(session);
                    var keyId = Ids.next();
                    tables.insert(new TechnicianKey(keyId, me, fresh.known(), sealed, now)
                            .vouchedBy(vault.technician()));
                    vault.keys().forEach((generation, key) -> tables.insert(new VaultGrant(Ids.next(), vault.vault(),
                            generation, keyId, Grant.make(vault.technician(), fresh.known(), key, now), now)));
                    return keyId;
                });
            }
        }
        unlock(password);
    }

    /**
     * Does something with the open vault's keys.
     *
     * @throws Problem VAULT_LOCKED where it isn't open
     */
    <T> T use(Function<OpenVault, T> work) {
        Held held;
        synchronized (this) {
            if (open == null) {
                throw new Problem(ErrorCode.VAULT_LOCKED);
            }
            held = open;
            held.uses++;
        }
        try {
            return work.apply(held.vault);
        } finally {
            synchronized (this) {
                held.uses--;
                held.closeWhereUnused();
            }
        }
    }

    /** The newest version of each row's secrets that this workstation saw; an older one was put back. */
    void seen(UUID credential, long version) {
        var name = "credential." + credential;
        var newest = pins.get(name).map(Long::parseLong).orElse(0L);
        if (version < newest) {
            throw new Problem(ErrorCode.SECRET_OLDER);
        }
        pins.put(name, Long.toString(version));
    }

    private Optional<TechnicianKey> mine(VaultTables_ tables) {
        return who.id() == null ? Optional.empty() : tables.keysOf(who.id()).stream().findFirst();
    }

    private TechnicianKey mineOf(StatelessSession session) {
        return mine(new VaultTables_(session)).orElseThrow(() -> new Problem(ErrorCode.SECRET_KEY_UNKNOWN));
    }

    private UUID me() {
        if (who.id() == null) {
            throw new Problem(ErrorCode.VAULT_NEEDS_PERSON, who.username());
        }
        return who.id();
    }

    private static void refuseShort(char[] password) {
        if (password.length < SHORTEST_PASSWORD) {
            throw new Problem(ErrorCode.PASSWORD_SHORT, SHORTEST_PASSWORD);
        }
    }

    @Override
    public void close() {
        lock();
    }
}
