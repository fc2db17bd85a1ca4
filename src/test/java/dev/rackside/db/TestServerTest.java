package dev.rackside.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class TestServerTest {

    @Test
    void aSchemaIsEmptyAndItsAccountSeesNoOther() throws SQLException {
        var first = TestServer.shared().newSchema("first");
        var second = TestServer.shared().newSchema("second");
        try (var connection = first.connect(); var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE words (word VARCHAR(20) NOT NULL PRIMARY KEY)");
            statement.execute("INSERT INTO words VALUES ('Grüße 🙂')");
            try (var rows = statement.executeQuery("SELECT word, @@collation_database FROM words")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("Grüße 🙂");
                assertThat(rows.getString(2)).isEqualTo("utf8mb4_unicode_ci");
            }
            assertThatThrownBy(() -> statement.execute("USE " + second.name())).isInstanceOf(SQLException.class);
        }
    }
}
