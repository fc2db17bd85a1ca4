package dev.rackside.sample;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fourteen months of backups: at first those of another program, which noted little; then Rackside's own, with good
 * ones and all that can go wrong.
 */
final class Backups {

    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
            .withZone(ZoneOffset.UTC);
    private static final int OURS_SINCE_DAYS = 270;
    private static final String COMPARE = "compare";

    private final Stage stage;
    private final Chance chance;
    private final Table schedules;
    private final Table log;
    private final Table changes;
    private final Proofs proofs;

    /** A run that was due: its type, its schedule (none when a person asked), the day counted back from today. */
    private record Run(String type, @Nullable String schedule, Instant at, int daysAgo, String folder) {}

    /** @param level what was reached or tried; empty where nothing was */
    private record Result(@Nullable String outcome, @Nullable String reason, @Nullable String failure, String status,
            String level) {

        static Result good(String level) {
            return new Result("succeeded", null, null, level.equals(COMPARE) ? "passed" : "not_verified", level);
        }
    }

    Backups(Stage stage) {
        this.stage = stage;
        this.chance = stage.chance();
        this.proofs = new Proofs(stage);
        this.schedules = stage.table("backup_schedules", "id", "name", "backup_type", "cron_expression", "time_zone",
                "target_directory", "retention_count", "retention_days", "verify_level", "is_enabled", "last_run_at",
                "next_run_at", "missed_after_minutes", "created_at", "updated_at");
        this.log = stage.table("backup_log", "id", "backup_type", "file_path", "file_size_bytes", "backup_started_at",
                "backup_completed_at", "verification_status", "verification_details", "database_host", "database_name",
                "backup_method", "tool_version", "sha256", "is_encrypted", "outcome", "reason_code", "schedule_id",
                "slot_at", "failure", "taken_by", "workstation", "created_at", "updated_at");
        this.changes = stage.changes("backup_schedules", "last_backup_id", "updated_at");
    }

    void add() {
        var since = stage.daysAgo(OURS_SINCE_DAYS);
        nightly(chance.id(since), since);
        weekly(chance.id(since), since);
        monthly(chance.id(since), since);
        for (var days : List.of(260, 190, 151, 118, 77, 52, 23, 9)) {
            write(new Run(days % 3 == 1 ? "pre-migration" : "manual", null, stage.daysAgo(days)
                    .minus(Duration.ofMinutes(chance.between(5, 400))), days, "/srv/backups/rackside"), null);
        }
        var started = stage.now().minus(Duration.ofMinutes(3));
        write(new Run("manual", null, started, 0, "/srv/backups/rackside"),
                new Result("running", null, null, "not_verified", ""));
    }

    private void nightly(String id, Instant since) {
        var last = Instant.EPOCH;
        var next = slot(stage.today(), 21, 30);
        if (!next.isAfter(stage.now())) {
            next = slot(stage.today().plusDays(1), 21, 30);
        }
        schedules.add(id, "Nightly", "daily", "0 30 21 * * *", ZONE.getId(), "/srv/backups/rackside", 30, 90, COMPARE,
                true, slot(LocalDate.ofInstant(next, ZONE).minusDays(1), 21, 30), next, 120, since, since);
        var newest = "";
        for (var days = Stage.DAYS; days >= 0; days--) {
            var at = slot(stage.today().minusDays(days), 21, 30);
            if (at.isBefore(stage.now().minus(Duration.ofMinutes(20)))) {
                newest = write(new Run("daily", days <= OURS_SINCE_DAYS - 1 ? id : null, at, days,
                        "/srv/backups/rackside"), null);
                last = at;
            }
        }
        changes.add(newest, last, id);
    }

    /** Overdue: the workstation that took them is gone since. */
    private void weekly(String id, Instant since) {
        var last = stage.today().minusDays(9).with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        schedules.add(id, "Weekly copy to the NAS", "weekly", "0 0 3 * * SUN", ZONE.getId(),
                "\\\\TIDE-NAS01\\backups\\rackside", 12, null, COMPARE, true, slot(last, 3, 0),
                slot(last.plusDays(7), 3, 0), 720, since, since);
        var newest = "";
        for (var day = last.minusWeeks(57); !day.isAfter(last); day = day.plusWeeks(1)) {
            newest = write(scheduled("weekly", id, day, "\\\\TIDE-NAS01\\backups\\rackside"), null);
        }
        changes.add(newest, slot(last, 3, 0), id);
    }

