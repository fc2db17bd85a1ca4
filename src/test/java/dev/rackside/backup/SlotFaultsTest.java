package dev.rackside.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.db.Database;
import dev.rackside.db.TestServer;
import dev.rackside.text.Coded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The faults of schedules, by their numbers. Clocks step at the one place where the server's clock is read for
 * schedules, {@link ServerTime}; everything else is real.
 */
class SlotFaultsTest {

    private static FaultBench bench;
    private static ScheduleService schedules;
    private static int number;

    private final List<SlotNotice> told = new ArrayList<>();

    /** The server's clock, and how far it is off. */
    private static final class Stepped implements ServerTime {

        private volatile Duration by = Duration.ZERO;

        @Override
        public Instant now(StatelessSession session) {
            return Database.serverClock(session).plus(by);
        }
    }

    @BeforeAll
    static void open() {
        bench = new FaultBench();
        schedules = new ScheduleService(bench.test.database());
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    @BeforeEach
    void forget() {
        bench.test.outside("DELETE FROM backup_schedules");
    }

    private static UUID schedule(String cron, String zone, VerifyLevel verify, @Nullable Integer keep) {
        var draft = new ScheduleDraft("Nightly " + ++number, Coded.of(BackupType.DAILY), cron, zone,
                bench.folder.resolve("backups").toString(), keep, null, null, null, null, Coded.of(verify), true, 120);
        return schedules.create(draft).id();
    }

    /** A schedule whose last time was a moment ago. */
    private static UUID due() {
        return due(VerifyLevel.NONE, null);
    }

    private static UUID due(VerifyLevel verify, @Nullable Integer keep) {
        var now = bench.test.database().ping().truncatedTo(ChronoUnit.MINUTES);
        var time = now.atZone(ZoneOffset.UTC);
        var id = schedule("0 " + time.getMinute() + " " + time.getHour() + " * * *", "UTC", verify, keep);
        bench.test.outside("UPDATE backup_schedules SET next_run_at = '" + now.toString().replace('T', ' ')
                .replace("Z", "") + "' WHERE id = '" + id + "'");
        return id;
    }

    private ScheduleRunner runner(String holder, ServerTime time) {
        return runner(holder, time, bench.maker());
    }

    private ScheduleRunner runner(String holder, ServerTime time, BackupMaker maker) {
        return new ScheduleRunner(bench.test.database(), maker, () -> "mara.ellis", told::add,
                new RunnerTerms(Duration.ofSeconds(2), 3, Duration.ofMillis(50), holder, time));
    }

    private SlotResult run(ScheduleRunner runner, UUID schedule) {
        return runner.due(schedule, Watch.NONE, () -> false);
    }

    private static List<SlotRow> slots(UUID schedule) {
        return schedules.detail(schedule).slots();
    }

    private static String count(String where) {
        return String.valueOf(bench.test.ask("SELECT COUNT(*) FROM backup_log WHERE " + where));
    }

    @Test
    void f17TwoWorkstationsStartTheSameSlotInOneSecondAndExactlyOneRunsIt() throws Exception {
        var schedule = due();
        var together = new CyclicBarrier(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = threads.invokeAll(List.of("ana-pc", "ben-pc").stream()
                    .<Callable<SlotResult>>map(name -> () -> {
                        var runner = runner(name, Database::serverClock, bench.maker(bench.folder.resolve("backups"),
                                bench.dumpedBy("sleep 1; exec $REAL \"$@\""), UnaryOperator.identity()));
                        together.await();
                        return run(runner, schedule);
                    }).toList()).stream().map(each -> each.resultNow()).toList();
            assertThat(results).hasAtLeastOneElementOfType(SlotResult.Done.class);
            var other = results.stream().filter(SlotResult.Taken.class::isInstance).map(SlotResult.Taken.class::cast)
                    .findFirst().orElseThrow();
            assertThat(slots(schedule).getFirst().holder()).isEqualTo(other.holder());
        }
        assertThat(count("schedule_id = '" + schedule + "'")).isEqualTo("1");
        assertThat(slots(schedule)).singleElement().satisfies(slot -> {
            assertThat(slot.outcome().known()).isEqualTo(SlotOutcome.SUCCEEDED);
            assertThat(SlotWords.outcome(slot)).startsWith("taken by ");
        });
        assertThat(run(runner("ana-pc", Database::serverClock), schedule)).as("a day has one slot")
                .isInstanceOf(SlotResult.Nothing.class);
    }

    @Test
    void f18f19WhoSleepsLosesTheSlotByServerTimeAndMayNotPublishWhenHeWakes() throws Exception {
        var schedule = due();
        var asleep = new CountDownLatch(1);
        var wake = new CountDownLatch(1);
        var later = new Stepped();
        later.by = Duration.ofSeconds(30);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sleeper = threads.submit(() -> runner("ana-pc", Database::serverClock).due(schedule, pace -> {
                if (pace.stage() == Watch.Stage.PUBLISH) {
                    asleep.countDown();
                    await(wake);
                }
            }, () -> false));
            await(asleep);
            var partial = bench.files().stream().filter(name -> name.endsWith(".partial")).findFirst().orElseThrow();
            var first = bench.last();
            assertThat(run(runner("ben-pc", later), schedule)).isInstanceOf(SlotResult.Done.class);
            assertThat(bench.service.detail(first).row().outcome().known()).isEqualTo(BackupOutcome.ABANDONED);
            assertThat(bench.service.detail(first).row().reasonCode()).isEqualTo("lease_expired");
            wake.countDown();
            assertThat(sleeper.get()).isInstanceOf(SlotResult.Lost.class);
            assertThat(bench.files()).doesNotContain(partial, partial.replace(".partial", ""));
            assertThat(bench.service.detail(first).row().outcome().known()).isEqualTo(BackupOutcome.ABANDONED);
        }
        assertThat(slots(schedule).getFirst().holder()).isEqualTo("ben-pc");
        assertThat(bench.test.ask("SELECT fence FROM backup_slots WHERE schedule_id = '" + schedule + "'"))
                .isEqualTo("2");
        assertThat(count("schedule_id = '" + schedule + "' AND outcome = 'succeeded'")).isEqualTo("1");
    }

