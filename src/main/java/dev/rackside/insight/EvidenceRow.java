package dev.rackside.insight;

import dev.rackside.row.Row;
import dev.rackside.text.Coded;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One recorded observation.
 *
 * @param source where it comes from, as it stands in the row: technician, session, import
 * @param machine the host name of the machine it was made on; null where there is none, or it is gone
 * @param session the title of the session it was made in; null where there is none, or it is gone
 */
public record EvidenceRow(UUID id, Coded<Outcome> outcome, String whatWasTried, @Nullable String expected,
        @Nullable String observed, String source, @Nullable String recordedBy, Instant observedAt,
        @Nullable String machine, @Nullable UUID sessionId, @Nullable String session) implements Row {

    /** As the query makes it. */
    public EvidenceRow(UUID id, String outcome, String whatWasTried, @Nullable String expected,
            @Nullable String observed, String source, @Nullable String recordedBy, Instant observedAt,
            @Nullable String machine, @Nullable UUID sessionId, @Nullable String session) {
        this(id, Coded.of(Outcome.class, outcome), whatWasTried, expected, observed, source, recordedBy, observedAt,
                machine, sessionId, session);
    }
}
