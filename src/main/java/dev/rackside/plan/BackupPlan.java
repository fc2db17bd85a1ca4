package dev.rackside.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A plan as it was reported last. */
@Entity
@Table(name = "client_backup_plans")
@SuppressWarnings("NullAway.Init")
class BackupPlan {

    static final int LONGEST = 255;
    private static final int LONGEST_WORD = 50;
    private static final int LONGEST_ERROR = 4000;

    @Id
    UUID id;
    @Column(name = "integration_type")
    String system;
    @Column(name = "external_id")
    String externalId;
    @Column(name = "credential_id")
    @Nullable
    UUID credentialId;
    @Column(name = "plan_name")
    @Nullable
    String name;
    @Column(name = "plan_type")
    @Nullable
    String type;
    @Column(name = "company_name")
    @Nullable
    String company;
    @Column(name = "customer_key")
    @Nullable
    String customerKey;
    @Column(name = "computer_name")
    @Nullable
    String computer;
    @Column(name = "computer_key")
    @Nullable
    String computerKey;
    @Column(name = "storage_type")
    @Nullable
    String storage;
    @Column(name = "run_status")
    @Nullable
    String status;
    @Column(name = "run_state")
    String state;
    @Column(name = "last_start")
    @Nullable
    Instant lastStart;
    @Column(name = "next_start")
    @Nullable
    Instant nextStart;
    @Nullable
    String duration;
    @Column(name = "data_copied")
    @Nullable
    Long dataCopied;
    @Column(name = "files_copied")
    @Nullable
    Long filesCopied;
    @Column(name = "files_failed")
    @Nullable
    Long filesFailed;
    @Column(name = "error_message", columnDefinition = "text")
    @Nullable
    String error;
    @Column(name = "created_at")
    Instant firstSeenAt;
    @Column(name = "last_seen_at")
    Instant lastSeenAt;

    protected BackupPlan() {
    }

    /**
     * Takes what is reported now.
     *
     * @return whether that is a run that ended and wasn't known yet
     */
    boolean take(ReportedPlan plan, UUID credential, Instant seenAt) {
        var known = Objects.equals(status, capped(plan.status(), LONGEST_WORD))
                && Objects.equals(lastStart, micros(plan.lastStart()));
        credentialId = credential;
        name = capped(plan.name(), LONGEST);
        type = capped(plan.type(), LONGEST_WORD);
        keys(plan);
        company = capped(plan.company(), LONGEST);
        computer = capped(plan.computer(), LONGEST);
        storage = capped(plan.storage(), LONGEST_WORD);
        status = capped(plan.status(), LONGEST_WORD);
        state = PlanState.of(plan, seenAt).code();
        lastStart = micros(plan.lastStart());
        nextStart = micros(plan.nextStart());
        duration = capped(plan.duration(), LONGEST_WORD);
        dataCopied = plan.dataCopied();
        filesCopied = plan.filesCopied();
        filesFailed = plan.filesFailed();
        error = capped(plan.error(), LONGEST_ERROR);
        lastSeenAt = seenAt;
        return !known && lastStart != null && !state.equals(PlanState.RUNNING.code());
    }

    /** Where the system doesn't tell ids this time, what is called as before keeps the ids that it had. */
    private void keys(ReportedPlan plan) {
        var same = plan.companyId() == null && customerKey != null
                && Objects.equals(company, capped(plan.company(), LONGEST))
                && Objects.equals(computer, capped(plan.computer(), LONGEST));
        if (!same) {
            customerKey = capped(plan.customerKey(), LONGEST);
            computerKey = capped(plan.computerKey(), LONGEST);
        }
    }

    private static @Nullable Instant micros(@Nullable Instant moment) {
        return moment == null ? null : moment.truncatedTo(ChronoUnit.MICROS);
    }

    static @Nullable String capped(@Nullable String text, int most) {
        return text == null || text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }
}
