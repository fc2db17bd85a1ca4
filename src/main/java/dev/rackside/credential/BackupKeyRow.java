package dev.rackside.credential;

import dev.rackside.credential.vault.BackupKey;
import dev.rackside.credential.vault.Binding;
import dev.rackside.credential.vault.Envelope;
import dev.rackside.credential.vault.VaultKey;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;

/** A backup key as it lies in the database: sealed by the vault's key, for this row, generation and name alone. */
@SuppressWarnings("ArrayRecordComponent") // lives as long as one call
record BackupKeyRow(UUID id, BackupKey.Name name, byte[] sealed, boolean retired) {

    private static final String ALL = """
            select id, vault_id, generation, key_name, sealed_key, retired_at is not null
            from backup_keys order by generation""";
    private static final String INSERT = """
            insert into backup_keys (id, vault_id, generation, key_name, sealed_key, created_by)
            values (:id, :vault, :generation, :name, :sealed, :by)""";
    private static final String RETIRE = """
            update backup_keys set retired_at = utc_timestamp(6), created_at = created_at where retired_at is null""";
    private static final String RESEAL = """
            update backup_keys set sealed_key = :sealed, created_at = created_at where id = :id""";

    /** By generation. */
    static List<BackupKeyRow> all(StatelessSession session) {
        return session.createNativeQuery(ALL, Object[].class).getResultList().stream()
                .map(row -> new BackupKeyRow(UUID.fromString((String) row[0]),
                        new BackupKey.Name(UUID.fromString((String) row[1]), ((Number) row[2]).intValue(),
                                (String) row[3]),
                        (byte[]) row[4], ((Number) row[5]).intValue() != 0))
                .toList();
    }

    /** The one that backups are encrypted by. */
    static Optional<BackupKeyRow> inUse(List<BackupKeyRow> rows) {
        return rows.stream().filter(row -> !row.retired()).reduce((_, newer) -> newer);
    }

    static void insert(StatelessSession session, UUID id, BackupKey key, VaultKey by, String person) {
        var sealed = key.use(secret -> Envelope.seal(by, binding(id, key.name()), secret));
        session.createNativeMutationQuery(INSERT).setParameter("id", id.toString())
                .setParameter("vault", key.name().vault().toString())
                .setParameter("generation", key.name().generation()).setParameter("name", key.name().id())
                .setParameter("sealed", sealed).setParameter("by", person).executeUpdate();
    }

    static int retire(StatelessSession session) {
        return session.createNativeMutationQuery(RETIRE).executeUpdate();
    }

    /** @throws Problem SECRET_KEY_UNKNOWN, SECRET_DAMAGED, SECRET_NOT_OURS */
    BackupKey open(OpenVault vault) {
        var key = BackupKey.of(name.vault(), name.generation(),
                Envelope.open(vault.of(Envelope.generation(sealed)), binding(id, name), sealed));
        if (!key.name().equals(name)) {
            key.close();
            throw new Problem(ErrorCode.SECRET_DAMAGED);
        }
        return key;
    }

    /** Whether a key of the vault's that isn't the newest seals it. */
    boolean behind(OpenVault vault) {
        return Envelope.isOurs(sealed) && Envelope.generation(sealed) < vault.newest().generation();
    }

    /** Seals it by the vault's newest key. */
    void reseal(StatelessSession session, OpenVault vault) {
        try (var key = open(vault)) {
            var fresh = key.use(secret -> Envelope.seal(vault.newest(), binding(id, name), secret));
            session.createNativeMutationQuery(RESEAL).setParameter("sealed", fresh).setParameter("id", id.toString())
                    .executeUpdate();
        }
    }

    private static Binding binding(UUID id, BackupKey.Name name) {
        return new Binding("backup_keys.sealed_key", id, name.generation(), name.id());
    }
}
