package dev.rackside.workspace;

import dev.rackside.db.Copier;
import dev.rackside.db.CopyPlan;
import dev.rackside.db.Migrations;
import dev.rackside.db.SchemaState;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.row.Comparison;
import dev.rackside.server.LocalServer;
import dev.rackside.server.ServerProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Copies all rows of an open workspace to another one and compares both, row by row: a local one to a team's server, or
 * a team's to a new one on this computer. The source is only read; the target must have no rows, or only those that an
 * interrupted copy of the same source left. All methods block.
 */
public final class WorkspaceCopy implements AutoCloseable {

    private final DataSource source;
    private final Target target;

    /** Where the rows go. */
    private interface Target extends AutoCloseable {

        /** Makes the tables where there are none, and connects. */
        Connection connect() throws SQLException;

        /** Whether the tables must be made first. */
        boolean tablesNeeded();

        /** The copy came to nothing: takes away what was made for it. */
        void abandon();

        @Override
        void close();
    }

    /**
     * What would be copied.
     *
     * @param tables those that have rows
     * @param tablesNeeded whether the target has no tables yet; then nothing is left out that is known of
     * @param targetRows how many rows the target has by now
     * @param begun whether these are what an interrupted copy of this source left; they are replaced
     * @param leftOut tables, and columns as {@code table.column}, that the target has no place for
     */
    public record Preview(List<Counted> tables, boolean tablesNeeded, long targetRows, boolean begun,
            List<String> leftOut) {

        /** A table and how many rows it has. */
        public record Counted(String table, long rows) {}

        public Preview {
            tables = List.copyOf(tables);
            leftOut = List.copyOf(leftOut);
        }

        public long rows() {
            return tables.stream().mapToLong(Counted::rows).sum();
        }

        /** Whether rows that are no copy's stand in the way. */
        public boolean refused() {
            return targetRows > 0 && !begun;
        }
    }

    /** What the work is at. */
    public enum Step {
        PREPARE, CLEAR, COPY, COMPARE
    }

    /** Hears how far the work is. */
    public interface Progress {

        /**
         * @param fraction from 0 to 1
         * @throws CancellationException to stop
         */
        void at(Step step, String table, double fraction);
    }

    private WorkspaceCopy(DataSource source, Target target) {
        this.source = source;
        this.target = target;
    }

    /**
     * To a database at a team's server.
     *
     * @param password kept until the copy is closed; the caller wipes it then
     * @throws Problem where the database can't be reached, or isn't one that Rackside may write to
     */
    public static WorkspaceCopy toTeam(OpenWorkspace source, Workspace.Team team, char[] password) {
        var address = team.address();
        var migrations = Migrations.at(address, password);
        var state = migrations.state();
        if (state.kind() != SchemaState.Kind.EMPTY && state.kind() != SchemaState.Kind.CURRENT) {
            throw state.problem(address.database())
                    .orElseGet(() -> new Problem(ErrorCode.SCHEMA_FOREIGN, address.database()));
        }
        return new WorkspaceCopy(source.database().dataSource(), new Target() {
            @Override
            public Connection connect() {
                if (migrations.state().kind() != SchemaState.Kind.CURRENT) {
                    migrations.migrate();
                }
                return address.connect(password);
            }

            @Override
            public boolean tablesNeeded() {
                return migrations.state().kind() != SchemaState.Kind.CURRENT;
            }

            @Override
            public void abandon() {
                // Tables without rows hurt nobody, and the next try needs them.
            }

            @Override
            public void close() {
                // Nothing is held open.
            }
        });
    }

    /** To a local workspace that isn't open, new or not; its server is started when it is looked at. */
    public static WorkspaceCopy toLocal(OpenWorkspace source, Workspace.Local local, Places places) {
        return new WorkspaceCopy(source.database().dataSource(), new NewLocal(local, places));
    }

    private static final class NewLocal implements Target {

        private final Workspace.Local local;
        private final Places places;
        private final boolean fresh;
        private @Nullable LocalServer server;

        NewLocal(Workspace.Local local, Places places) {
            this.local = local;
            this.places = places;
            fresh = !Files.exists(local.directory());
        }

        @Override
        public Connection connect() {
            var running = server;
            if (running == null) {
                running = LocalServer.open(local.directory(), ServerProgram.find(places.cache().resolve("server")));
                server = running;
            }
            var address = OpenWorkspace.addressOf(running);
            var password = running.account().password().toCharArray();
            Migrations.at(address, password).migrate();
            return address.connect(password);
        }