    @Test
    void f18WhoDiesLeavesAPartialThatNobodyUsesAndItsOwnWorkstationTakesAway() throws IOException {
        var schedule = due();
        var dead = new Slots(bench.test.database(), Database::serverClock, Duration.ofSeconds(2), "ana-pc");
        var mine = (Claim.Mine) dead.claim(schedule, false);
        var file = Files.createDirectories(bench.folder.resolve("backups")).resolve("rackside-dead.sql.zst");
        new RunBook(bench.test.database()).begin(UUID.randomUUID(),
                new TakeOrder(BackupType.DAILY, schedule, mine.at(), null), file, bench.test.database().address(),
                "ana");
        var left = bench.last();
        var partial = Files.writeString(Path.of(file + ".partial"), "half");

        assertThat(run(runner("ben-pc", Database::serverClock), schedule)).isInstanceOfSatisfying(
                SlotResult.Taken.class, taken -> assertThat(taken.holder()).isEqualTo("ana-pc"));
        var later = new Stepped();
        later.by = Duration.ofSeconds(30);
        assertThat(run(runner("ben-pc", later), schedule)).isInstanceOf(SlotResult.Done.class);
        assertThat(bench.service.detail(left).row().outcome().known()).isEqualTo(BackupOutcome.ABANDONED);
        assertThat(bench.file(bench.last())).isNotEqualTo(file);
        assertThat(partial).as("it is this workstation's, and nobody writes it").doesNotExist();
        assertThat(dead.renew(mine)).isFalse();
        assertThat(dead.end(mine, SlotOutcome.SUCCEEDED, null, left)).isFalse();
    }

