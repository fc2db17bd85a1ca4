package dev.rackside.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rackside.backup.dump.Dump;
import dev.rackside.backup.dump.DumpFailure;
import dev.rackside.backup.dump.DumpOrder;
import dev.rackside.backup.dump.Manifest;
import dev.rackside.db.DatabaseAddress;
import dev.rackside.db.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** F12: an account that doesn't see everything takes no backup, and what it doesn't see is named. */
class RightsFaultsTest {

    private static final String ACCOUNT = "backup \"#\\ '";
    private static final String PASSWORD = "p#w \"x\\y' ";

    private static FaultBench bench;

    @BeforeAll
    static void open() {
        bench = new FaultBench();
    }

    @AfterAll
    static void close() throws SQLException {
        asRoot("DROP USER IF EXISTS " + account());
        bench.close();
    }

    @Test
    void f12TheRightsThatAreNeededAreEnough() throws SQLException, IOException {
        grant("SELECT, SHOW VIEW, TRIGGER, EVENT, LOCK TABLES, SHOW CREATE ROUTINE");
        var manifest = take();
        assertThat(manifest.items()).extracting(Object::toString).contains("procedure tell", "trigger shout",
                "event often", "view seen", "sequence numbers", "table odd", "function one");
    }

    @Test
    void f12EachRightThatIsMissingIsNamed() throws SQLException {
        refused("SHOW VIEW, TRIGGER, EVENT, LOCK TABLES, SHOW CREATE ROUTINE", "SELECT");
        refused("SELECT, TRIGGER, EVENT, LOCK TABLES, SHOW CREATE ROUTINE", "SHOW VIEW", "view seen");
        refused("SELECT, SHOW VIEW, EVENT, LOCK TABLES, SHOW CREATE ROUTINE", "TRIGGER");
        refused("SELECT, SHOW VIEW, TRIGGER, LOCK TABLES, SHOW CREATE ROUTINE", "EVENT");
        refused("SELECT, SHOW VIEW, TRIGGER, EVENT, SHOW CREATE ROUTINE", "LOCK TABLES");
        refused("SELECT, SHOW VIEW, TRIGGER, EVENT, LOCK TABLES", "SHOW CREATE ROUTINE");
    }

    @Test
    void f12ATableWithoutTheRightToReadItIsNamed() throws SQLException {
        grant("SHOW VIEW, TRIGGER, EVENT, LOCK TABLES, SHOW CREATE ROUTINE, INSERT");
        asRoot("GRANT SELECT ON " + bench.test.schema().name() + ".odd TO " + account());
        assertThatThrownBy(RightsFaultsTest::take).isInstanceOfSatisfying(DumpFailure.class,
                failure -> assertThat(failure.words()).contains("table kept", "table clients")
                        .doesNotContain("table odd"));
    }

    @Test
    void f12ARoutineThatTheServerWouldHideIsNamed() throws SQLException {
        refused("SELECT, SHOW VIEW, TRIGGER, EVENT, LOCK TABLES, EXECUTE", "one");
    }

    private static void refused(String rights, String... named) throws SQLException {
        grant(rights);
        assertThatThrownBy(RightsFaultsTest::take).isInstanceOfSatisfying(DumpFailure.class, failure -> {
            assertThat(failure.reason()).isEqualTo(Reason.RIGHTS_MISSING);
            assertThat(failure.words()).contains(named);
        });
    }

    private static Manifest take() throws IOException {
        var server = TestServer.shared();
        var address = new DatabaseAddress(List.of(new DatabaseAddress.Host(server.host(), server.port())),
                bench.test.schema().name(), ACCOUNT, DatabaseAddress.Transport.LOOPBACK);
        var target = Files.createDirectories(bench.folder.resolve("rights"));
        var program = TestServer.program();
        var id = UUID.randomUUID();
        return Dump.take(new DumpOrder(id, address, program.dump(), program.version(),
                target.toRealPath().resolve(id + ".sql.zst"), bench.key(), bench.folder.resolve("cache")),
                PASSWORD.toCharArray(), Watch.NONE);
    }

    private static void grant(String rights) throws SQLException {
        asRoot("CREATE OR REPLACE USER " + account() + " IDENTIFIED BY '" + PASSWORD.replace("\\", "\\\\")
                .replace("'", "''") + "'", "GRANT " + rights + " ON " + bench.test.schema().name() + ".* TO "
                        + account());
    }

    private static String account() {
        return "`" + ACCOUNT + "`@'127.0.0.1'";
    }

    private static void asRoot(String... statements) throws SQLException {
        try (var root = TestServer.shared().connectAsRoot(); var statement = root.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
