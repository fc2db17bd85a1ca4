package dev.rackside.backup.dump;

import dev.rackside.backup.Reason;
import dev.rackside.backup.Watch;
import dev.rackside.db.DatabaseAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

/**
 * The moment that a dump is of, seen by us too. One connection keeps all tables from being written to while another
 * and the dump's program each begin a transaction with a consistent snapshot: both then see the very same rows, and
 * the tables are let go. What is measured in this snapshot afterwards is what is in the dump, however busily others
 * write meanwhile.
 */
final class Snapshot implements AutoCloseable {

    /** A transaction of somebody else's may be long; all others would wait behind us. */
    private static final int PATIENCE_SECONDS = 8;

    private final Connection locks;
    private final Connection view;
    private final SortedMap<String, Long> positions = new TreeMap<>();
    private String viewId = "";
    private volatile boolean aborted;

    private Snapshot(Connection locks, Connection view) {
        this.locks = locks;
        this.view = view;
    }

    /**
     * Locks the tables and begins the snapshot.
     *
     * @param address with the one host that the dump's program goes to
     * @param watch may cancel: others' locks are waited for, and thousands of tables take long to lock
     */
    static Snapshot begin(DatabaseAddress address, char[] password, Watch watch) {
        var snapshot = new Snapshot(address.connectPatiently(password), address.connectPatiently(password));
        try (var _ = Ending.of(snapshot.locks, watch)) {
            snapshot.begin();
            return snapshot;
        } catch (SQLException e) {
            snapshot.close();
            watch.check();
            throw Sql.failure(e);
        } catch (RuntimeException e) {
            snapshot.close();
            throw e;
        }
    }

    private void begin() throws SQLException {
        NeededRights.check(locks);
        Sql.execute(locks, "SET SESSION lock_wait_timeout = " + PATIENCE_SECONDS);
        var items = items(locks);
        if (!items.isEmpty()) {
            Sql.execute(locks, "LOCK TABLES " + items.stream().map(item -> Sql.quoted(item.name()) + " READ")
                    .collect(Collectors.joining(", ")));
        }
        viewId = Sql.row(view, "SELECT CONNECTION_ID()").getFirst();
        Sql.execute(view, "START TRANSACTION WITH CONSISTENT SNAPSHOT");
        // Asked where no locks are held: with thousands, the server takes minutes to look each table up among them.
        if (!items.equals(items(view))) {
            throw new DumpFailure(Reason.DEFINITION_CHANGED, "tables");
        }
        positions.putAll(positions(locks, items));
    }

    private static List<Item> items(Connection connection) throws SQLException {
        return Contents.items(connection).stream()
                .filter(item -> item.kind().equals(Item.TABLE) || item.kind().equals(Item.SEQUENCE)).sorted().toList();
    }

    /** Lets others write again; the dump's program has begun its own snapshot. */
    void letGo() throws SQLException {
        Sql.execute(locks, "UNLOCK TABLES");
    }

    /** Where each sequence stood when the snapshot began: a sequence goes on beside transactions. */
    SortedMap<String, Long> positions() {
        return positions;
    }

    /** Where each sequence stands now. */
    private static SortedMap<String, Long> positions(Connection connection, List<Item> items) throws SQLException {
        var positions = new TreeMap<String, Long>();
        for (var item : items) {
            if (item.kind().equals(Item.SEQUENCE)) {
                positions.put(item.name(), Long.valueOf(Sql.row(connection,
                        "SELECT next_not_cached_value FROM " + Sql.quoted(item.name())).getFirst()));
            }
        }
        return positions;
    }

    SortedMap<String, Long> positionsNow() throws SQLException {
        return positions(locks, Contents.items(locks));
    }

    /** What is there by name, as it is now. */
    Contents contents(Watch watch) throws SQLException {
        return Contents.read(locks, () -> go(watch));
    }

    /** Each object is asked for by a statement of its own: an end between two of them must be seen too. */
    private void go(Watch watch) {
        watch.check();
        if (aborted) {
            throw new CancellationException();
        }
    }

    boolean versioned() throws SQLException {
        return Contents.versioned(view);
    }

    /** About how many bytes a dump will have. */
    long size() throws SQLException {
        return Long.parseLong(Sql.row(view, """
                SELECT CAST(COALESCE(SUM(data_length), 0) AS UNSIGNED) FROM information_schema.tables
                WHERE table_schema = DATABASE()""").getFirst());
    }

    /** Counts every table and reads it through, in the snapshot. */
    List<TableFacts> measure(Contents contents, Watch watch) throws SQLException {
        var facts = new ArrayList<TableFacts>();
        for (var item : contents.definitions().keySet()) {
            if (item.kind().equals(Item.TABLE)) {
                go(watch);
                facts.add(TableFacts.measure(view, item.name()));
            }
        }
        facts.sort(Comparator.comparing(TableFacts::name));
        return facts;
    }

    /** The server's version and name, as it tells them. */
    List<String> server() throws SQLException {
        return Sql.row(locks, "SELECT VERSION(), @@hostname, @@port");
    }

    /** The version of Rackside's tables; 0 where they have none. */
    int schemaVersion() throws SQLException {
        var known = Sql.rows(locks, """
                SELECT table_name FROM information_schema.columns WHERE table_schema = DATABASE()
                    AND table_name = 'schema_info' AND column_name = 'current_version'""");
        return known.isEmpty()
                ? 0
                : Integer.parseInt(Sql.row(locks, "SELECT COALESCE(MAX(current_version), 0) FROM schema_info")
                        .getFirst());
    }

    /** Ends what is being measured, from another thread: the dump has come to nothing. */
    void abort() {
        aborted = true;
        try {
            Sql.execute(locks, "KILL QUERY " + viewId);
        } catch (SQLException _) {
            // The account may end its own queries; where the connection is gone, the query ends by itself.
        }
    }

    @Override
    public void close() {
        close(view);
        close(locks);
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException _) {
            // The server ends what a lost connection held.
        }
    }
}
