package dev.rackside.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.rackside.db.TestDatabase;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.InvalidDraft;
import dev.rackside.fault.Problem;
import dev.rackside.fault.Violation;
import dev.rackside.row.EditConflict;
import dev.rackside.row.FacetFilter;
import dev.rackside.row.Order;
import dev.rackside.row.PageRequest;
import dev.rackside.row.Versioned;
import dev.rackside.text.Coded;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScheduleServiceTest {

    private static TestDatabase test;
    private static ScheduleService schedules;

    @BeforeAll
    static void open() {
        test = TestDatabase.migrated("schedules", List.of(BackupService.ENTITIES));
        schedules = new ScheduleService(test.database());
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @BeforeEach
    void empty() {
        test.outside("DELETE FROM backup_log", "DELETE FROM backup_schedules");
    }

    @Test
    void scheduleComesBackAsItWasWrittenWithItsNextRun() {
        var draft = draft("Nightly", "0 0 * * * *", true);
        var created = schedules.create(draft);
        assertThat(created.draft()).isEqualTo(draft);
        assertThat(schedules.load(created.id())).isEqualTo(created);
        var detail = schedules.detail(created.id());
        assertThat(detail.nextRunAt()).isAfter(detail.readAt())
                .isCloseTo(detail.readAt(), within(1, ChronoUnit.HOURS));
        assertThat(detail.overdue()).isFalse();
        assertThat(detail.lastBackup()).isNull();
    }

    @Test
    void otherTimesPlanTheNextRunAnewAndOnlyThen() {
        var created = schedules.create(draft("Nightly", "0 0 4 29 2 *", true));
        var planned = schedules.detail(created.id()).nextRunAt();
        assertThat(planned).isNotNull();
        test.outside("UPDATE backup_schedules SET next_run_at = '2026-01-01 00:00:00'");
        var renamed = schedules.save(created, draft("Leap", "0 0 4 29 2 *", true));
        assertThat(schedules.detail(created.id()).nextRunAt()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        var off = schedules.save(renamed, draft("Leap", "0 0 4 29 2 *", false));
        assertThat(schedules.detail(created.id()).nextRunAt()).isNull();
        schedules.save(off, draft("Leap", "0 0 4 29 2 *", true));
        assertThat(schedules.detail(created.id()).nextRunAt()).isEqualTo(planned);
    }

    @Test
    void listIsNarrowedSearchedAndOrdered() {
        schedules.create(draft("Nightly", "0 30 2 * * *", true));
        schedules.create(draft("Weekly", "0 0 3 * * SUN", true));
        schedules.create(draft("Old", "0 0 3 * * *", false));
        test.outside("UPDATE backup_schedules SET next_run_at = utc_timestamp() - interval 1 day,"
                + " backup_type = 'weekly', verify_level = 'hash', time_zone = 'UTC' WHERE name = 'Weekly'");
        assertThat(names(filter().with(ScheduleFacet.STATE, Set.of("overdue")))).containsExactly("Weekly");
        assertThat(names(filter().with(ScheduleFacet.STATE, Set.of("on")))).containsExactly("Nightly");
        assertThat(names(filter().with(ScheduleFacet.STATE, Set.of("off")))).containsExactly("Old");
        assertThat(names(filter().with(ScheduleFacet.TYPE, Set.of("weekly")))).containsExactly("Weekly");
        assertThat(names(filter().with(ScheduleFacet.VERIFY, Set.of("hash")))).containsExactly("Weekly");
        assertThat(names(filter().with(ScheduleFacet.ZONE, Set.of("UTC")))).containsExactly("Weekly");
        assertThat(names(filter().withText("WEEK"))).containsExactly("Weekly");
        assertThat(schedules.facets(filter())).containsOnlyKeys(ScheduleFacet.values());
        for (var column : List.of("name", "type", "verify", "zone", "next", "last", "updated")) {
            assertThat(schedules.list(filter()).page(PageRequest.start(Order.by(column), 10)).rows()).as(column)
                    .hasSize(3);
        }
        assertThat(schedules.list(filter()).page(PageRequest.start(Order.by("name"), 3)).rows().getLast())
                .satisfies(row -> assertThat(row.overdueAt(Instant.now().plus(Duration.ofMinutes(1)))).isTrue());
    }

    @Test
    void whatBreaksARuleIsRefusedBesideItsField() {
        assertThat(new ScheduleDraft(" ", Coded.of(BackupType.class, "yearly"), "0 99 2 * * *", "Mars/Olympus",
                "backups", 0, 0, 0, 0, 0, Coded.of(VerifyLevel.class, null), true, 0).violations())
                .extracting(Violation::field).containsExactly("name", "type", "timeZone", "cronExpression",
                        "targetDirectory", "retentionCount", "retentionDays", "retentionDaily",
                        "retentionWeekly", "retentionMonthly", "verifyLevel", "missedAfterMinutes");
        assertThat(draft("Never", "0 0 0 31 6 *", true).violations()).extracting(Violation::key)
                .containsExactly("schedule.rule.never");
    }

    @Test
    void pathsOfEverySystemAreAbsolute() {
        for (var path : List.of("/srv/backups", "D:\\Backups", "d:/backups", "\\\\NAS01\\backups")) {
            assertThat(at(path).violations()).as(path).isEmpty();
        }
        for (var path : List.of("backups", "./x", "~/x", "\\x", "C:")) {
            assertThat(at(path).violations()).as(path).extracting(Violation::key)
                    .containsExactly("schedule.rule.directory");
        }
    }

    @Test
    void nameIsTakenOnce() {
        schedules.create(draft("Nightly", "0 30 2 * * *", true));
        assertThatThrownBy(() -> schedules.create(draft("NIGHTLY", "0 30 2 * * *", true)))
                .satisfies(refused("name", "schedule.rule.taken"));
    }

    @Test
    void oddTimesOfAnotherProgramStayInTheListAndCanBeMended() {
        var created = schedules.create(draft("Nightly", "0 30 2 * * *", true));
        test.outside("UPDATE backup_schedules SET cron_expression = 'every night', time_zone = 'Mars/Olympus Mons'");
        assertThat(schedules.row(created.id())).get().satisfies(row -> assertThat(row.times()).isEmpty());
        var odd = schedules.load(created.id());
        var draft = odd.draft();
        var renamed = schedules.save(odd, new ScheduleDraft("Night", draft.type(), draft.cronExpression(),
                draft.timeZone(), draft.targetDirectory(), draft.retentionCount(), draft.retentionDays(),
                draft.retentionDaily(), draft.retentionWeekly(), draft.retentionMonthly(), draft.verifyLevel(),
                draft.enabled(), draft.missedAfterMinutes()));
        assertThat(renamed.draft().cronExpression()).isEqualTo("every night");
        schedules.save(renamed, draft("Night", "0 30 2 * * *", true));
        assertThat(schedules.detail(created.id()).nextRunAt()).isNotNull();
    }

    @Test
    void editOfAnotherIsNotOverwritten() {
        var created = schedules.create(draft("Nightly", "0 30 2 * * *", true));
        test.outside("UPDATE backup_schedules SET retention_days = 7");
        assertThatThrownBy(() -> schedules.save(created, draft("Night", "0 30 2 * * *", true)))
                .isInstanceOf(EditConflict.class);
    }

    @Test
    void deletedScheduleLeavesTheRecordsOfItsBackups() {
        var id = schedules.create(draft("Nightly", "0 30 2 * * *", true)).id();
        test.outside(
                "INSERT INTO backup_log (id, backup_type, file_path, file_size_bytes, backup_started_at, schedule_id,"
                        + " slot_at) VALUES (UUID(), 'daily', '/srv/a', 1, '2026-01-01', '" + id + "', '2026-01-01')",
                "UPDATE backup_schedules SET last_backup_id = (SELECT id FROM backup_log)");
        assertThat(schedules.detail(id).lastBackup()).isNotNull();
        assertThat(schedules.detail(id).backups()).isEqualTo(1);
        assertThat(schedules.dependents(id)).anySatisfy(dependent -> {
            assertThat(dependent.table()).isEqualTo("backup_log");
            assertThat(dependent.deleted()).isFalse();
        });
        schedules.delete(id);
        assertThatThrownBy(() -> schedules.detail(id)).asInstanceOf(type(Problem.class))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ErrorCode.ROW_GONE));
        assertThat(new BackupService(test.database()).list(BackupFilter.ALL).count()).isEqualTo(1);
    }

    private static ScheduleDraft draft(String name, String times, boolean enabled) {
        return new ScheduleDraft(name, Coded.of(BackupType.DAILY), times, "Europe/Berlin", "/srv/backups", 30, null,
                14, 8, null, Coded.of(VerifyLevel.COMPARE), enabled, 60);
    }

    private static ScheduleDraft at(String directory) {
        return new ScheduleDraft("a", Coded.of(BackupType.DAILY), "0 30 2 * * *", "Europe/Berlin", directory, null,
                null, null, null, null, Coded.of(VerifyLevel.NONE), true, 60);
    }

    private static FacetFilter<ScheduleFacet> filter() {
        return FacetFilter.all();
    }

    private static List<String> names(FacetFilter<ScheduleFacet> filter) {
        return schedules.list(filter).page(PageRequest.start(ScheduleService.DEFAULT_ORDER, 10)).rows().stream()
                .map(ScheduleRow::name).toList();
    }

    private static Consumer<@Nullable Throwable> refused(String field, String key) {
        return thrown -> assertThat(thrown).asInstanceOf(type(InvalidDraft.class))
                .satisfies(invalid -> assertThat(invalid.violations()).singleElement().satisfies(violation -> {
                    assertThat(violation.field()).isEqualTo(field);
                    assertThat(violation.key()).isEqualTo(key);
                }));
    }
}
