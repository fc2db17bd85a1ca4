package dev.rackside.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.db.Database;
import dev.rackside.db.DatabaseAddress;
import dev.rackside.db.Migrations;
import dev.rackside.db.TestFolders;
import dev.rackside.db.TestServer;
import dev.rackside.server.LocalServer;
import dev.rackside.text.Coded;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Faults of a server that only a server of the test's own can meet. */
@Tag("long")
class ServerFaultsTest {

    @Test
    void f16AServerThatIsKilledInMidDumpAndComesBackIsDumpedFromZeroAndNeverStitched() {
        var home = TestFolders.fresh("f16");
        try (var server = LocalServer.open(home.resolve("data"), TestServer.program())) {
            var address = new DatabaseAddress(List.of(new DatabaseAddress.Host(LocalServer.HOST, server.port())),
                    LocalServer.DATABASE, server.account().user(), DatabaseAddress.Transport.LOOPBACK);
            var password = server.account().password().toCharArray();
            Migrations.at(address, password).migrate();
            try (var database = Database.open(address, password, BackupService.ENTITIES, () -> false)) {
                killedAndBack(home, server, database);
            }
        } finally {
            TestFolders.delete(home);
        }
    }

    private static void killedAndBack(Path home, LocalServer server, Database database) {
        database.write(session -> session.createNativeMutationQuery(
                "CREATE TABLE aaa_big AS SELECT seq AS id, REPEAT(MD5(seq), 60) AS words FROM seq_1_to_20000")
                .executeUpdate());
        var schedule = new ScheduleService(database).create(new ScheduleDraft("Nightly",
                Coded.of(BackupType.DAILY), "0 0 0 * * *", "UTC", home.resolve("backups").toString(), null, null, null,
                null, null, Coded.of(VerifyLevel.COMPARE), true, 120)).id();
        var maker = new BackupMaker(database, new Workshop(home.resolve("backups"), home.resolve("backup.key"),
                home.resolve("cache"), TestServer::program), () -> "mara.ellis");
        var runner = new ScheduleRunner(database, maker, () -> "mara.ellis", _ -> {
        }, new RunnerTerms(Duration.ofSeconds(30), 3, Duration.ofMillis(300), "ana-pc", Database::serverClock));
        var killed = new AtomicBoolean();
        var result = runner.now(schedule, pace -> {
            if (pace.stage() == Watch.Stage.DUMP && pace.bytes() > 1_000_000 && !killed.getAndSet(true)) {
                kill(home);
                Thread.ofVirtual().start(server::revive);
            }
        });
        assertThat(result).isInstanceOfSatisfying(SlotResult.Done.class, done -> {
            assertThat(done.asAsked()).as("restored and compared: nothing of the first half is in it").isTrue();
            var runs = database.read(session -> session.createNativeQuery(
                    "SELECT CONCAT(outcome, ' ', COALESCE(reason_code, '-')) FROM backup_log ORDER BY id",
                    String.class).getResultList());
            assertThat(runs).hasSizeBetween(2, 3).endsWith("succeeded -").startsWith("failed connection_lost");
        });
        assertThat(home.resolve("backups")).isDirectoryNotContaining("glob:**.partial");
    }

    private static void kill(Path home) {
        ProcessHandle.current().descendants()
                .filter(child -> child.info().arguments().map(List::of).orElse(List.of()).stream()
                        .anyMatch(word -> word.contains(home.resolve("data").toString())))
                .forEach(process -> {
                    process.destroyForcibly();
                    process.onExit().join();
                });
    }
}
