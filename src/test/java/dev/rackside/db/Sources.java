package dev.rackside.db;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/** Sources of connections to the databases of tests. */
final class Sources {

    private Sources() {
    }

    static DataSource of(TestServer.Schema schema) {
        return of(schema, "");
    }

    /** A source whose connections carry further parameters, for example {@code sessionVariables=…}. */
    static DataSource of(TestServer.Schema schema, String parameters) {
        try {
            var source = new MariaDbDataSource(schema.jdbcUrl() + parameters);
            source.setUser(schema.user());
            source.setPassword(schema.password());
            return source;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
