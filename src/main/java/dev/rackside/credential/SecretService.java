package dev.rackside.credential;

import dev.rackside.credential.Secrets.Place;
import dev.rackside.credential.vault.Binding;
import dev.rackside.credential.vault.Envelope;
import dev.rackside.db.Database;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.text.Messages;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;

/**
 * The door to the secrets themselves: seals them into their columns and opens one at a time. Needs the open vault; every
 * call reads or writes the database, so none is made on the screen thread.
 */
public final class SecretService {

    private static final String ALL = """
            select id, secret_version, credential_type from integration_credentials""";

    private static final String PLAIN_HOOK = """
            select webhook_url from integration_credentials where id = :id and webhook_url <> ''""";
    private static final String NO_PLAIN_HOOK = """
            update integration_credentials set webhook_url = null, row_version = row_version + 1,
                updated_at = utc_timestamp(6), created_at = created_at
            where id = :id""";

    private final Database database;
    private final VaultService vault;

    public SecretService(Database database, VaultService vault) {
        this.database = database;
        this.vault = vault;
    }

    /**
     * Writes secrets of one credential. The others that are sealed are sealed anew with them, so that old and new can't
     * be mixed; what another program wrote stays, unless it is replaced here.
     *
     * @param changes a secret to be sealed, or nothing where it is to be taken away; not changed, the caller wipes them
     * @throws Problem VAULT_LOCKED, VAULT_RENEWED, ROW_GONE, EDIT_CONFLICT, or what is wrong with a secret that is there
     */
    public void write(UUID credential, Map<Place, Optional<char[]>> changes) {
        write(credential, changes, true);
    }

    /** The same of what the system itself gave for what is known to whoever had it: nobody has to know of that. */
    void renew(UUID credential, Map<Place, Optional<char[]>> changes) {
        write(credential, changes, false);
    }

    private void write(UUID credential, Map<Place, Optional<char[]>> changes, boolean noted) {
        vault.use(open -> database.write(session -> {
            open.refuseStale(session);
            var row = SealedRow.read(session, credential);
            var sealed = sealed(open, row, changes);
            var ours = sealed.values().stream().anyMatch(Envelope::isOurs);
            if (!row.write(session, sealed, ours ? Integer.valueOf(open.newest().generation()) : null)) {
                throw new Problem(ErrorCode.EDIT_CONFLICT);
            }
            if (noted) {
                changes.forEach((column, secret) -> VaultEvent.note(session, vault.who(), secret.isPresent()
                        ? VaultEventType.SECRET_WRITTEN
                        : VaultEventType.SECRET_REMOVED, credential, column));
            }
            return row.version() + 1;
        }));
        vault.pins().seen(credential, database.read(session -> SealedRow.read(session, credential).version()));
    }

    private static Map<Place, byte[]> sealed(OpenVault open, SealedRow row, Map<Place, Optional<char[]>> changes) {
        var sealed = new EnumMap<Place, byte[]>(Place.class);
        row.columns().forEach((column, stored) -> {
            if (!changes.containsKey(column)) {
                sealed.put(column, again(open, row, column, stored));
            }
        });
        changes.forEach((column, secret) -> secret.ifPresent(value -> {
            var json = SecretJson.of(value);
            sealed.put(column, Envelope.seal(open.newest(), row.binding(column, row.version() + 1), json));
            Arrays.fill(json, (byte) 0);
        }));
        return sealed;
    }

    /**
     * Seals a copy of a hook's address that another program left in the clear; the original stays.
     *
     * @throws Problem VAULT_LOCKED, ROW_GONE where it is gone, EDIT_CONFLICT
     */
    public void sealPlainHook(UUID credential) {
        var plain = database.read(session -> session.createNativeQuery(PLAIN_HOOK, String.class)
                .setParameter("id", credential.toString()).getSingleResultOrNull());
        if (plain == null) {
            throw new Problem(ErrorCode.ROW_GONE, Messages.get("credential.this"));
        }
        write(credential, Map.of(Place.HOOK, Optional.of(plain.toCharArray())));
    }

    /** Takes a hook's address away that stands in the clear. */
    public void removePlainHook(UUID credential) {
        database.write(session -> session.createNativeMutationQuery(NO_PLAIN_HOOK)
                .setParameter("id", credential.toString()).executeUpdate());
    }

    private static byte[] again(OpenVault open, SealedRow row, Place column, byte[] stored) {
        if (!Envelope.isOurs(stored)) {
            return stored;
        }
        var json = Envelope.open(open.of(Envelope.generation(stored)), row.binding(column, row.version()), stored);
        try {
            return Envelope.seal(open.newest(), row.binding(column, row.version() + 1), json);
        } finally {
            Arrays.fill(json, (byte) 0);
        }
    }

    /**
     * Opens one secret.
     *
     * @return to be wiped by the caller
     * @throws Problem VAULT_LOCKED, ROW_GONE, SECRET_NOT_OURS where another program wrote it or none is there, or what is
     *     wrong with it
     */
    public char[] reveal(UUID credential, Place column) {
        return vault.use(open -> database.read(session -> {
            var row = SealedRow.read(session, credential);
            var stored = row.columns().get(column);
            if (stored == null || !Envelope.isOurs(stored)) {
                throw new Problem(ErrorCode.SECRET_NOT_OURS);
            }
            var json = Envelope.open(open.of(Envelope.generation(stored)), row.binding(column, row.version()), stored,
                    others(session, row));
            try {
                vault.pins().seen(credential, row.version());
                return SecretJson.value(json);
            } finally {
                Arrays.fill(json, (byte) 0);
            }
        }));
    }

    /** Where else it could have been sealed for: to be asked only when it doesn't open where it stands. */
    private static Stream<Binding> others(StatelessSession session, SealedRow row) {
        return Stream.concat(row.bindings(), Stream.of(row).flatMap(_ -> session
                .createNativeQuery(ALL, Object[].class).getResultList().stream()
                .flatMap(other -> new SealedRow(UUID.fromString((String) other[0]), ((Number) other[1]).longValue(),
                        null, (String) other[2], Map.of()).bindings())));
    }
}
