package dev.rackside.backup;

import dev.rackside.backup.dump.DumpFailure;
import dev.rackside.backup.dump.SealKey;
import dev.rackside.backup.sealing.MissingKey;
import dev.rackside.backup.sealing.SealedOutput;
import dev.rackside.credential.BackupKeySource;
import dev.rackside.credential.vault.BackupKey;
import dev.rackside.db.Database;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * Whether a database's backups are encrypted, and by which keys.
 *
 * @param on whether a key is in use
 * @param keys all there are, the newest first
 */
record Sealing(boolean on, List<BackupKey.Name> keys) {

    private static final String THERE = """
            select count(*) from information_schema.tables
            where table_schema = database() and table_name = 'backup_keys'""";
    private static final String IN_USE = """
            select count(*) from backup_keys where retired_at is null""";
    private static final String KEYS = """
            select concat(vault_id, '/', generation, '/', key_name) from backup_keys order by generation desc""";

    /** Older tables, which are backed up before they are brought up to date, know of no keys. */
    static Sealing of(Database database) {
        return database.read(session -> count(session, THERE) == 0 || count(session, IN_USE) == 0
                ? new Sealing(false, List.of())
                : new Sealing(true, session.createNativeQuery(KEYS, String.class).getResultList().stream()
                        .map(BackupKey.Name::parse).flatMap(Optional::stream).toList()));
    }

    private static long count(StatelessSession session, String query) {
        return session.createNativeQuery(query, Long.class).getSingleResult();
    }

    /**
     * What a backup is taken by: the key in use, or the newest one before it that this workstation has. Without any none
     * is taken: what is to be encrypted doesn't lie about in the clear.
     *
     * @throws DumpFailure KEY_MISSING
     */
    Keys key(Workshop workshop) {
        if (!on) {
            return new Keys(workshop.sealKey(), null);
        }
        var source = workshop.opening().sealed();
        return keys.stream().map(name -> of(name, source)).flatMap(Optional::stream).findFirst()
                .map(key -> new Keys(SealKey.of(key), key))
                .orElseThrow(() -> new DumpFailure(Reason.KEY_MISSING,
                        keys.isEmpty() ? "" : MissingKey.words(keys.getFirst())));
    }

    /** A key of that generation that isn't the vault's opens nothing for anybody. */
    private static Optional<BackupKey> of(BackupKey.Name name, BackupKeySource source) {
        return source.find(name.vault(), name.generation()).filter(key -> {
            if (!key.name().equals(name)) {
                key.close();
                return false;
            }
            return true;
        });
    }

    /**
     * The keys of one backup.
     *
     * @param encryption null where it isn't encrypted
     */
    record Keys(SealKey manifests, @Nullable BackupKey encryption) implements AutoCloseable {

        /** What the compressed bytes pass last. */
        OutputStream over(OutputStream output, UUID backup) {
            return encryption == null ? output : new SealedOutput(output, encryption, backup);
        }

        @Override
        public void close() {
            if (encryption != null) {
                encryption.close();
            }
        }
    }
}
