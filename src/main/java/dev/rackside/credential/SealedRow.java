package dev.rackside.credential;

import dev.rackside.credential.Secrets.Place;
import dev.rackside.credential.vault.Binding;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * What is sealed in a credential's row. No column of it is mapped; here alone they are read and written.
 *
 * @param version of all secrets of the row
 * @param generation of the vault's key by which they are sealed; null where none is
 * @param kind the row's type, which is sealed with them
 * @param columns what stands in the columns that hold something
 */
record SealedRow(UUID id, long version, @Nullable Integer generation, @Nullable String kind,
        Map<Place, byte[]> columns) {

    /** In the order of the statements below. */
    private static final List<Place> PLACES = List.of(Place.API_KEY, Place.PASSWORD, Place.TOKEN, Place.REFRESH_TOKEN,
            Place.HOOK);

    private static final String READ = """
            select secret_version, vault_generation, credential_type, api_key_encrypted, password_encrypted,
                oauth_token_encrypted, oauth_refresh_token_encrypted, webhook_url_encrypted
            from integration_credentials where id = :id""";
    private static final String WRITE = """
            update integration_credentials set api_key_encrypted = ?1, password_encrypted = ?2,
                oauth_token_encrypted = ?3, oauth_refresh_token_encrypted = ?4, webhook_url_encrypted = ?5,
                vault_generation = ?6, secret_version = secret_version + 1, row_version = row_version + 1,
                updated_at = utc_timestamp(6), created_at = created_at
            where id = ?7 and secret_version = ?8 and vault_generation <=> ?9 and credential_type <=> ?10""";

    /** @throws Problem ROW_GONE where it was deleted */
    static SealedRow read(StatelessSession session, UUID id) {
        var row = session.createNativeQuery(READ, Object[].class).setParameter("id", id.toString())
                .getSingleResultOrNull();
        if (row == null) {
            throw new Problem(ErrorCode.ROW_GONE, Messages.get("credential.this"));
        }
        var columns = new EnumMap<Place, byte[]>(Place.class);
        for (var at = 0; at < PLACES.size(); at++) {
            if (row[at + 3] instanceof byte[] stored && stored.length > 0) {
                columns.put(PLACES.get(at), stored);
            }
        }
        return new SealedRow(id, ((Number) row[0]).longValue(), row[1] == null ? null : ((Number) row[1]).intValue(),
                (String) row[2], columns);
    }

    /**
     * Writes all columns anew under the next version.
     *
     * @return whether the row was still as it was read
     */
    boolean write(StatelessSession session, Map<Place, byte[]> sealed, @Nullable Integer by) {
        var update = session.createNativeMutationQuery(WRITE);
        for (var at = 0; at < PLACES.size(); at++) {
            update.setParameter(at + 1, sealed.get(PLACES.get(at)), byte[].class);
        }
        return update.setParameter(6, by, Integer.class).setParameter(7, id.toString()).setParameter(8, version)
                .setParameter(9, generation, Integer.class).setParameter(10, kind, String.class).executeUpdate() == 1;
    }

    Binding binding(Place column, long atVersion) {
        return new Binding("integration_credentials." + name(column), id, atVersion,
                kind == null ? "" : kind);
    }

    /** Every column of this row, of each kind. */
    Stream<Binding> bindings() {
        return Stream.of(CredentialType.values()).flatMap(type -> PLACES.stream()
                .map(column -> new SealedRow(id, version, generation, Coded.code(type), columns)
                        .binding(column, version)));
    }

    private static String name(Place column) {
        return switch (column) {
            case API_KEY -> "api_key_encrypted";
            case PASSWORD -> "password_encrypted";
            case TOKEN -> "oauth_token_encrypted";
            case REFRESH_TOKEN -> "oauth_refresh_token_encrypted";
            case HOOK -> "webhook_url_encrypted";
            case PLAIN_HOOK -> throw new IllegalArgumentException("Nothing is sealed in webhook_url");
        };
    }
}