    /** Switched off three months ago. */
    private void monthly(String id, Instant since) {
        var last = stage.today().minusDays(95).withDayOfMonth(1);
        schedules.add(id, "Monthly archive", "monthly", "0 0 4 1 * *", ZONE.getId(), "/srv/archive/rackside", 24, null,
                "restore", false, slot(last, 4, 0), null, 1440, since, slot(last.plusDays(20), 10, 0));
        var newest = "";
        for (var day = last.minusMonths(10); !day.isAfter(last); day = day.plusMonths(1)) {
            newest = write(scheduled("monthly", id, day, "/srv/archive/rackside"), null);
        }
        changes.add(newest, slot(last.plusDays(20), 10, 0), id);
    }

    private Run scheduled(String type, String schedule, LocalDate day, String folder) {
        var days = (int) (stage.today().toEpochDay() - day.toEpochDay());
        return new Run(type, days < OURS_SINCE_DAYS ? schedule : null, slot(day, type.equals("weekly") ? 3 : 4, 0),
                days,
                folder);
    }

    private static Instant slot(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(ZONE).toInstant();
    }

    /** Writes a run and gives its id. */
    private String write(Run run, @Nullable Result given) {
        var ours = run.daysAgo() < OURS_SINCE_DAYS;
        var result = given != null ? given : ours ? result(run) : foreign();
        var started = run.schedule() == null ? run.at() : run.at().plusMillis(chance.between(400, 9_000));
        var id = chance.id(started);
        var ends = !"running".equals(result.outcome()) && !"abandoned".equals(result.outcome());
        var completed = ends ? started.plusMillis(chance.between(11_000, 44_000)) : null;
        var kept = result.outcome() == null || "succeeded".equals(result.outcome());
        var file = run.folder() + (run.folder().startsWith("\\") ? "\\" : "/") + "msp_tracking-" + run.type() + "-"
                + STAMP.format(started) + (ours ? ".sql.zst" : ".sql.gz");
        var checked = (completed == null ? started : completed).plusSeconds(chance.between(4, 90));
        var details = kept
                ? ours
                        ? proofs.json(result.level(), checked, run.daysAgo(), result.reason())
                        : proofs.foreign(result.status(), checked)
                : null;
        log.add(id, run.type(), file, kept ? size(run.daysAgo()) : 0L, started, completed, result.status(), details,
                "db1.tidewell.example", "msp_tracking", ours ? "mariadb-dump" : "mysqldump",
                ours ? "mariadb-dump 11.4.5" : null, ours && kept ? chance.hex(64) : null, ours ? false : null,
                result.outcome(), result.reason(), run.schedule(), run.schedule() == null ? null : run.at(),
                result.failure(), ours ? chance.one(People.ADMINISTRATOR, "tomas.brandt") : null,
                ours ? chance.one("TIDE-WS012", "TIDE-WS014") : null, started,
                completed == null ? started : details == null ? completed : checked);
        return id;
    }

    private Result foreign() {
        return new Result(null, null, null, chance.percent(70) ? "passed" : "not_verified", "");
    }

    private Result result(Run run) {
        if (run.type().equals("daily")) {
            switch (run.daysAgo()) {
                case 5, 88, 163, 201 -> {
                    return broken("disk_full", "No space left on device while writing the dump");
                }
                case 34 -> {
                    return broken("connection_lost", "Lost connection to server during query (2013)");
                }
                case 120 -> {
                    return broken("dump_killed", "mariadb-dump ended with signal 9");
                }
                case 47 -> {
                    return new Result("abandoned", "lease_expired", "The workstation was put to sleep", "not_verified",
                            "");
                }
                case 12 -> {
                    return new Result("succeeded", "manifest_differs", null, "failed", COMPARE);
                }
                case 60 -> {
                    return new Result("succeeded", "hash_differs", null, "failed", "hash");
                }
                case 140 -> {
                    return new Result("failed", "object_missing", "View v_open_work: no right to SHOW VIEW", "failed",
                            "");
                }
                default -> {
                }
            }
        }
        if (run.daysAgo() < 3) {
            return Result.good(COMPARE);
        }
        return Result.good(chance.weighted(List.of(COMPARE, "restore", "parse", "hash", ""), level -> switch (level) {
            case COMPARE -> 50;
            case "parse" -> 25;
            default -> 9;
        }));
    }

    private static Result broken(String reason, String failure) {
        return new Result("failed", reason, failure, "not_verified", "");
    }

    private long size(int daysAgo) {
        return 24_600_000L - daysAgo * 31_000L + chance.between(-90_000, 90_000);
    }
}
