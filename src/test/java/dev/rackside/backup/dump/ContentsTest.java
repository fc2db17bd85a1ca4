package dev.rackside.backup.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rackside.db.TestServer;
import java.sql.SQLException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ContentsTest {

    @Test
    void readingEndsBetweenTwoObjects() throws SQLException {
        try (var connection = TestServer.shared().newSchema("contents").connect();
                var statement = connection.createStatement()) {
            for (var number = 0; number < 5; number++) {
                statement.execute("CREATE TABLE t" + number + " (id INT PRIMARY KEY)");
            }
            var asked = new AtomicInteger();

            assertThatThrownBy(() -> Contents.read(connection, () -> {
                if (asked.incrementAndGet() == 3) {
                    throw new CancellationException();
                }
            })).isInstanceOf(CancellationException.class);
            assertThat(asked).hasValue(3);
            assertThat(Contents.read(connection).definitions()).hasSize(5);
        }
    }
}
