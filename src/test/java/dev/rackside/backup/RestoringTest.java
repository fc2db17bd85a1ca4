package dev.rackside.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.rackside.backup.dump.Forged;
import dev.rackside.backup.restoring.RestoreTarget;
import dev.rackside.backup.restoring.RestoreWatch;
import dev.rackside.db.TestServer;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.server.ServerProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Restores on a real server, where they end well and where they don't. */
@Tag("long")
class RestoringTest {

    private static final Supplier<Optional<Connection>> NOBODY = Optional::empty;

    private static final int ROWS = 4_000;

    private static FaultBench bench;
    private static BackupMaker maker;
    private static UUID proved;

    @BeforeAll
    static void open() {
        bench = new FaultBench();
        bench.grow(ROWS);
        maker = bench.maker();
        proved = maker.take(BackupType.DAILY, Watch.NONE);
        assertThat(maker.prove(proved, VerificationLevel.COMPARE, Watch.NONE).differences()).isEmpty();
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    @Test
    void aBackupIsRestoredIntoANewDatabaseAndComparedWithWhatWasBackedUp() throws SQLException {
        var name = fresh("copy");
        var restored = restorer().restore(proved, new RestoreTarget.NewDatabase(name), RestoreWatch.NONE);
        assertThat(restored.differences()).isEmpty();
        assertThat(restored.same()).isTrue();
        assertThat(restored.tables()).hasSizeGreaterThan(10);
        assertThat(restored.loading()).isPositive();
        assertThat(restored.automatic()).isNull();
        assertThat(ask("SELECT COUNT(*) FROM " + name + ".odd")).isEqualTo("2");
        assertThat(ask("SELECT status FROM information_schema.events WHERE event_schema = '" + name + "'"))
                .as("nothing runs twice").isEqualTo("DISABLED");
        assertThat(restored.notes()).anyMatch(note -> note.contains("event often"));
        assertThat(bench.test.ask("SELECT COUNT(*) FROM odd")).isEqualTo("2");
        try (var connection = bench.test.schema().connect(); var statement = connection.createStatement()) {
            assertThat(statement.execute("SELECT * FROM " + name + ".kept")).as("the workspace's account may see it")
                    .isTrue();
        }
    }

    @Test
    void whatIsThereIsNeverTakenForANewDatabase() {
        var source = bench.test.schema().name();
        for (var name : List.of(source, source.toUpperCase(java.util.Locale.ROOT), "mysql", "a-b", "", "a`; DROP", "1",
                "x".repeat(65))) {
            assertThatThrownBy(() -> restorer().restore(proved, new RestoreTarget.NewDatabase(name),
                    RestoreWatch.NONE)).as(name).asInstanceOf(type(Problem.class)).extracting(Problem::code)
                    .isEqualTo(ErrorCode.RESTORE_NAME_REFUSED);
        }
        var taken = TestServer.shared().newSchema("taken").name();
        var problem = problem(() -> restorer().restore(proved, new RestoreTarget.NewDatabase(taken),
                RestoreWatch.NONE), ErrorCode.RESTORE_NAME_REFUSED);
        assertThat(problem.arguments()).contains("There is a database of that name.");
        assertThat(databases()).contains(taken);
    }

    @Test
    void anAccountThatMayMakeNoDatabaseIsToldWhichRightItLacks() {
        var name = fresh("lacking");
        var restorer = new BackupRestorer(bench.test.database(), workshop(TestServer.program()), () -> "mara.ellis",
                NOBODY);
        var problem = problem(() -> restorer.restore(proved, new RestoreTarget.NewDatabase(name), RestoreWatch.NONE),
                ErrorCode.RESTORE_RIGHTS);
        assertThat(problem.arguments()).containsExactly(bench.test.schema().user() + "@127.0.0.1", "CREATE", name);
        assertThat(databases()).doesNotContain(name);
    }

    @Test
    void whoeverRunsInAnothersNameNeedsTheRightToSaySo() throws SQLException {
        try (var root = TestServer.shared().connectAsRoot(); var statement = root.createStatement()) {
            statement.execute("CREATE DEFINER=`rackside_admin`@`127.0.0.1` PROCEDURE " + bench.test.schema().name()
                    + ".mighty() SELECT 1");
        }
        try {
            var id = maker.take(BackupType.MANUAL, Watch.NONE);
            var name = fresh("definer");
            assertThat(problem(() -> restorer().restore(id, new RestoreTarget.NewDatabase(name), RestoreWatch.NONE),
                    ErrorCode.RESTORE_RIGHTS).arguments()).contains("SET USER", name);
            assertThat(databases()).doesNotContain(name);
            assertThat(ask("SELECT COUNT(*) FROM mysql.db WHERE db LIKE '%definer%'")).as("no right is left behind")
                    .isEqualTo("0");
            var count = bench.test.ask("SELECT COUNT(*) FROM backup_log");
            assertThat(problem(() -> restorer().restore(id, new RestoreTarget.OverLive(bench.test.schema().name(), 9),
                    RestoreWatch.NONE), ErrorCode.RESTORE_RIGHTS).arguments()).contains("SET USER");
            assertThat(bench.test.ask("SELECT COUNT(*) FROM backup_log")).as("before anything is begun")
                    .isEqualTo(count);
        } finally {
            bench.test.outside("DROP PROCEDURE mighty");
        }
    }

    @Test
    void f25ABackupWhoseRecordIsLostIsFoundByItsFile() {
        var id = maker.take(BackupType.MANUAL, Watch.NONE);
        var file = bench.file(id);
        bench.test.outside("DELETE FROM backup_log WHERE id = '" + id + "'");
        assertThat(restorer().byFile(file)).isEqualTo(id);
        assertThat(restorer().byFile(file)).as("once").isEqualTo(id);
        var row = bench.service.detail(id).row();
        assertThat(row.outcome().known()).isEqualTo(BackupOutcome.SUCCEEDED);
        assertThat(row.filePath()).isEqualTo(file.toString());
        problem(() -> restorer().byFile(file.resolveSibling("other.sql.zst")), ErrorCode.RESTORE_REFUSED);
    }

    @Test
    void f33ARestoreThatIsCancelledIsGoneWithinTwoSeconds() {
        var name = fresh("cancelled");
        var watch = new Stopper();
        assertThatThrownBy(() -> restorer().restore(proved, new RestoreTarget.NewDatabase(name), watch))
                .isInstanceOf(CancellationException.class);
        assertThat(Duration.between(watch.stopped, Instant.now())).isLessThan(Duration.ofSeconds(2));
        assertThat(databases()).doesNotContain(name);
    }

    @Test
    void f27AndF28ADumpWithStatementsOfSomebodyElsesIsNotLoadedToItsEnd() throws SQLException {
        var victim = TestServer.shared().newSchema("victim").name();
        for (var statement : List.of("DROP DATABASE " + victim + ";", "\\! touch /tmp/rackside-evil",
                "/*!50000 SET GLOBAL general_log = 1 */;")) {
            var id = maker.take(BackupType.MANUAL, Watch.NONE);
            Forged.dump(bench.file(id), bench.key(), dump -> dump.replaceFirst("(?m)^-- Host:",
                    Matcher.quoteReplacement(statement + "\n-- Host:")));
            bench.test.outside("UPDATE backup_log SET sha256 = NULL WHERE id = '" + id + "'");
            var name = fresh("hostile");
            var problem = problem(() -> restorer().restore(id, new RestoreTarget.NewDatabase(name),
                    RestoreWatch.NONE), ErrorCode.RESTORE_FAILED);
            assertThat(problem.arguments().getLast()).as(statement).contains("no backup of a single database has");
            assertThat(databases()).doesNotContain(name, "evil").contains(victim);
            if (statement.startsWith("DROP")) {
                var live = bench.test.schema().name();
                assertThatThrownBy(() -> restorer().restore(id, new RestoreTarget.OverLive(live, 9),
                        RestoreWatch.NONE)).isInstanceOf(Problem.class);
            }
            bench.test.outside("DELETE FROM backup_log WHERE id = '" + id + "'");
        }
        assertThat(ask("SELECT @@general_log")).isEqualTo("0");
        assertThat(bench.test.ask("SELECT COUNT(*) FROM odd")).isEqualTo("2");
    }

    @Test
    void f08AndF10WhatIsNotTheFileOfAnAuthenticManifestIsNotRestored() throws IOException {
        var id = maker.take(BackupType.MANUAL, Watch.NONE);
        var bytes = Files.readAllBytes(bench.file(id));
        bytes[bytes.length / 2] ^= 1;
        Files.write(bench.file(id), bytes);
        var name = fresh("damaged");
        problem(() -> restorer().restore(id, new RestoreTarget.NewDatabase(name), RestoreWatch.NONE),
                ErrorCode.RESTORE_REFUSED);
        Files.writeString(dev.rackside.backup.dump.ManifestFile.of(bench.file(id)), "{}");
        problem(() -> restorer().restore(id, new RestoreTarget.NewDatabase(name), RestoreWatch.NONE),
                ErrorCode.RESTORE_REFUSED);
        problem(() -> restorer().look(id), ErrorCode.RESTORE_REFUSED);
        assertThat(databases()).doesNotContain(name);
        bench.test.outside("DELETE FROM backup_log WHERE id = '" + id + "'");
    }

    @Test
    void oneTableIsPutBesideTheOthersAndCompared() {
        bench.test.outside("DELETE FROM aaa_big WHERE id > 5");
        try {
            var look = restorer().look(proved);
            assertThat(look.grade()).isEqualTo(Grade.PROVED);
            assertThat(look.tables()).anySatisfy(table -> {
                assertThat(table.name()).isEqualTo("aaa_big");
                assertThat(table.rows()).isEqualTo(ROWS);
                assertThat(table.now()).isEqualTo(5);
            });
            assertThat(look.objects()).containsEntry("view", 1L).containsEntry("event", 1L);
            for (var table : List.of("aaa_big", "odd", "backup_slots")) {
                var name = table + "_back";
                var restored = restorer().restore(proved, new RestoreTarget.SideTable(table, name),
                        RestoreWatch.NONE);
                assertThat(restored.same()).isTrue();
                assertThat(bench.test.ask("SELECT COUNT(*) FROM " + name)).isEqualTo(table.equals("aaa_big")
                        ? Integer.toString(ROWS)
                        : bench.test.ask("SELECT COUNT(*) FROM " + table));
            }
            assertThat(bench.test.ask("SELECT COUNT(*) FROM aaa_big")).isEqualTo("5");
            assertThat(bench.test.ask("SELECT COUNT(*) FROM information_schema.triggers WHERE trigger_schema = "
                    + "DATABASE() AND event_object_table LIKE '%\\_back'")).isEqualTo("0");
            problem(() -> restorer().restore(proved, new RestoreTarget.SideTable("odd", "odd_back"),
                    RestoreWatch.NONE), ErrorCode.RESTORE_NAME_REFUSED);
            problem(() -> restorer().restore(proved, new RestoreTarget.SideTable("nowhere", "odd_2"),
                    RestoreWatch.NONE), ErrorCode.RESTORE_NAME_REFUSED);
            var watch = new Stopper();
            assertThatThrownBy(() -> restorer().restore(proved, new RestoreTarget.SideTable("aaa_big", "stopped"),
                    watch)).isInstanceOf(CancellationException.class);
            assertThat(bench.test.ask("SELECT COUNT(*) FROM information_schema.tables WHERE table_name = 'stopped'"))
                    .isEqualTo("0");
        } finally {
            bench.test.outside("SET foreign_key_checks = 0", "DROP TABLE IF EXISTS aaa_big_back, odd_back, "
                    + "backup_slots_back, stopped");
            bench.shrink();
            bench.grow(ROWS);
        }
    }

    private static BackupRestorer restorer() {
        return restorer(TestServer.program());
    }

    private static BackupRestorer restorer(ServerProgram program) {
        return new BackupRestorer(bench.test.database(), workshop(program), () -> "mara.ellis", () -> {
            try {
                return Optional.of(TestServer.shared().connectAsRoot());
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static Workshop workshop(ServerProgram program) {
        return bench.workshop(bench.folder.resolve("backups"), program);
    }

    private static String fresh(String name) {
        return bench.test.schema().name() + "_" + name + "_" + System.nanoTime();
    }

    static Problem problem(ThrowingCallable act, ErrorCode code) {
        var caught = org.assertj.core.api.Assertions.catchThrowable(act);
        assertThat(caught).isInstanceOf(Problem.class);
        var problem = (Problem) caught;
        assertThat(problem.code()).as(problem.getMessage()).isEqualTo(code);
        return problem;
    }

    private static String ask(String query) throws SQLException {
        try (var root = TestServer.shared().connectAsRoot();
                var statement = root.createStatement();
                var found = statement.executeQuery(query)) {
            found.next();
            return String.valueOf(found.getString(1));
        }
    }

    private static Set<String> databases() {
        try (var root = TestServer.shared().connectAsRoot();
                var statement = root.createStatement();
                var found = statement.executeQuery("SHOW DATABASES")) {
            var names = new java.util.TreeSet<String>();
            while (found.next()) {
                names.add(found.getString(1));
            }
            return names;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Cancels once rows are being loaded. */
    static final class Stopper implements RestoreWatch {

        volatile Instant stopped = Instant.MAX;
        private volatile boolean loading;
        private volatile boolean stop;

        @Override
        public void begins(Phase phase) {
            loading = phase == Phase.LOAD;
        }

        @Override
        public void at(Pace pace) {
            if (loading && pace.stage() == Stage.RESTORE && pace.bytes() > 1_000_000 && !stop) {
                stopped = Instant.now();
                stop = true;
            }
        }

        @Override
        public boolean cancelled() {
            return stop;
        }
    }
}
