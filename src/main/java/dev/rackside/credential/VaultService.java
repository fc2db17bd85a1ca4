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
import java.util.function.Predicate;
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
    private @Nullable HeldVault open;

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
        try (var kits = kit.keys(vault, 1)) {
            var sealed = SealedKeys.seal(mine, password, null);
            var keyId = Ids.next();
            // Before the vault is there: a full disk must not leave one whose kit nobody has seen.
            Trust.give(pins, vault, mine.known());
            Trust.give(pins, vault, kits.known());
            database.write(session -> {
                var tables = new VaultTables_(session);
                if (!tables.grants().isEmpty()) {
                    throw new Problem(ErrorCode.VAULT_THERE);
                }
                var now = Database.serverClock(session);
                // Each vouches for the other: whoever has one of them can tell that the other's grants are right.
                tables.insert(new TechnicianKey(keyId, me, mine.known(), sealed, now).vouchedBy(kits));
                var kitKey = TechnicianKey.ofKit(kits.known(), now).vouchedBy(mine);
                tables.insert(kitKey);
                tables.insert(new VaultGrant(Ids.next(), vault, 1, keyId, Grant.make(mine, mine.known(), key, now),
                        now));
                tables.insert(new VaultGrant(Ids.next(), vault, 1, kitKey.id, Grant.make(mine, kits.known(), key, now),
                        now));
                VaultEvent.note(session, who, VaultEventType.CREATED, null);
                return keyId;
            }, landed(keyId), keyId);
            opened(new OpenVault(vault, keyId, mine, new ConcurrentSkipListMap<>(Map.of(1, key))));
            return kit;
        } catch (RuntimeException e) {
            kit.close();
            mine.close();
            key.close();
            // Somebody made one at the same moment.
            throw e instanceof Problem problem && problem.code() == ErrorCode.ALREADY_THERE
                    ? new Problem(ErrorCode.VAULT_THERE, e)
                    : e;
        }
    }

    /**
     * Opens the vault; what it takes is the stretching of the password.
     *
     * @throws Problem SECRET_PASSWORD_WRONG, or what is wrong with the keys or the grants
     */
    public void unlock(char[] password) {
        var granted = database.read(session -> Granted.read(session, mineOf(session)));
        var key = granted.key();
        var sealed = granted.sealedKeys();
        var keys = SealedKeys.open(sealed, key.technicianId, key.keyVersion, password, null);
        var again = SealedKeys.isWeak(sealed) ? SealedKeys.seal(keys, password, null) : null;
        opened(granted.open(keys, pins));
        if (again != null) {
            // Where another workstation did the same meanwhile, its keys are as good.
            database.write(session -> new VaultTables_(session).reseal(key.id, key.rowVersion, again));
        }
    }

    /**
     * Takes the keys by which the vault was granted for those of the person who is said to have granted it: after their
     * fingerprint was compared, by voice or in person. Only for a workstation that knows nobody of this vault yet.
     *
     * @param fingerprint as {@code VAULT_GRANTER_UNKNOWN} told it
     */
    public void trust(String fingerprint) {
        var granted = database.read(session -> Granted.read(session, mineOf(session)));
        var vault = granted.grants().getLast().vaultId;
        granted.all().stream().map(TechnicianKey::keys).filter(keys -> keys.fingerprint().equals(fingerprint))
                .findFirst().ifPresent(keys -> Trust.give(pins, vault, keys));
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
        var version = nextVersion();
        try (var keys = TechnicianKeys.generate(me, version)) {
            var sealed = SealedKeys.seal(keys, password, null);
            var keyId = Ids.next();
            return database.write(session -> {
                new VaultTables_(session).insert(
                        new TechnicianKey(keyId, me, keys.known(), sealed, Database.serverClock(session)));
                return keys.known();
            }, landed(keyId), keys.known());
        }
    }

    /** This person's public keys; nothing where they have none. */
    public Optional<PublicKeys> enrolled() {
        return database.read(session -> mine(new VaultTables_(session)).map(TechnicianKey::keys));
    }

    /** Drops all keys, at once; work that is under way with them is finished first. */
    public void lock() {
        if (drop(null)) {
            listeners.forEach(Runnable::run);
        }
    }

    private void opened(OpenVault vault) {
        drop(new HeldVault(vault));
        listeners.forEach(Runnable::run);
    }

    /** Whether one was open before. */
    private synchronized boolean drop(@Nullable HeldVault next) {
        var before = open;
        open = next;
        if (before != null) {
            before.drop();
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
            var fresh = SealedKeys.seal(keys, after, null);
            database.write(session -> {
                if (new VaultTables_(session).reseal(key.id, key.rowVersion, fresh) != 1) {
                    throw new Problem(ErrorCode.EDIT_CONFLICT);
                }
                VaultEvent.note(session, who, VaultEventType.PASSWORD_CHANGED, null);
                return key.id;
            });
        }
    }

    /**
     * Does something with the open vault's keys.
     *
     * @throws Problem VAULT_LOCKED where it isn't open; after VAULT_RENEWED it isn't any more
     */
    <T> T use(Function<OpenVault, T> work) {
        HeldVault held;
        OpenVault taken;
        synchronized (this) {
            if (open == null) {
                throw new Problem(ErrorCode.VAULT_LOCKED);
            }
            held = open;
            taken = held.take();
        }
        try {
            return work.apply(taken);
        } catch (Problem problem) {
            if (problem.code() == ErrorCode.VAULT_RENEWED) {
                lock();
            }
            throw problem;
        } finally {
            held.done();
        }
    }

    /** Tells after a lost connection whether a commit arrived: the keys have an id that was made here. */
    static Predicate<StatelessSession> landed(UUID key) {
        return session -> new VaultTables_(session).keyById(key).isPresent();
    }

    int nextVersion() {
        return database.read(session -> mine(new VaultTables_(session)).map(key -> key.keyVersion).orElse(0)) + 1;
    }

    Who who() {
        return who;
    }

    Pins pins() {
        return pins;
    }

    private Optional<TechnicianKey> mine(VaultTables_ tables) {
        return who.id() == null ? Optional.empty() : tables.keysOf(who.id()).stream().findFirst();
    }

    private TechnicianKey mineOf(StatelessSession session) {
        return mine(new VaultTables_(session)).orElseThrow(() -> new Problem(ErrorCode.SECRET_KEY_UNKNOWN));
    }

    UUID me() {
        if (who.id() == null) {
            throw new Problem(ErrorCode.VAULT_NEEDS_PERSON, who.username());
        }
        return who.id();
    }

    static void refuseShort(char[] password) {
        if (password.length < SHORTEST_PASSWORD) {
            throw new Problem(ErrorCode.PASSWORD_SHORT, SHORTEST_PASSWORD);
        }
    }

    @Override
    public void close() {
        lock();
    }
}
