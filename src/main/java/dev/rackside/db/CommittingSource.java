package dev.rackside.db;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The pool for those who use connections by hand: each statement commits, as JDBC promises. The pool's own connections
 * don't, so that a transaction costs no round trip to begin.
 */
record CommittingSource(DataSource pool) implements DataSource {

    @Override
    public Connection getConnection() throws SQLException {
        var connection = pool.getConnection();
        connection.setAutoCommit(true);
        return connection;
    }

    @Override
    public Connection getConnection(String account, String password) throws SQLException {
        return pool.getConnection(account, password);
    }

    @Override
    public @Nullable PrintWriter getLogWriter() throws SQLException {
        return pool.getLogWriter();
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter writer) throws SQLException {
        pool.setLogWriter(writer);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        pool.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return pool.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return pool.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return pool.isWrapperFor(type);
    }
}
