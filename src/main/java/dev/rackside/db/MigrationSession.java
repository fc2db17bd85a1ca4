package dev.rackside.db;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * How the session of a migration is set. It isn't strict: zero dates of other programs must pass, and a column that is
 * wider than an index can be is indexed by its beginning. A table
 * that keeps its history may be altered, and keeps it. Notes about what is there already are no news.
 */
record MigrationSession(Duration tableWait) implements Callback {

    private static final int READ_ONLY_ON_OLDER_SERVERS = 1238;

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_CONNECT;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        var settings = "SET SESSION time_zone = '+00:00', sql_notes = 0, foreign_key_checks = 1, system_versioning_alter_history = 'KEEP', lock_wait_timeout = "
                + Math.max(1, tableWait.toSeconds())
                + ", sql_mode = 'NO_ENGINE_SUBSTITUTION'";
        try (var statement = context.getConnection().createStatement()) {
            statement.execute(settings);
            keepTimestampsAsTheyAre(statement);
        } catch (SQLException e) {
            throw new FlywayException(e);
        }
    }

    /** Where this is off, altering a table may give its first timestamp a default and an ON UPDATE. */
    private static void keepTimestampsAsTheyAre(Statement statement) throws SQLException {
        try {
            statement.execute("SET SESSION explicit_defaults_for_timestamp = 1");
        } catch (SQLException e) {
            if (e.getErrorCode() != READ_ONLY_ON_OLDER_SERVERS) {
                throw e;
            }
        }
    }

    @Override
    public String getCallbackName() {
        return "session";
    }
}
