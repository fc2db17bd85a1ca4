package dev.rackside.db;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.MariaDbDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a database's tables to the version that this program knows: an empty one, an older one, or one of another
 * program. Nothing happens by connecting; {@link #migrate()} is an explicit act. Every migration can be repeated, so
 * one that failed half way is resumed by calling it again. All methods block, and throw a {@link Problem} where the
 * server is away or refuses.
 */
public final class Migrations {

    /** The version of the newest migration of this program. */
    static final int KNOWN = 70;
    /** Programs that know a lower version must not write to tables of version {@link #KNOWN}. */
    static final int MIN_CLIENT = 22;
    static final String HISTORY = "rackside_schema_history";
    /** How long another program's transaction may keep a table from being altered. */
    private static final Duration TABLE_WAIT = Duration.ofSeconds(60);
    /** How long somebody else's migration is waited for. */
    private static final Duration TURN_WAIT = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
    /** The server's codes for a right that the account lacks. */
    private static final Set<Integer> RIGHTS = Set.of(1044, 1142, 1143, 1227, 1370);

    private final DataSource source;
    private final Duration tableWait;
    private final UnaryOperator<RuntimeException> translation;

    private Migrations(DataSource source, Duration tableWait, UnaryOperator<RuntimeException> translation) {
        this.source = source;
        this.tableWait = tableWait;
        this.translation = translation;
    }

    /** Migrations of a database that is reached through any source of connections; three are used at once. */
    public static Migrations of(DataSource source) {
        return of(source, TABLE_WAIT);
    }

    static Migrations of(DataSource source, Duration tableWait) {
        return new Migrations(source, tableWait, UnaryOperator.identity());
    }

    /**
     * Migrations of the database at an address, with an account that may create and alter tables.
     *
     * @param password used for the connections of this object; the caller may wipe its copy afterwards
     */
    public static Migrations at(DatabaseAddress address, char[] password) {
        try {
            var source = new MariaDbDataSource();
            // A statement that rebuilds a large table is silent for as long as it takes.
            source.setUrl(address.patientUrl());
            source.setUser(address.account());
            source.setPassword(new String(password));
            return new Migrations(source, TABLE_WAIT, Translation.of(address)::translate);
        } catch (SQLException e) {
            throw new IllegalArgumentException(address.toString(), e);
        }
    }

    /** How the database stands to this program. */
    public SchemaState state() {
        return connected(SchemaState::read);
    }

    /** What {@link #migrate()} would do now, read from the database as it is. */
    public SchemaPlan plan() {
        return connected(connection -> adoption(connection).plan());
    }

    /** The rules that the database leaves to the programs that write to it; reads all rows. */
    public List<UnenforcedRules.Rule> unenforcedRules() {
        return connected(UnenforcedRules::of);
    }

    /**
     * Migrates, or resumes a migration that failed. Of several programs that migrate at once one does the work and the
     * others wait for it.
     *
     * @return how many migrations were run; 0 where the tables were current
     * @throws Problem {@code SCHEMA_NEWER}, {@code MIGRATION_FAILED}, {@code RIGHTS_MISSING} or {@code DATABASE_BUSY}
     */
    public int migrate() {
        return connected(connection -> {
            waitForTurn(connection);
            try {
                return migrate(connection);
            } finally {
                release(connection);
            }
        });
    }

    private int migrate(Connection connection) throws SQLException {
        var state = SchemaState.read(connection);
        if (state.kind() == SchemaState.Kind.NEWER) {
            throw new Problem(ErrorCode.SCHEMA_NEWER, state.found(), state.known());
        }
        var count = state.kind() == SchemaState.Kind.CURRENT ? 0 : run(connection, state);
        recordVersion(connection);
        return count;
    }

    private int run(Connection connection, SchemaState state) throws SQLException {
        var adoption = adoption(connection);
        var obstacles = adoption.plan().obstacles();
        if (!obstacles.isEmpty()) {
            throw new Problem(ErrorCode.MIGRATION_FAILED, state.found() + 1, obstacles.stream()
                    .map(obstacle -> obstacle.reason() + " " + obstacle.table() + ": " + obstacle.found())
                    .collect(Collectors.joining("; ")));
        }
        var flyway = Flyway.configure().dataSource(source).locations("classpath:db/migration").table(HISTORY)
                .baselineOnMigrate(true).baselineVersion("0").baselineDescription("Before Rackside")
                .placeholders(adoption.placeholders()).callbacks(new MigrationSession(tableWait)).loggers("slf4j")
                .load();
        try {
            if (state.interrupted()) {
                flyway.repair();
            }
            return flyway.migrate().migrationsExecuted;
        } catch (FlywayException e) {
            throw failed(connection, e);
        }
    }

    private static void waitForTurn(Connection connection) throws SQLException {
        var sql = "SELECT GET_LOCK(CONCAT('rackside_', MD5(DATABASE())), ?)";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, TURN_WAIT.toSeconds());
            try (var row = statement.executeQuery()) {
                if (!row.next() || row.getInt(1) != 1) {
                    throw new Problem(ErrorCode.DATABASE_BUSY);
                }
            }
        }
    }

    /** A connection that broke has lost the lock with it. */
    private static void release(Connection connection) {
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT RELEASE_ALL_LOCKS()");
        } catch (SQLException e) {
            LOG.debug("The turn ended with its connection", e);
        }
    }

    private static void recordVersion(Connection connection) throws SQLException {
        var sql = """
                INSERT INTO schema_info (id, current_version, min_client) VALUES (1, ?, ?)
                ON DUPLICATE KEY UPDATE current_version = VALUES(current_version), min_client = VALUES(min_client)""";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, KNOWN);
            statement.setInt(2, MIN_CLIENT);
            statement.executeUpdate();
        }
    }

    private static Problem failed(Connection connection, FlywayException failure) throws SQLException {
        var sql = serversAnswer(failure);
        if (sql != null && RIGHTS.contains(sql.getErrorCode())) {
            var who = ShapeReader.query(connection, "SELECT CURRENT_USER(), DATABASE()",
                    row -> List.of(row.getString(1), row.getString(2))).getFirst();
            return new Problem(ErrorCode.RIGHTS_MISSING, failure, who.getFirst(), who.getLast());
        }
        var words = sql == null ? failure.getMessage() : sql.getMessage();
        return new Problem(ErrorCode.MIGRATION_FAILED, failure, SchemaState.read(connection).found() + 1,
                String.valueOf(words).replaceFirst("^\\(conn=\\d+\\) ", ""));
    }

    private static @Nullable SQLException serversAnswer(Throwable failure) {
        SQLException found = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            found = cause instanceof SQLException sql ? sql : found;
        }
        return found;
    }

    private static Adoption adoption(Connection connection) throws SQLException {
        return new Adoption(Shape.known(), ShapeReader.read(connection), SchemaState.read(connection));
    }

    /** Work on a connection of its own. */
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T connected(Work<T> work) {
        try (var connection = source.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw translation.apply(new IllegalStateException(e));
        }
    }
}
