package dev.rackside.db;

import com.zaxxer.hikari.HikariDataSource;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.row.Order;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * The one way to the database. {@link #read} and {@link #write} are the only transactions; both throw at once on the
 * screen thread, and a {@link Problem} where the server is away, busy or refuses.
 */
public final class Database implements AutoCloseable {

    private static final int POOL_SIZE = 6;
    /** What every session of ours sets: instants are UTC, a value that doesn't fit is refused rather than cut. */
    static final String SESSION_SETTINGS = "SET SESSION time_zone = '+00:00', innodb_lock_wait_timeout = 10, "
            + "sql_mode = 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'";

    /** No row on a server that isn't in a cluster. */
    static final String CLUSTER_READY = """
            select status.variable_value
            from information_schema.global_status status
            join information_schema.global_variables variables
              on variables.variable_name = 'WSREP_ON' and variables.variable_value = 'ON'
            where status.variable_name = 'WSREP_READY'""";

    private final MariaDbDataSource way;
    private final HikariDataSource pool;
    private final SessionFactory sessions;
    private final char[] password;
    private final BooleanSupplier onScreenThread;
    private volatile DatabaseAddress address;
    private volatile Retry retry;
    private volatile @Nullable Problem writesRefused;
    private final Gate gate = new Gate();

    private Database(DatabaseAddress address, MariaDbDataSource way, Mapping mapping, char[] password,
            BooleanSupplier onScreenThread) {
        this.address = address;
        this.way = way;
        this.pool = mapping.pool;
        this.sessions = mapping.sessions;
        this.password = password.clone();
        this.onScreenThread = onScreenThread;
        this.retry = new Retry(address, this::dropConnections);
    }

    /**
     * What the rooms' classes say of their tables, read without a connection: a second or two that may pass while a
     * server starts. Good for one database.
     */
    public static final class Mapping implements AutoCloseable {

        private final HikariDataSource pool;
        private final SessionFactory sessions;

        private Mapping(HikariDataSource pool, Collection<Class<?>> entities) {
            this.pool = pool;
            sessions = mapping(pool, entities);
        }

        /** Reads it. Takes a second or two, so never on the screen thread. */
        public static Mapping of(Collection<Class<?>> entities) {
            return new Mapping(new HikariDataSource(), entities);
        }

        /**
         * Understands how a list's first page is asked for, which takes longer than the page itself where it is the
         * first that is asked for at all.
         */
        public void prepare(Listing<?> listing, Order order) {
            sessions.inStatelessSession(session -> listing.prepare(session, order));
        }

        /** Lets go of it, where no database took it over. */
        @Override
        public void close() {
            sessions.close();
            pool.close();
        }
    }

    /**
     * Connects and reads the mapping. Takes seconds, so never on the screen thread.
     *
     * @param password used while opening and for new connections of the pool; the caller may wipe its copy afterwards
     * @param entities the classes that the rooms map
     * @param onScreenThread tells whether the calling thread is the one that draws
     */
    public static Database open(DatabaseAddress address, char[] password, Collection<Class<?>> entities,
            BooleanSupplier onScreenThread) {
        var way = way(address, password);
        var pool = new HikariDataSource();
        try {
            connect(pool, way);
            return new Database(address, way, new Mapping(pool, entities), password, onScreenThread);
        } catch (RuntimeException e) {
            pool.close();
            throw Translation.of(address).translate(e);
        }
    }

    /** As {@link #open(DatabaseAddress, char[], Collection, BooleanSupplier)}, with a mapping that was read before. */
    public static Database open(DatabaseAddress address, char[] password, Mapping mapping,
            BooleanSupplier onScreenThread) {
        try {
            var way = way(address, password);
            connect(mapping.pool, way);
            return new Database(address, way, mapping, password, onScreenThread);
        } catch (RuntimeException e) {
            mapping.close();
            throw Translation.of(address).translate(e);
        }
    }

    private static MariaDbDataSource way(DatabaseAddress address, char[] password) {
        try {
            var way = new MariaDbDataSource(address.jdbcUrl()) {
                @Override
                public void setLoginTimeout(int seconds) {
                    // The pool would put its own patience in place of the address's: the first host of a cluster that
                    // is away would then use up the time for all of them.
                }
            };
            way.setUser(address.account());
            way.setPassword(new String(password));
            return way;
        } catch (SQLException e) {
            throw new IllegalArgumentException(address.toString(), e);
        }
    }

    private static void connect(HikariDataSource pool, MariaDbDataSource way) {
        pool.setPoolName("rackside");
        pool.setDataSource(way);
        pool.setMaximumPoolSize(POOL_SIZE);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(Duration.ofSeconds(8).toMillis());
        pool.setKeepaliveTime(Duration.ofMinutes(2).toMillis());
        // A transaction begins with its first statement: no round trip to begin it, none to go back.
        pool.setAutoCommit(false);
        pool.setConnectionInitSql(SESSION_SETTINGS);
        try {
            pool.getConnection().close();
        } catch (SQLException e) {
            throw new IllegalStateException("No connection", e);
        }
    }

    private static SessionFactory mapping(DataSource pool, Collection<Class<?>> entities) {
        var configuration = new HibernatePersistenceConfiguration("rackside");
        entities.forEach(configuration::managedClass);
        return configuration
                .property("jakarta.persistence.nonJtaDataSource", pool)
                // Said here, it needn't be asked of a server: the oldest series that is worked with.
                .property("hibernate.boot.allow_jdbc_metadata_access", "false")
                .property("jakarta.persistence.database-product-name", "MariaDB")
                .property("jakarta.persistence.database-major-version", "10")
                .property("jakarta.persistence.database-minor-version", "6")
                .property("hibernate.type.preferred_uuid_jdbc_type", "CHAR")
                .property("hibernate.jdbc.time_zone", "UTC")
                .property("hibernate.connection.provider_disables_autocommit", true)
                .property("hibernate.hbm2ddl.auto", "none")
                .property("hibernate.jpa.compliance.query", "false")
                .createEntityManagerFactory();
    }

    /**
     * Reads in one transaction; tried once more where the connection was lost. An interrupt of the calling thread ends
     * the query on the server.
     *
     * @throws java.util.concurrent.CancellationException where the thread is interrupted
     */
    public <T> T read(Function<StatelessSession, T> work) {
        refuseOnScreenThread();
        return retry.reading(() -> Reading.transaction(sessions, work));
    }

    /**
     * Writes in one transaction. After a deadlock or a lock timeout the whole of it is done again, so {@code work} must
     * have no effect outside the database. Where the connection is lost in the commit itself, nothing is repeated and
     * the outcome is reported as unknown. An interrupt waits until the transaction is over.
     */
    public <T> T write(Function<StatelessSession, T> work) {
        refuseWhereReadOnly();
        return retry.writing(() -> Reading.undisturbed(() -> commit(work)), null);
    }

    /**
     * As {@link #write(Function)}, for work that can be recognised afterwards: where the connection is lost in the
     * commit, {@code landed} looks whether it arrived (by the id that was made here), and only if not it is repeated.
     */
    public <T> T write(Function<StatelessSession, T> work, Predicate<StatelessSession> landed, T whenLanded) {
        refuseWhereReadOnly();
        return retry.writing(() -> Reading.undisturbed(() -> commit(work)),
                () -> sessions.fromStatelessTransaction(session -> landed.test(session)) ? whenLanded : null);
    }

    /** From now on every write fails with this problem: the schema is of another version, or the account only reads. */
    public void refuseWrites(Problem because) {
        writesRefused = because;
    }

    /** Why nothing can be written; null where it can. */
    public @Nullable Problem writesRefused() {
        return writesRefused;
    }

    /** Who may come to it at this moment. */
    public Gate gate() {
        return gate;
    }

    private <T> T commit(Function<StatelessSession, T> work) {
        try (var session = sessions.openStatelessSession()) {
            var transaction = session.beginTransaction();
            T result;
            try {
                result = work.apply(session);
            } catch (RuntimeException | Error e) {
                rollback(transaction, e);
                throw e;
            }
            try {
                transaction.commit();
            } catch (RuntimeException e) {
                throw new Retry.CommitFailed(e);
            }
            return result;
        }
    }

    private static void rollback(org.hibernate.Transaction transaction, Throwable because) {
        try {
            transaction.rollback();
        } catch (RuntimeException e) {
            because.addSuppressed(e);
        }
    }

    /**
     * Asks the server for its clock, and a cluster's node whether it is ready: a node without a majority accepts
     * connections but no work.
     */
    public Instant ping() {
        return read(session -> {
            var ready = session.createNativeQuery(CLUSTER_READY, String.class).getSingleResultOrNull();
            if ("OFF".equalsIgnoreCase(ready)) {
                throw new Problem(ErrorCode.CLUSTER_NOT_READY, address.hostList());
            }
            return serverClock(session);
        });
    }

    /** The server's own words for its version: "11.4.5-MariaDB". */
    public String serverVersion() {
        return read(session -> session.createNativeQuery("select version()", String.class).getSingleResult());
    }

    /** The server's clock, to the microsecond. Order and due times follow it, not the workstation's. */
    public static Instant serverClock(StatelessSession session) {
        return session.createNativeQuery("select utc_timestamp(6)", Instant.class).getSingleResult();
    }

    /**
     * The server is to be reached elsewhere from now on: a local server that was started again got another port.
     * Whoever holds this object goes on with it.
     *
     * @param elsewhere the same database, of the same account
     */
    public synchronized void moveTo(DatabaseAddress elsewhere) {
        if (elsewhere.equals(address)) {
            return;
        }
        try {
            way.setUrl(elsewhere.jdbcUrl());
        } catch (SQLException e) {
            throw new IllegalArgumentException(elsewhere.toString(), e);
        }
        address = elsewhere;
        retry = new Retry(elsewhere, this::dropConnections);
        dropConnections();
    }

    /** One connection was lost, so the idle ones are no better: the server went away, or the way to it. */
    private void dropConnections() {
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    public DatabaseAddress address() {
        return address;
    }

    /**
     * Gives the account's password to work that signs in beside the pool: a program of the server's own, a connection
     * that is silent for long. What the work is given is wiped when it returns.
     */
    public <T> T withPassword(Function<char[], T> work) {
        var copy = password.clone();
        try {
            return work.apply(copy);
        } finally {
            Arrays.fill(copy, '\0');
        }
    }

    /** Connections of the pool, for migrations and what else isn't a mapped row; each statement commits. */
    public DataSource dataSource() {
        return new CommittingSource(pool);
    }

    private void refuseWhereReadOnly() {
        refuseOnScreenThread();
        var because = writesRefused;
        if (because != null) {
            throw new Problem(because.code(), because, because.arguments().toArray());
        }
    }

    private void refuseOnScreenThread() {
        if (onScreenThread.getAsBoolean()) {
            throw new IllegalStateException("The database was called on the screen thread");
        }
        if (sessions.isClosed()) {
            // Work that was under way when the workspace was closed: expected, and nobody's fault.
            throw new Problem(ErrorCode.CONNECTION_LOST, address.hostList());
        }
        gate.refuse();
    }

    /** Waits for what must not be left half done. */
    @Override
    public void close() {
        gate.await();
        sessions.close();
        pool.close();
        Arrays.fill(password, '\0');
    }
}
