package dev.rackside.integration;

import dev.rackside.db.Database;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long exchanges are kept, and the only way to remove them. What succeeded is kept {@value #SUCCEEDED_DAYS} days,
 * what failed {@value #FAILED_DAYS}; what is unknown, pending or of no recorded outcome stays, and so does whatever is
 * about a ticket that is linked and not closed. Nothing is removed by itself: an administrator does it.
 */
public final class Retention {

    public static final int SUCCEEDED_DAYS = 400;
    public static final int FAILED_DAYS = 800;

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    /** So many are removed in one transaction. */
    private static final int BATCH = 500;

    private static final DateTimeFormatter SQL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final List<String> OUTCOMES = List.of("succeeded", "failed");

    /** Both tables may be another program's, with collations that differ. */
    private static final String NOT_OF_AN_OPEN_TICKET = """
             and not exists (select 1 from ticket_links t
                where t.ticket_id = convert(e.external_id using utf8mb4) collate utf8mb4_unicode_ci
                    and t.integration_type = convert(e.integration_type using utf8mb4) collate utf8mb4_unicode_ci
                    and coalesce(t.ticket_state, '') <> 'closed')""";
    private static final String NOW = "select date_format(utc_timestamp(6), '%Y-%m-%dT%T.%fZ')";
    private static final String DUE = """
            select e.integration_type, count(*), date_format(min(e.created_at), '%Y-%m-%dT%T.%fZ'),
                date_format(max(e.created_at), '%Y-%m-%dT%T.%fZ')
            from external_integrations e
            where (e.outcome = 'succeeded' and e.created_at < :succeeded
                or e.outcome = 'failed' and e.created_at < :failed)"""
            + NOT_OF_AN_OPEN_TICKET + " group by e.integration_type order by count(*) desc, e.integration_type";
    private static final String NEXT = """
            select e.id, e.integration_type, cast(e.created_at as char) from external_integrations e
            where e.outcome = :outcome and e.created_at < :before and e.created_at >= :at
                and (e.created_at > :at or e.id > :after)"""
            + NOT_OF_AN_OPEN_TICKET + " order by e.created_at, e.id limit :most for update";
    private static final String REMOVE = "delete from external_integrations where id in (:ids)";

    private final Database database;
    private final Supplier<String> who;
    private final BooleanSupplier administrator;

    /**
     * @param who the person that removes
     * @param administrator whether that person may
     */
    public Retention(Database database, Supplier<String> who, BooleanSupplier administrator) {
        this.database = database;
        this.who = who;
        this.administrator = administrator;
    }

    /**
     * What was removed.
     *
     * @param bySystem how many of each, by the system as it stands in the rows; the empty text where they name none
     * @param complete whether all that was meant is gone, and not only what was gone before a stop
     */
    public record Removed(Map<String, Long> bySystem, boolean complete) {

        public long count() {
            return bySystem.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** Whether this person may remove anything. */
    public boolean allowed() {
        return administrator.getAsBoolean();
    }

    /** @throws Problem ADMINISTRATOR_ONLY where this person may not remove anything */
    public void refuseOthers() {
        if (!allowed()) {
            throw new Problem(ErrorCode.ADMINISTRATOR_ONLY, who.get());
        }
    }

    /** What the rule would remove now; removes nothing. */
    public RetentionPlan plan() {
        return database.read(session -> {
            var asOf = Instant.parse(session.createNativeQuery(NOW, String.class).getSingleResult());
            var parts = session.createNativeQuery(DUE, Object[].class)
                    .setParameter("succeeded", before(asOf, SUCCEEDED_DAYS))
                    .setParameter("failed", before(asOf, FAILED_DAYS)).getResultList().stream()
                    .map(part -> new RetentionPlan.Part((String) part[0], ((Number) part[1]).longValue(),
                            Instant.parse((String) part[2]), Instant.parse((String) part[3])))
                    .toList();
            return new RetentionPlan(asOf, parts);
        });
    }

    /**
     * Removes what a plan means, a few hundred at a time. A row that was taken up again meanwhile, because its ticket
     * was linked or opened, stays. What was removed, and by whom, stands in the log file.
     *
     * @param goOn told after each transaction how many are gone; false ends it there
     * @throws Problem ADMINISTRATOR_ONLY where this person may not
     */
    public Removed prune(RetentionPlan plan, LongPredicate goOn) {
        refuseOthers();
        var removed = new TreeMap<String, Long>();
        var complete = false;
        try {
            complete = OUTCOMES.stream().allMatch(outcome -> prune(plan.asOf(), outcome, removed, goOn));
        } finally {
            LOG.info("{} removed exchanges by the rule (succeeded {} days, failed {} days, as of {}): {}{}", who.get(),
                    SUCCEEDED_DAYS, FAILED_DAYS, plan.asOf(), removed, complete ? "" : ", not all that was meant");
        }
        return new Removed(removed, complete);
    }

    private boolean prune(Instant asOf, String outcome, Map<String, Long> removed, LongPredicate goOn) {
        var until = before(asOf, outcome.equals("failed") ? FAILED_DAYS : SUCCEEDED_DAYS);
        var last = new Last("1000-01-01 00:00:00", "");
        while (true) {
            var from = last;
            var batch = database.write(session -> batch(session, outcome, until, from));
            if (batch.isEmpty()) {
                return true;
            }
            batch.forEach(row -> removed.merge(row.system() == null ? "" : row.system(), 1L, Long::sum));
            last = batch.getLast().last();
            if (!goOn.test(removed.values().stream().mapToLong(Long::longValue).sum())) {
                return false;
            }
        }
    }

    /** Where the next batch goes on. */
    private record Last(String at, String id) {}

    private record Gone(@Nullable String system, Last last) {}

    private static List<Gone> batch(StatelessSession session, String outcome, String until, Last from) {
        var rows = session.createNativeQuery(NEXT, Object[].class).setParameter("outcome", outcome)
                .setParameter("before", until).setParameter("at", from.at()).setParameter("after", from.id())
                .setParameter("most", BATCH).getResultList();
        if (!rows.isEmpty()) {
            session.createNativeMutationQuery(REMOVE)
                    .setParameterList("ids", rows.stream().map(row -> (String) row[0]).toList()).executeUpdate();
        }
        return rows.stream().map(row -> new Gone((String) row[1], new Last((String) row[2], (String) row[0]))).toList();
    }

    private static String before(Instant asOf, int days) {
        return SQL.format(asOf.minus(Duration.ofDays(days)));
    }
}
