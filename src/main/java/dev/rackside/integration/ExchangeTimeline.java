package dev.rackside.integration;

import java.time.Instant;
import java.util.List;

/**
 * What was exchanged about one thing.
 *
 * @param externalId its system's own id: a ticket's, mostly
 * @param rows the newest first
 * @param more whether there are older ones that were not read
 * @param readAt the server's clock
 */
public record ExchangeTimeline(String externalId, List<ExchangeRow> rows, boolean more, Instant readAt) {

    /** So many exchanges are read of one thing. */
    public static final int MOST = 200;

    public ExchangeTimeline {
        rows = List.copyOf(rows);
    }
}
