package dev.rackside.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.backup.restoring.RestoreTarget;
import dev.rackside.backup.restoring.RestoreWatch;
import dev.rackside.db.TestServer;
import dev.rackside.fault.ErrorCode;
import dev.rackside.server.ServerProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Restores over the database that is worked with. */
@Tag("long")
class RestoringOverLiveTest {

    private static FaultBench bench;
    private static BackupMaker maker;
    private static UUID proved;
    private static String live;

    @BeforeAll
    static void open() {
        bench = new FaultBench();
        bench.grow(4_000);
        live = bench.test.schema().name();
        maker = bench.maker();
        proved = maker.take(BackupType.DAILY, Watch.NONE);
        maker.prove(proved, VerificationLevel.COMPARE, Watch.NONE);
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    @Test
    void theDatabaseIsAsItWasBackedUpAndTheRecordsOfBackupsTakenSinceAreKept() {
        var since = maker.take(BackupType.MANUAL, Watch.NONE);
        bench.test.outside("DELETE FROM odd", "CREATE TABLE made_since (id INT)", "DROP FUNCTION one",
                "CREATE VIEW view_since AS SELECT 1 AS id");
        var phases = new ArrayList<RestoreWatch.Phase>();
        var restored = restorer(TestServer.program()).restore(proved, new RestoreTarget.OverLive(live, 0),
                new RestoreWatch() {
                    @Override
                    public void begins(Phase phase) {
                        phases.add(phase);
                    }

                    @Override
                    public void at(Pace pace) {
                        // Only the phases count here.
                    }
                });
        assertThat(restored.differences()).isEmpty();
        assertThat(restored.same()).isTrue();
        assertThat(phases).as("it was proved already").containsExactly(RestoreWatch.Phase.READ,
                RestoreWatch.Phase.BACK_UP, RestoreWatch.Phase.LOAD, RestoreWatch.Phase.COMPARE);
        assertThat(bench.test.ask("SELECT COUNT(*) FROM odd")).isEqualTo("2");
        assertThat(bench.test.ask("SELECT one()")).isEqualTo("1");
        assertThat(bench.test.ask("SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() "
                + "AND table_name LIKE '%\\_since'")).isEqualTo("0");
        var automatic = Objects.requireNonNull(restored.automatic());
        var record = bench.service.detail(automatic);
        assertThat(record.row().outcome().known()).isEqualTo(BackupOutcome.SUCCEEDED);
        assertThat(record.report().remark()).contains(proved.toString());
        assertThat(bench.service.detail(since).row().outcome().known()).isEqualTo(BackupOutcome.SUCCEEDED);
        assertThat(bench.service.detail(proved).row().grade()).as("what is known of files stays known")
                .isEqualTo(Grade.PROVED);
        assertThat(restored.notes())
                .contains("2 records of backups that are younger than what was restored were kept.");
        assertThat(maker.prove(automatic, VerificationLevel.COMPARE, Watch.NONE).status())
                .isEqualTo(VerificationStatus.PASSED);
    }

    @Test
    void aRestoreThatFailsHalfWayIsRolledBackAndEverythingIsAsBefore() throws IOException {
        bench.test.outside("CREATE TABLE written_since AS SELECT seq AS id FROM seq_1_to_500");
        var before = state();
        var problem = RestoringTest.problem(() -> restorer(breaking()).restore(proved,
                new RestoreTarget.OverLive(live, 0), RestoreWatch.NONE), ErrorCode.RESTORE_ROLLED_BACK);
        assertThat(problem.arguments().getFirst()).isEqualTo(live);
        assertThat(state()).isEqualTo(before);
        var automatic = bench.last();
        assertThat(problem.arguments().getLast()).isEqualTo(bench.file(automatic).toString());
        assertThat(bench.service.detail(automatic).row().outcome().known()).isEqualTo(BackupOutcome.SUCCEEDED);
        bench.test.outside("DROP TABLE written_since");
    }

    @Test
    void aRestoreThatIsCancelledHalfWayIsRolledBackAndEverythingIsAsBefore() {
        var before = state();
        var problem = RestoringTest.problem(() -> restorer(TestServer.program()).restore(proved,
                new RestoreTarget.OverLive(live, 0), new RestoringTest.Stopper()), ErrorCode.RESTORE_ROLLED_BACK);
        assertThat(problem.arguments()).contains("Stopped.");
        assertThat(state()).isEqualTo(before);
        assertThat(bench.service.detail(bench.last()).row().outcome().known()).isEqualTo(BackupOutcome.SUCCEEDED);
    }

    @Test
    void nothingIsReplacedThatWasNotConfirmed() throws SQLException {
        var taken = bench.test.ask("SELECT COUNT(*) FROM backup_log");
        for (var typed : List.of("", "yes", live + " ", live.toUpperCase(java.util.Locale.ROOT))) {
            RestoringTest.problem(() -> restorer(TestServer.program()).restore(proved,
                    new RestoreTarget.OverLive(typed, 0), RestoreWatch.NONE), ErrorCode.RESTORE_NOT_CONFIRMED);
        }
        try (var root = TestServer.shared().connectAsRoot(); var statement = root.createStatement()) {
            statement.execute("GRANT PROCESS ON *.* TO " + bench.test.schema().user() + "@'127.0.0.1'");
            statement.execute("USE " + live);
            assertThat(restorer(TestServer.program()).look(proved).others()).isEqualTo(1);
            var problem = RestoringTest.problem(() -> restorer(TestServer.program()).restore(proved,
                    new RestoreTarget.OverLive(live, 0), RestoreWatch.NONE), ErrorCode.RESTORE_NOT_CONFIRMED);
            assertThat(problem.arguments().getFirst()).startsWith("1 connection of others");
        }
        assertThat(bench.test.ask("SELECT COUNT(*) FROM backup_log")).isEqualTo(taken);
    }

    @Test
    void tablesOfAnOlderVersionAreBroughtToTheOneThatThisProgramNeeds() {
        var known = bench.test.ask("SELECT current_version FROM schema_info");
        bench.test.outside("DELETE FROM rackside_schema_history WHERE version = '" + known + "'",
                "UPDATE schema_info SET current_version = current_version - 1");
        var older = maker.take(BackupType.MANUAL, Watch.NONE);
        var restored = restorer(TestServer.program()).restore(older, new RestoreTarget.OverLive(live, 0),
                RestoreWatch.NONE);
        assertThat(restored.same()).isTrue();
        assertThat(restored.notes()).contains("The tables were brought from version "
                + (Integer.parseInt(String.valueOf(known)) - 1) + " to version " + known + ".");
        assertThat(bench.test.ask("SELECT current_version FROM schema_info")).isEqualTo(known);
        assertThat(bench.service.detail(older).row().grade()).as("it was tried before").isEqualTo(Grade.PROVED);
    }

    /** What is in the database but for the records of backups, which a restore adds to. */
    private static String state() {
        var all = new StringBuilder();
        for (var table : String.valueOf(bench.test.ask("SELECT GROUP_CONCAT(table_name ORDER BY table_name) FROM "
                + "information_schema.tables WHERE table_schema = DATABASE() AND table_type <> 'VIEW' "
                + "AND table_name <> 'backup_log'")).split(",", -1)) {
            all.append(table).append(' ').append(table.equals("numbers")
                    ? ""
                    : checksum(table)).append('\n');
        }
        return all + bench.test.ask("SELECT GROUP_CONCAT(routine_name) FROM information_schema.routines WHERE "
                + "routine_schema = DATABASE()") + bench.test.ask(
                        "SELECT COUNT(*) FROM information_schema.triggers "
                                + "WHERE trigger_schema = DATABASE()");
    }

    private static String checksum(String table) {
        try (var connection = bench.test.schema().connect();
                var statement = connection.createStatement();
                var found = statement.executeQuery("CHECKSUM TABLE " + table + " EXTENDED")) {
            found.next();
            return String.valueOf(found.getString(2));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BackupRestorer restorer(ServerProgram program) {
        return new BackupRestorer(bench.test.database(), bench.workshop(bench.folder.resolve("backups"), program),
                () -> "mara.ellis", Optional::empty);
    }

    /** The server's programs with a client that breaks off in the midst of what it loads first. */
    private static ServerProgram breaking() throws IOException {
        var real = TestServer.program();
        var script = bench.folder.resolve("client-" + UUID.randomUUID() + ".sh").toAbsolutePath();
        var mark = Path.of(script + ".done");
        Files.writeString(script, """
                #!/bin/bash
                [ -e '%s' ] && exec '%s' "$@"
                touch '%s'
                head -c 3000000 | '%s' "$@"
                echo 'ERROR 1292 (22007): broken off' >&2
                exit 1
                """.formatted(mark, real.client().toAbsolutePath(), mark, real.client().toAbsolutePath()));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return new ServerProgram(real.daemon(), script, real.dump(), real.share(), real.version());
    }
}
