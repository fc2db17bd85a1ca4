package dev.rackside.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rackside.client.ClientService;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A query that nobody waits for any more ends on the server too, and costs no connection. */
class ReadingTest {

    private static final String SLOW = "select count(*) from seq_1_to_1000000000 where seq % 7 = 8";

    private static TestDatabase test;

    @BeforeAll
    static void open() {
        test = TestDatabase.migrated("reading", List.of(ClientService.ENTITIES));
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @Test
    void interruptedReadEndsOnTheServer() throws Exception {
        var asked = new FutureTask<>(() -> test.database()
                .read(session -> session.createNativeQuery(SLOW, Long.class).getSingleResult()));
        var thread = Thread.ofVirtual().start(asked);
        until(1);
        var connection = connectionOf();

        thread.interrupt();

        assertThatThrownBy(asked::get).isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(CancellationException.class);
        until(0);
        thread.join();
        assertThat(ask("select count(*) from information_schema.processlist where id = " + connection)).isEqualTo(1);
    }

    @Test
    void interruptedWriteIsDoneFirst() throws Exception {
        var asked = new FutureTask<>(() -> test.database().write(session -> {
            session.createNativeQuery("select sleep(0.4)", Integer.class).getSingleResult();
            return session.createNativeMutationQuery(
                    "insert into tags (id, name) values (uuid(), 'written all the same')").executeUpdate();
        }));
        var thread = Thread.ofVirtual().start(asked);
        thread.interrupt();

        assertThat(asked.get()).isEqualTo(1);
        assertThat(thread.join(Duration.ofSeconds(5))).isTrue();
        assertThat(test.database().<Long>read(session -> session
                .createNativeQuery("select count(*) from tags where name = 'written all the same'", Long.class)
                .getSingleResult())).isEqualTo(1);
    }

    private static void until(int wanted) throws SQLException, InterruptedException {
        var end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (ask("select count(*) from information_schema.processlist where info like '%seq_1_to_1000000000 where%'"
                + " and info not like '%processlist%'") != wanted) {
            assertThat(System.nanoTime()).as("waiting for %d such queries on the server", wanted).isLessThan(end);
            Thread.sleep(10);
        }
    }

    private static long connectionOf() throws SQLException {
        return ask("select id from information_schema.processlist where info like '%seq_1_to_1000000000 where%'"
                + " and info not like '%processlist%'");
    }

    private static long ask(String query) throws SQLException {
        try (var connection = TestServer.shared().connectAsRoot();
                var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            found.next();
            return found.getLong(1);
        }
    }
}
