package dev.rackside.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * A freshly migrated database on the tests' server, open as the application opens it. Each test class takes its own.
 *
 * @param schema where outside writers come in by plain JDBC
 */
public record TestDatabase(Database database, TestServer.Schema schema) implements AutoCloseable {

    /**
     * @param name how the database's name begins
     * @param rooms the classes that the rooms map
     */
    public static TestDatabase migrated(String name, List<Set<Class<?>>> rooms) {
        var schema = TestServer.shared().newSchema(name);
        try {
            var source = new MariaDbDataSource(schema.jdbcUrl());
            source.setUser(schema.user());
            source.setPassword(schema.password());
            Migrations.of(source).migrate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return open(schema, rooms);
    }

    /** Opens a database as it is, adopted or odd. */
    public static TestDatabase open(TestServer.Schema schema, List<Set<Class<?>>> rooms) {
        var server = TestServer.shared();
        var address = new DatabaseAddress(List.of(new DatabaseAddress.Host(server.host(), server.port())),
                schema.name(), schema.user(), DatabaseAddress.Transport.LOOPBACK);
        var entities = rooms.stream().<Class<?>>flatMap(Set::stream).toList();
        return new TestDatabase(Database.open(address, schema.password().toCharArray(), entities, () -> false),
                schema);
    }

    /** Writes as another program does, which knows nothing of row versions. */
    public void outside(String... statements) {
        try (Connection connection = schema.connect(); var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first value that a query gives, as text; null where that is what it gives. */
    public @Nullable String ask(String query) {
        try (Connection connection = schema.connect();
                var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            found.next();
            return found.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
