package dev.rackside.plan;

import dev.rackside.integration.Fields;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A plan with its latest run, as the system that runs it tells.
 *
 * @param id the system's own id of the plan
 * @param type the system's word: {@code VMBackup}
 * @param companyId the system's own id of the customer; null where it tells only the name
 * @param status the system's word for how the run ended: {@code UnexpectedlyClosed}
 * @param lastStart null where it never ran
 * @param dataCopied in bytes
 * @param whole all that was told of it
 */
record ReportedPlan(String id, @Nullable String name, @Nullable String type, @Nullable String company,
        @Nullable String companyId, @Nullable String computer, @Nullable String storage, String status,
        @Nullable Instant lastStart, @Nullable Instant nextStart, @Nullable String duration,
        @Nullable Long dataCopied, @Nullable Long filesCopied, @Nullable Long filesFailed, @Nullable String error,
        Fields whole) {

    /** Under which its customer is mapped; by its name only where the system has no id for it. */
    @Nullable
    String customerKey() {
        return companyId != null ? companyId : company == null ? null : "name:" + company;
    }

    /** Under which its computer is mapped; two customers may each have an SRV01. */
    @Nullable
    String computerKey() {
        return computer == null ? null : customerKey() == null ? computer : customerKey() + "/" + computer;
    }
}
