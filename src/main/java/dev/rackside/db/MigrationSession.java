package dev.rackside.db;

import java.sql.SQLException;
import java.time.Duration;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * How the session of a migration is set. It isn't strict: zero dates of other programs must pass, and a column that is
 * wider than an index can be is indexed by its beginning. Notes about what is there already are no news.
 */
record MigrationSession(Duration tableWait) implements Callback {

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
        var settings = "SET SESSION time_zone = '+00:00', sql_notes = 0, foreign_key_checks = 1, lock_wait_timeout = "
                + Math.max(1, tableWait.toSeconds())
                + ", sql_mode = 'NO_ENGINE_SUBSTITUTION'";
        try (var statement = context.getConnection().createStatement()) {
            statement.execute(settings);
        } catch (SQLException e) {
            throw new FlywayException(e);
        }
    }

    @Override
    public String getCallbackName() {
        return "session";
    }
}
