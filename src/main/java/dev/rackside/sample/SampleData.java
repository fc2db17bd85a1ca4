package dev.rackside.sample;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Believable data of an invented managed service provider for an empty, migrated database: clients, machines, fourteen
 * months of sessions, insights with their evidence, tickets, exchanges and backups. Nothing in it is a secret, and no
 * address leads anywhere.
 *
 * <p>
 * The same {@code now} and seed always give the same rows, ids included.
 */
public final class SampleData {

    private static final long SEED = 20_400_713L;
    private static final int BATCH = 500;

    private final Instant now;
    private final long seed;
    private final int sessions;
    private final int insights;

    private SampleData(Instant now, long seed, int sessions, int insights) {
        this.now = now.truncatedTo(ChronoUnit.MILLIS);
        this.seed = seed;
        this.sessions = sessions;
        this.insights = insights;
    }

    /**
     * The size for a newcomer: 14 clients, about 180 machines, 400 sessions, 320 insights; some 9,000 rows in all,
     * written in a second or two.
     *
     * @param now the newest rows are of shortly before
     */
    public static SampleData standard(Instant now) {
        return new SampleData(now, SEED, 400, 320);
    }

    /** The same with other chances, for those who want another but no less reproducible company. */
    public SampleData withSeed(long other) {
        return new SampleData(now, other, sessions, insights);
    }

    /** Whether {@link #fill} would refuse no row: the database has no client yet. */
    public static boolean fits(Connection connection) throws SQLException {
        return clients(connection) == 0;
    }

    static long clients(Connection connection) throws SQLException {
        return Long.parseLong(text(connection, "SELECT COUNT(*) FROM clients"));
    }

    /**
     * Writes the rows in one transaction of its own: all or none. Users that are there already are left alone.
     *
     * @param connection to the migrated database, not in a transaction; its autocommit and time zone are as before
     *     afterwards
     * @param progress hears of each batch
     * @throws Problem {@link ErrorCode#NOT_EMPTY} when there are clients; nothing is written
     * @throws CancellationException when the thread is interrupted; nothing is written, and the thread stays
     *     interrupted
     * @throws SQLException when the database refuses something; nothing is written
     */
    public void fill(Connection connection, Progress progress) throws SQLException {
        var present = clients(connection);
        if (present > 0) {
            throw new Problem(ErrorCode.NOT_EMPTY, present);
        }
        var tables = rows(usernames(connection));
        var zone = text(connection, "SELECT @@session.time_zone");
        var committing = connection.getAutoCommit();
        try {
            connection.setAutoCommit(false);
            zone(connection, "+00:00");
            write(connection, tables, progress);
            connection.commit();
            zone(connection, zone);
            connection.setAutoCommit(committing);
        } catch (SQLException | RuntimeException e) {
            undo(connection, zone, committing, e);
            // The driver may notice the interruption before the loop does, and gives up the connection then.
            if (Thread.currentThread().isInterrupted() && !(e instanceof CancellationException)) {
                throw cancelled(e);
            }
            throw e;
        }
    }

    private static void undo(Connection connection, String zone, boolean committing, Exception reason) {
        try {
            connection.rollback();
            zone(connection, zone);
            connection.setAutoCommit(committing);
        } catch (SQLException e) {
            // A broken connection can't be put in order; the server rolls back what was left open.
            reason.addSuppressed(e);
        }
    }

    /** All rows, table by table in the order in which they must be written. */
    private List<Table> rows(Set<String> takenUsernames) {
        var stage = new Stage(now, seed);
        People.add(stage, takenUsernames);
        new Clients(stage).add();
        Tags.add(stage);
        new Failures(stage).add();
        new Sessions(stage).add(sessions);
        new Insights(stage).add(insights);
        new Evidence(stage).add();
        new Tickets(stage).add();
        new Metrics(stage).add();
        new Backups(stage).add();
        new Plans(stage).add();
        return stage.tables();
    }

    private static void write(Connection connection, List<Table> tables, Progress progress) throws SQLException {
        var total = tables.stream().mapToInt(table -> table.rows().size()).sum();
        var done = 0;
        for (var table : tables) {
            try (var statement = connection.prepareStatement(table.sql())) {
                for (var from = 0; from < table.rows().size(); from += BATCH) {
                    if (Thread.currentThread().isInterrupted()) {
                        throw cancelled(null);
                    }
                    var rows = table.rows().subList(from, Math.min(from + BATCH, table.rows().size()));
                    batch(statement, rows);
                    done += rows.size();
                    progress.report(done, total);
                }
            }
        }
    }

    private static void batch(PreparedStatement statement, List<List<@Nullable Object>> rows) throws SQLException {
        for (var row : rows) {
            for (var i = 0; i < row.size(); i++) {
                statement.setObject(i + 1, row.get(i));
            }
            statement.addBatch();
        }
        statement.executeBatch();
    }

    private static CancellationException cancelled(@Nullable Throwable cause) {
        var cancelled = new CancellationException("filling with sample data was stopped");
        cancelled.initCause(cause);
        return cancelled;
    }

    static void zone(Connection connection, String zone) throws SQLException {
        try (var statement = connection.prepareStatement("SET time_zone = ?")) {
            statement.setString(1, zone);
            statement.execute();
        }
    }

    static Set<String> usernames(Connection connection) throws SQLException {
        var names = new HashSet<String>();
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT username FROM api_users")) {
            while (found.next()) {
                names.add(found.getString(1));
            }
        }
        return names;
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement(); var found = statement.executeQuery(query)) {
            found.next();
            return found.getString(1);
        }
    }
}
