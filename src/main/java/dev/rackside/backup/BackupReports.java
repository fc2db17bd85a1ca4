package dev.rackside.backup;

import dev.rackside.db.Database;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import org.hibernate.StatelessSession;

/** The door to what can be told of many backups at once. Every call reads the database, none on the screen thread. */
public final class BackupReports {

    private static final int MONTHS = 12;
    /** So many of the newest are compared with each other. */
    private static final int COMPARED = 60;
    /** The clocks of no zone are apart by less, so a quarter of an hour is of one day wherever one is. */
    private static final int QUARTER = 900;

    private static final String FAILED = "(lower(coalesce(outcome, '')) in ('failed', 'abandoned'))";
    private static final String RANK = "(case when " + FAILED + " then 0 else " + Grade.RANK_SQL + " end)";
    private static final String TOOK = """
            floor((unix_timestamp(backup_completed_at) - unix_timestamp(backup_started_at)) * 1000)""";
    private static final String QUARTERS = "select floor(unix_timestamp(backup_started_at) / " + QUARTER
            + "), count(*), sum(case when " + RANK + " = 0 then 1 else 0 end), min(" + RANK + "), max(" + RANK
            + "), max(case when " + RANK + " > 0 then file_size_bytes end), max(case when " + RANK + " > 0 then "
            + TOOK + " end) from backup_log where backup_started_at >= :from and backup_started_at < :until"
            + " and (outcome is null or lower(outcome) <> 'running') group by 1 order by 1";
    private static final String NEWEST = """
            from BackupRun r where r.startedAt < :until and (r.outcome = 'succeeded' or r.completedAt is not null \
            and (r.outcome is null or r.outcome not in ('running', 'failed', 'abandoned'))) \
            order by r.startedAt desc, r.id desc""";
    private static final DateTimeFormatter SQL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Database database;
    private final BackupService backups;

    public BackupReports(Database database) {
        this.database = database;
        backups = new BackupService(database);
    }

    /**
     * The last twelve months up to today, by the days of a zone. One grouped query reads all of it, whatever the number
     * of backups.
     */
    public BackupHistory history(ZoneId zone) {
        var summary = backups.summary();
        var today = LocalDate.ofInstant(summary.readAt(), zone);
        var first = today.minusMonths(MONTHS).plusDays(1);
        var proved = summary.newestProved();
        return database.read(session -> new BackupHistory(zone, first, today,
                days(session, BackupPeriod.of(first, today, zone), zone), summary,
                proved == null
                        ? null
                        : new BackupRuns_(session).byId(proved.id())
                                .map(run -> VerificationReport.of(run.verificationDetails).duration()).orElse(null),
                anomalies(session, summary.readAt())));
    }

    private static List<BackupDay> days(StatelessSession session, BackupPeriod period, ZoneId zone) {
        var days = new TreeMap<LocalDate, BackupDay>();
        for (var quarter : session.createNativeQuery(QUARTERS, Object[].class)
                .setParameter("from", SQL.format(period.from())).setParameter("until", SQL.format(period.until()))
                .getResultList()) {
            var part = day(quarter, zone);
            days.merge(part.day(), part, BackupDay::and);
        }
        return List.copyOf(days.values());
    }

    private static BackupDay day(Object[] quarter, ZoneId zone) {
        var start = Instant.ofEpochSecond(number(quarter[0]) * QUARTER);
        return new BackupDay(LocalDate.ofInstant(start, zone), number(quarter[1]), number(quarter[2]),
                Grade.ranked((int) number(quarter[3])), Grade.ranked((int) number(quarter[4])),
                quarter[5] == null ? null : Long.valueOf(number(quarter[5])),
                quarter[6] == null || number(quarter[6]) < 0
                        ? null
                        : java.time.Duration.ofMillis(number(quarter[6])));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    /** Of those that are late enough for a person to do something about it. */
    private static List<Anomaly> anomalies(StatelessSession session, Instant now) {
        var figures = session.createSelectionQuery(NEWEST, BackupRun.class)
                .setParameter("until", now.plusSeconds(86_400)).setMaxResults(COMPARED).getResultList().stream()
                .map(Anomalies.Figures::of).filter(Objects::nonNull).toList();
        return Anomalies.of(figures).stream()
                .filter(each -> each.startedAt().isAfter(now.minus(BackupSummary.LATELY))).toList();
    }
}
