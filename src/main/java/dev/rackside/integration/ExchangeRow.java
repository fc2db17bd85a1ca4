package dev.rackside.integration;

import dev.rackside.row.Row;
import dev.rackside.text.Coded;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An exchange as the log shows it.
 *
 * @param outcome without a text where it was not recorded
 * @param client the name of the session's client; null where it has none
 */
public record ExchangeRow(UUID id, @Nullable Instant createdAt, Coded<ExchangeSystem> system,
        Coded<ExchangeAction> action, Coded<Direction> direction, Coded<ExchangeOutcome> outcome,
        @Nullable Integer httpStatus, @Nullable Integer durationMs, @Nullable String externalId,
        @Nullable UUID sessionId, @Nullable String client, @Nullable String createdBy) implements Row {

    /** As the list's query makes it. */
    public ExchangeRow(UUID id, @Nullable Instant createdAt, @Nullable String system, @Nullable String action,
            @Nullable String direction, @Nullable String outcome, @Nullable Integer httpStatus,
            @Nullable Integer durationMs, @Nullable String externalId, @Nullable UUID sessionId,
            @Nullable String client, @Nullable String createdBy) {
        this(id, createdAt, Coded.of(ExchangeSystem.class, system), Coded.of(ExchangeAction.class, action),
                Coded.of(Direction.class, direction), Coded.of(ExchangeOutcome.class, outcome), httpStatus,
                durationMs, externalId, sessionId, client, createdBy);
    }

    /** How long it took; null where nobody measured. */
    public @Nullable Duration duration() {
        return durationMs == null || durationMs < 0 ? null : Duration.ofMillis(durationMs);
    }
}
