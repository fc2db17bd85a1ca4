package dev.rackside.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.db.Database;
import dev.rackside.text.Coded;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Schedules that run by themselves, by db-scheduler on a real server; two workstations in one program. */
class ClockworkTest {

    private static final Clockwork.Beat FAST = new Clockwork.Beat(Duration.ofMillis(150), Duration.ofMillis(100),
            Duration.ofSeconds(8));

    private static FaultBench bench;
    private static ScheduleService schedules;

    private final List<SlotNotice> told = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void open() throws IOException {
        bench = new FaultBench();
        Files.createDirectories(bench.folder.resolve("backups"));
        schedules = new ScheduleService(bench.test.database());
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    private Clockwork clockwork(String holder, BackupMaker maker) {
        var runner = new ScheduleRunner(bench.test.database(), maker, () -> "mara.ellis", told::add, new RunnerTerms(
                Duration.ofSeconds(4), 1, Duration.ofMillis(50), holder, Database::serverClock));
        return new Clockwork(bench.test.database(), runner, told::add, FAST);
    }

    private static UUID add(String name, String cron) {
        return add(name, cron, bench.folder.resolve("backups").toString());
    }

    private static UUID add(String name, String cron, String directory) {
        return schedules.create(new ScheduleDraft(name, Coded.of(BackupType.DAILY), cron, "UTC", directory, null, null,
                null, null, null, Coded.of(VerifyLevel.NONE),
                true, 120)).id();
    }

    private static void due(UUID schedule) {
        bench.test.outside("UPDATE backup_schedules SET next_run_at = UTC_DATE() WHERE id = '" + schedule + "'");
    }

    private static List<SlotRow> slots(UUID schedule) {
        return schedules.detail(schedule).slots();
    }

    private static boolean succeeded(UUID schedule) {
        return slots(schedule).stream().anyMatch(slot -> slot.outcome().known() == SlotOutcome.SUCCEEDED);
    }

    private static void until(BooleanSupplier holds) throws InterruptedException {
        var end = Instant.now().plusSeconds(15);
        while (!holds.getAsBoolean() && Instant.now().isBefore(end)) {
            Thread.sleep(50);
        }
        assertThat(holds.getAsBoolean()).isTrue();
    }

    @Test
    void f17OfTwoWorkstationsOneRunsWhatIsDueAndAChangedScheduleIsFollowed() throws Exception {
        var first = add("First", "0 0 0 * * *");
        due(first);
        try (var _ = clockwork("ana-pc", bench.maker()).start(); var _ = clockwork("ben-pc", bench.maker()).start()) {
            until(() -> succeeded(first));
            var second = add("Second", "0 0 0 * * *");
            due(second);
            until(() -> succeeded(second));
            schedules.delete(second);
            until(() -> "1".equals(bench.test.ask("SELECT COUNT(*) FROM scheduled_tasks")));
        }
        assertThat(bench.test.ask("SELECT COUNT(*) FROM backup_log WHERE schedule_id = '" + first + "'"))
                .isEqualTo("1");
        assertThat(schedules.detail(first).nextRunAt()).isAfter(bench.test.database().ping());
        assertThat(bench.test.ask("SELECT execution_time = next_run_at FROM scheduled_tasks JOIN backup_schedules ON "
                + "task_instance = backup_schedules.id")).isEqualTo("1");
        schedules.delete(first);
    }

    @Test
    void aScheduleWhoseDirectoryIsOnAnotherWorkstationIsLeftToIt() throws Exception {
        var away = bench.folder.resolve("another's disk");
        var there = add("Away", "0 0 0 * * *", away.toString());
        var share = add("Share", "0 0 0 * * *", "\\\\NAS01\\backups");
        var here = add("Here", "0 0 0 * * *");
        List.of(there, share, here).forEach(ClockworkTest::due);
        try (var _ = clockwork("ana-pc", bench.maker()).start()) {
            until(() -> succeeded(here));
            assertThat(slots(there)).isEmpty();
            assertThat(slots(share)).isEmpty();
            assertThat(away).doesNotExist();
            Files.createDirectories(away);
            until(() -> succeeded(there));
        }
        List.of(there, share, here).forEach(schedules::delete);
    }

    @Test
    void f18WhatADeadWorkstationHadIsTakenOverWhenItsLeaseIsOver() throws Exception {
        var schedule = add("Dead", "0 0 0 * * *");
        due(schedule);
        var dead = new Slots(bench.test.database(), Database::serverClock, Duration.ofSeconds(2), "dead-pc");
        assertThat(dead.claim(schedule, false)).isInstanceOf(Claim.Mine.class);
        bench.test.outside("INSERT INTO scheduled_tasks (task_name, task_instance, picked, picked_by, last_heartbeat) "
                + "VALUES ('backup-schedule', '" + schedule + "', 1, 'dead-pc', UTC_TIMESTAMP() - INTERVAL 1 HOUR)");
        try (var _ = clockwork("ben-pc", bench.maker()).start()) {
            until(() -> succeeded(schedule));
        }
        assertThat(slots(schedule)).singleElement().satisfies(slot -> assertThat(slot.holder()).isEqualTo("ben-pc"));
        assertThat(bench.test.ask("SELECT fence FROM backup_slots WHERE schedule_id = '" + schedule + "'"))
                .isEqualTo("2");
        schedules.delete(schedule);
    }

    @Test
    void whatIsUnderWayWhenItEndsIsCancelledAndTheNextWorkstationTakesTheSlot() throws Exception {
        var schedule = add("Ended", "0 0 0 * * *");
        due(schedule);
        var slow = bench.maker(bench.folder.resolve("backups"),
                bench.dumpedBy("$REAL \"$@\" | (head -c 3000; sleep 60)"),
                UnaryOperator.identity());
        var files = bench.files();
        var ending = clockwork("ana-pc", slow).start();
        until(() -> told.stream().anyMatch(notice -> notice.kind() == SlotNotice.Kind.BEGAN));
        var before = Instant.now();
        ending.end();
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));
        assertThat(bench.files()).isEqualTo(files);
        try (var _ = clockwork("ben-pc", bench.maker()).start()) {
            until(() -> succeeded(schedule));
        }
        assertThat(slots(schedule).getFirst().holder()).isEqualTo("ben-pc");
        schedules.delete(schedule);
    }

    @Test
    void f20TheServersClockGoesOnByWhatPassesAndNotByTheWorkstationsClock() {
        var passing = new AtomicLong(77);
        var clock = new ServerClock(Instant.parse("2026-03-29T00:59:59Z"), passing::get);
        passing.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(clock.now()).isEqualTo("2026-03-29T01:00:01Z");
        clock.is(Instant.parse("2026-03-29T00:50:00Z"));
        assertThat(clock.now()).isEqualTo("2026-03-29T00:50:00Z");
    }
}
