package dev.rackside.credential;

import dev.rackside.integration.ExchangeSystem;
import dev.rackside.row.Row;
import dev.rackside.text.Coded;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A credential as the list shows it; nothing of its secrets but how they are kept.
 *
 * @param host where the system answers; null where there is no address, or none that is one
 * @param secrets which there are, and how each is kept
 * @param secondsLeft until it expires, by the server's clock when the row was read; null where no end is recorded
 * @param test what the last test found; without a text where there was none
 */
public record CredentialRow(UUID id, @Nullable String name, Coded<ExchangeSystem> system, Coded<CredentialType> type,
        @Nullable String username, @Nullable String host, @Nullable Boolean active, Secrets secrets,
        Coded<TestStatus> test, @Nullable Instant testedAt, @Nullable Instant expiresAt,
        @Nullable Long secondsLeft, @Nullable Instant updatedAt)
        implements
            Row {

    /** As the list's query makes it. */
    public CredentialRow(UUID id, @Nullable String name, @Nullable String system, @Nullable String type,
            @Nullable String username, @Nullable String host, @Nullable Boolean active, String secrets,
            @Nullable String test, @Nullable Instant testedAt, @Nullable Instant expiresAt,
            @Nullable Long secondsLeft, @Nullable Instant updatedAt) {
        this(id, name, Coded.of(ExchangeSystem.class, system), Coded.of(CredentialType.class, type), username, host,
                active, Secrets.of(secrets), Coded.of(TestStatus.class, test), testedAt, expiresAt,
                secondsLeft, updatedAt);
    }
}