    @Test
    void f20NeitherTheWorkstationsZoneNorSummerTimeDoublesOrSkipsASlot() {
        var zone = TimeZone.getDefault();
        try {
            assertThat(walked("2026-03-27T12:00:00Z", 4)).containsExactly("2026-03-28T01:30:00Z",
                    "2026-03-30T00:30:00Z", "2026-03-31T00:30:00Z");
            assertThat(walked("2026-10-23T12:00:00Z", 4)).containsExactly("2026-10-24T00:30:00Z",
                    "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z", "2026-10-27T01:30:00Z");
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    /** The slots that are given in some days when somebody asks every half hour, wherever the workstation is. */
    private static List<String> walked(String from, int days) {
        var schedule = schedule("0 30 2 * * *", "Europe/Berlin", VerifyLevel.NONE, null);
        bench.test.outside("UPDATE backup_schedules SET next_run_at = NULL WHERE id = '" + schedule + "'");
        var given = new ArrayList<String>();
        for (var now = Instant.parse(from); now.isBefore(Instant.parse(from).plus(Duration.ofDays(days))); now = now
                .plus(Duration.ofMinutes(30))) {
            var moment = now;
            TimeZone.setDefault(TimeZone.getTimeZone(now.getEpochSecond() % 3600 == 0 ? "Asia/Tokyo" : "America/Lima"));
            var slots = new Slots(bench.test.database(), _ -> moment, Duration.ofSeconds(2), "ana-pc");
            if (slots.claim(schedule, false) instanceof Claim.Mine mine) {
                given.add(mine.at().toString());
                assertThat(slots.end(mine, SlotOutcome.SUCCEEDED, null, null)).isTrue();
            }
        }
        return given;
    }

    @Test
    void f21AServersClockThatStepsBackBringsNoSlotAgain() {
        var schedule = due();
        var clock = new Stepped();
        assertThat(run(runner("ana-pc", clock), schedule)).isInstanceOf(SlotResult.Done.class);
        var slot = slots(schedule).getFirst().slotAt();
        clock.by = Duration.ofMinutes(-10);
        assertThat(run(runner("ana-pc", clock), schedule)).isInstanceOf(SlotResult.Nothing.class);
        // Somebody saves other times meanwhile, and the next one is the same again.
        bench.test.outside("UPDATE backup_schedules SET next_run_at = '" + slot.toString().replace("T", " ").replace(
                "Z", "") + "' WHERE id = '" + schedule + "'");
        clock.by = Duration.ZERO;
        var again = run(runner("ben-pc", clock), schedule);
        assertThat(again).isInstanceOfSatisfying(SlotResult.Nothing.class,
                nothing -> assertThat(nothing.again()).isAfter(slot));
        assertThat(count("schedule_id = '" + schedule + "'")).isEqualTo("1");
    }

    @Test
    void f22MissedSlotsAreCaughtUpOnceAndToldByWhoeverStarts() {
        var schedule = schedule("0 0 2 * * *", "UTC", VerifyLevel.NONE, null);
        bench.test.outside("UPDATE backup_schedules SET next_run_at = UTC_DATE() - INTERVAL 5 DAY + INTERVAL 2 HOUR "
                + "WHERE id = '" + schedule + "'");
        var alerts = new BackupAlerts().next(bench.service.summary());
        assertThat(alerts).extracting(BackupAlert::kind).contains(BackupAlert.Kind.OVERDUE);

        assertThat(run(runner("ana-pc", Database::serverClock), schedule)).isInstanceOf(SlotResult.Done.class);
        assertThat(told).extracting(SlotNotice::kind).containsExactly(SlotNotice.Kind.MISSED, SlotNotice.Kind.BEGAN,
                SlotNotice.Kind.DONE);
        assertThat(told.getFirst().sentence()).contains("backups were missed");
        assertThat(slots(schedule)).extracting(slot -> slot.outcome().known()).startsWith(SlotOutcome.SUCCEEDED,
                SlotOutcome.MISSED, SlotOutcome.MISSED);
        assertThat(run(runner("ben-pc", Database::serverClock), schedule)).isInstanceOf(SlotResult.Nothing.class);
        assertThat(count("schedule_id = '" + schedule + "'")).isEqualTo("1");
        assertThat(schedules.detail(schedule).overdue()).isFalse();
        assertThat(schedules.detail(schedule).lastBackup()).isNotNull();
    }

    @Test
    void f22ACatchUpThatFailsIsNotTriedForEverAndIsSeen() throws IOException {
        var schedule = schedule("0 0 2 * * *", "UTC", VerifyLevel.NONE, null);
        var file = Files.writeString(Files.createDirectories(bench.folder).resolve("a file"), "");
        bench.test.outside("UPDATE backup_schedules SET next_run_at = UTC_DATE() - INTERVAL 2 DAY + INTERVAL 2 HOUR, "
                + "target_directory = '" + file.resolve("below") + "' WHERE id = '" + schedule + "'");
        assertThat(run(runner("ana-pc", Database::serverClock), schedule)).isInstanceOf(SlotResult.Failed.class);
        assertThat(slots(schedule).getFirst().reasonCode()).isEqualTo("target_lost");
        assertThat(bench.service.detail(bench.last()).row().reasonCode()).isEqualTo("target_lost");
        assertThat(count("schedule_id = '" + schedule + "'")).as("nothing that passes by itself").isEqualTo("1");
        assertThat(run(runner("ana-pc", Database::serverClock), schedule)).isInstanceOf(SlotResult.Nothing.class);
        assertThat(new BackupAlerts().next(bench.service.summary())).extracting(BackupAlert::kind)
                .contains(BackupAlert.Kind.FAILED);
    }

    @Test
    void f15AConnectionThatIsDroppedFailsWithThatReasonAndIsTriedAgain() {
        var schedule = due();
        var dropped = new ArrayList<String>();
        bench.grow();
        var result = runner("ana-pc", Database::serverClock).due(schedule, pace -> {
            if (dropped.isEmpty() && pace.stage() == Watch.Stage.DUMP && pace.bytes() > 1_000_000) {
                dropped.add(dropEveryOther());
            }
        }, () -> false);
        bench.shrink();
        assertThat(result).isInstanceOf(SlotResult.Done.class);
        assertThat(bench.test.ask("SELECT GROUP_CONCAT(CONCAT(outcome, ' ', COALESCE(reason_code, '-')) ORDER BY id) "
                + "FROM backup_log WHERE schedule_id = '" + schedule + "'"))
                .isEqualTo("failed connection_lost,succeeded -");
        assertThat(slots(schedule).getFirst().outcome().known()).isEqualTo(SlotOutcome.SUCCEEDED);
    }

    @Test
    void f15AServerThatEndsSilentConnectionsIsToldAsALostConnection() {
        var schedule = due();
        var slow = bench.maker(bench.folder.resolve("backups"), bench.dumpedBy("$REAL \"$@\" | (sleep 2.5; cat)"),
                UnaryOperator.identity());
        var once = new ScheduleRunner(bench.test.database(), slow, () -> "mara.ellis", told::add, new RunnerTerms(
                Duration.ofSeconds(30), 1, Duration.ofMillis(50), "ana-pc", Database::serverClock));
        asRoot("SET GLOBAL wait_timeout = 1");
        try {
            assertThat(run(once, schedule)).isInstanceOf(SlotResult.Failed.class);
        } finally {
            asRoot("SET GLOBAL wait_timeout = 28800");
        }
        assertThat(slots(schedule).getFirst().reasonCode())
                .as(String.valueOf(bench.service.detail(bench.last()).failure())).isEqualTo("connection_lost");
    }

    private static void asRoot(String sql) {
        try (var connection = TestServer.shared().connectAsRoot(); var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Kills the connections of the dump and of its snapshot. */
    private static String dropEveryOther() {
        try (var connection = TestServer.shared().connectAsRoot();
                var statement = connection.createStatement()) {
            var ids = new ArrayList<String>();
            try (var found = statement.executeQuery("SELECT id FROM information_schema.processlist WHERE user = '"
                    + bench.test.schema().user() + "'")) {
                while (found.next()) {
                    ids.add(found.getString(1));
                }
            }
            for (var id : ids) {
                try {
                    statement.execute("KILL " + id);
                } catch (SQLException _) {
                    // It ended by itself.
                }
            }
            return ids.toString();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void f15ARowThatIsLargerThanWhatIsSentAtOnceIsNoBackupAndTheTableIsNamed() {
        var schedule = due();
        var small = bench.dumpedBy("exec $REAL \"$1\" --net-buffer-length=16384 "
                + "\"${@:2:7}\" --max-allowed-packet=65536 \"${@:10}\"");
        assertThat(run(runner("ana-pc", Database::serverClock,
                bench.maker(bench.folder.resolve("backups"), small, UnaryOperator.identity())), schedule))
                .isInstanceOf(SlotResult.Failed.class);
        // The program's word for it is that of a lost connection, so it is tried as often.
        assertThat(slots(schedule).getFirst().reasonCode()).isEqualTo("connection_lost");
        assertThat(bench.service.detail(bench.last()).failure()).contains("when dumping table `odd` at row: 0");
        assertThat(count("schedule_id = '" + schedule + "' AND outcome = 'failed'")).isEqualTo("3");
    }

    @Test
    void aScheduleThatIsSwitchedOffIsNoFailure() {
        var schedule = due();
        bench.test.outside("UPDATE backup_schedules SET is_enabled = 0 WHERE id = '" + schedule + "'");
        assertThat(run(runner("ana-pc", Database::serverClock), schedule)).isEqualTo(new SlotResult.Nothing(null));
        assertThat(slots(schedule)).isEmpty();
        assertThat(schedules.detail(schedule).overdue()).isFalse();
        assertThat(runner("ana-pc", Database::serverClock).now(schedule, Watch.NONE)).as("a person wants one")
                .isInstanceOf(SlotResult.Done.class);
    }

    @Test
    void theBackupIsProvedAsTheScheduleAsksAndThenItsRuleRemovesOlderOnes() {
        // Beside larger ones of other tests these would be suspect, and nothing went for them.
        bench.test.outside("DELETE FROM backup_log");
        var schedule = due(VerifyLevel.PARSE, 1);
        var runner = runner("ana-pc", Database::serverClock);
        var first = (SlotResult.Done) runner.now(schedule, Watch.NONE);
        var second = (SlotResult.Done) runner.now(schedule, Watch.NONE);
        var third = (SlotResult.Done) runner.now(schedule, Watch.NONE);
        assertThat(List.of(first, second, third)).allMatch(SlotResult.Done::asAsked);
        assertThat(bench.file(third.backup())).exists();
        assertThat(List.of(first, second, third)).anySatisfy(each -> assertThat(bench.file(each.backup()))
                .doesNotExist());
        assertThat(schedules.detail(schedule).backups()).isEqualTo(3);
    }

    @Test
    void whoIsToldToStopLeavesNothingAndAnotherTakesTheSlotAtOnce() {
        var schedule = due();
        var stopping = new Watch() {
            private volatile boolean stop;

            @Override
            public void at(Pace pace) {
                stop = true;
            }

            @Override
            public boolean cancelled() {
                return stop;
            }
        };
        var before = bench.files();
        assertThat(runner("ana-pc", Database::serverClock).due(schedule, stopping, () -> true))
                .isInstanceOf(SlotResult.Cancelled.class);
        assertThat(bench.files()).isEqualTo(before);
        assertThat(run(runner("ben-pc", Database::serverClock), schedule)).isInstanceOf(SlotResult.Done.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