        @Override
        public boolean tablesNeeded() {
            return fresh;
        }

        /** Only what was made here goes: a folder that was there before stays. */
        @Override
        public void abandon() {
            close();
            if (fresh && Files.exists(local.directory())) {
                try (var files = Files.walk(local.directory())) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        @Override
        public void close() {
            if (server != null) {
                server.close();
                server = null;
            }
        }
    }

    /** Looks at both sides; changes nothing, and makes no tables. */
    public Preview preview() {
        return reported(() -> {
            if (target.tablesNeeded()) {
                return previewOfSource();
            }
            try (var copier = copier()) {
                var rows = copier.rowsOfTarget();
                return new Preview(counted(copier.plan().tables(), copier::rows), false, rows, rows > 0 && isBegun(copier, (_, _, _) -> {
                }), leftOut(copier.plan()));
            }
        });
    }

    /**
     * What the source has, all of it, since the target's tables will be such as this program makes them. Its connection
     * goes back to those that the workspace writes with, so it must not be set up as a copy's target.
     */
    private Preview previewOfSource() throws SQLException {
        try (var connection = source.getConnection()) {
            var tables = CopyPlan.of(connection, connection).tables();
            return new Preview(counted(tables, table -> Copier.count(connection, table)), true, 0, false, List.of());
        }
    }

    /** Counts a table's rows. */
    private interface Counting {
        long rows(CopyPlan.Table table) throws SQLException;
    }

    private static List<Preview.Counted> counted(List<CopyPlan.Table> all, Counting counting) throws SQLException {
        var tables = new ArrayList<Preview.Counted>();
        for (var table : all) {
            var rows = counting.rows(table);
            if (rows > 0) {
                tables.add(new Preview.Counted(table.name(), rows));
            }
        }
        return tables;
    }

    private static List<String> leftOut(CopyPlan plan) {
        var all = new ArrayList<>(plan.tablesLeftOut());
        all.addAll(plan.columnsLeftOut());
        return all;
    }

    private static boolean isBegun(Copier copier, Copier.Progress progress) throws SQLException {
        return copier.compare(progress).partOfTheSource();
    }

    private Copier copier() throws SQLException {
        var there = target.connect();
        try {
            return new Copier(source.getConnection(), there);
        } catch (SQLException | RuntimeException e) {
            there.close();
            throw e;
        }
    }

    /**
     * Copies and compares. What an earlier try left is taken away first; what this one wrote is, where it is cancelled.
     *
     * @throws Problem COPY_TARGET_FILLED where the target has rows of its own, COPY_REFUSED where it takes a row not,
     *     or what a connection can meet
     * @throws CancellationException where {@code progress} stopped it
     */
    public Comparison run(Progress progress) {
        return reported(() -> {
            progress.at(Step.PREPARE, "", 0);
            try (var copier = copier()) {
                var there = copier.rowsOfTarget();
                if (there > 0) {
                    if (!isBegun(copier, said(progress, Step.PREPARE))) {
                        throw new Problem(ErrorCode.COPY_TARGET_FILLED, there);
                    }
                    copier.clear(said(progress, Step.CLEAR));
                }
                try {
                    copier.copy(said(progress, Step.COPY));
                    return copier.compare(said(progress, Step.COMPARE));
                } catch (CancellationException e) {
                    copier.clear((_, _, _) -> {
                    });
                    throw e;
                }
            } catch (CancellationException e) {
                target.abandon();
                throw e;
            }
        });
    }

    /** Compares both sides as they are; changes nothing. */
    public Comparison compare(Progress progress) {
        return reported(() -> {
            try (var copier = copier()) {
                return copier.compare(said(progress, Step.COMPARE));
            }
        });
    }

    private static Copier.Progress said(Progress progress, Step step) {
        return (table, done, all) -> progress.at(step, table, all == 0 ? 1 : (double) done / all);
    }

    private interface Work<T> {
        T run() throws SQLException;
    }

    /** What the driver throws in the midst of it means that a connection is gone: everything else is told apart. */
    private static <T> T reported(Work<T> work) {
        try {
            return work.run();
        } catch (SQLException e) {
            throw new Problem(ErrorCode.COPY_BROKEN, e, String.valueOf(e.getMessage()));
        }
    }

    /** Stops the server of a new local workspace, so that it can be opened. */
    @Override
    public void close() {
        target.close();
    }
}
