package dev.rackside.credential;

import dev.rackside.credential.vault.BackupKey;
import dev.rackside.db.Database;
import dev.rackside.db.Ids;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The door to the keys that backups are encrypted by. They are sealed in the vault, and this workstation keeps copies of
 * those that it takes backups by. But for {@link #standing} and {@link #find} all needs the open vault; every call
 * takes its time, so none is made on the screen thread.
 */
public final class BackupKeyService implements BackupKeySource {

    private final Database database;
    private final VaultService vault;
    private final BackupKeyCopies copies;

    public BackupKeyService(Database database, VaultService vault, BackupKeyCopies copies) {
        this.database = database;
        this.vault = vault;
        this.copies = copies;
    }

    /**
     * How backups of this database are encrypted.
     *
     * @param newest the key in use; empty where backups aren't encrypted
     * @param generations how many keys there are, with those that only open older files
     * @param here how many of them this workstation has
     * @param newestHere whether the one in use is among them
     */
    public record Standing(Optional<BackupKey.Name> newest, int generations, int here, boolean newestHere) {

        public boolean on() {
            return newest.isPresent();
        }
    }

    /** Where this workstation keeps or would keep its copy of a key. */
    public Path file(BackupKey.Name name) {
        return copies.file(name.vault(), name.generation());
    }

    public Standing standing() {
        var rows = database.read(BackupKeyRow::all);
        var newest = BackupKeyRow.inUse(rows).map(BackupKeyRow::name);
        var here = rows.stream().filter(row -> isHere(row.name())).toList();
        return new Standing(newest, rows.size(), here.size(),
                newest.filter(name -> here.stream().anyMatch(row -> row.name().equals(name))).isPresent());
    }

    private boolean isHere(BackupKey.Name name) {
        return copies.find(name.vault(), name.generation()).map(key -> {
            try (key) {
                return key.name().equals(name);
            }
        }).orElse(false);
    }

    /**
     * Makes the first key, or the next one: backups are encrypted by it from now on, and this workstation has a copy.
     *
     * @throws Problem VAULT_LOCKED, VAULT_RENEWED, NOT_WRITABLE; ALREADY_THERE where somebody else did at the same moment
     */
    public BackupKey.Name next() {
        return vault.use(open -> {
            var rows = database.read(BackupKeyRow::all);
            var generation = rows.stream().mapToInt(row -> row.name().generation()).max().orElse(0) + 1;
            try (var key = BackupKey.generate(open.vault(), generation)) {
                // Before anybody encrypts by it: a key that is nowhere opens nothing.
                copies.keep(key);
                var id = Ids.next();
                return database.write(session -> {
                    open.refuseStale(session);
                    BackupKeyRow.retire(session);
                    BackupKeyRow.insert(session, id, key, open.newest(), vault.who().username());
                    VaultEvent.note(session, vault.who(), VaultEventType.BACKUP_KEY_MADE,
                            Integer.toString(generation));
                    return key.name();
                }, session -> BackupKeyRow.all(session).stream().anyMatch(row -> row.id().equals(id)), key.name());
            }
        });
    }

    /** Backups are no longer encrypted; the keys stay, for the files that there are. */
    public void retire() {
        vault.use(_ -> database.write(session -> {
            if (BackupKeyRow.retire(session) > 0) {
                VaultEvent.note(session, vault.who(), VaultEventType.BACKUP_KEY_RETIRED, null);
            }
            return true;
        }));
    }

    /**
     * Copies all keys onto this workstation, which can take and prove backups by them then while the vault is locked.
     *
     * @return the generations, the oldest first
     * @throws Problem VAULT_LOCKED, NOT_WRITABLE, or what is wrong with a key
     */
    public List<Integer> fetch() {
        return vault.use(open -> {
            var rows = database.read(BackupKeyRow::all);
            rows.forEach(row -> {
                try (var key = row.open(open)) {
                    copies.keep(key);
                }
            });
            database.write(session -> {
                VaultEvent.note(session, vault.who(), VaultEventType.BACKUP_KEY_COPIED, null);
                return true;
            });
            return rows.stream().map(row -> row.name().generation()).toList();
        });
    }

    /** This workstation's copy, or out of the vault where it is open. */
    @Override
    public Optional<BackupKey> find(UUID vaultId, int generation) {
        var copy = copies.find(vaultId, generation);
        if (copy.isPresent() || !vault.isOpen()) {
            return copy;
        }
        try {
            return vault.use(open -> database.read(BackupKeyRow::all).stream()
                    .filter(row -> row.name().vault().equals(vaultId) && row.name().generation() == generation)
                    .findFirst().map(row -> row.open(open)));
        } catch (Problem problem) {
            if (problem.code() != ErrorCode.VAULT_LOCKED) {
                throw problem;
            }
            return Optional.empty();
        }
    }
}
