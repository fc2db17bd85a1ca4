package dev.rackside.insight;

import java.time.Instant;
import java.util.List;

/**
 * What the evidence on an insight says together.
 *
 * @param supported the grade that it supports
 * @param observations each with its moment, the newest first; the oldest are left out where there are very many
 * @param newest the newest ones in full
 * @param readAt the server's clock when it was read
 */
public record EvidenceSummary(SupportedGrade supported, List<SupportedGrade.Observation> observations,
        List<EvidenceRow> newest, Instant readAt) {

    public EvidenceSummary {
        observations = List.copyOf(observations);
        newest = List.copyOf(newest);
    }
}
