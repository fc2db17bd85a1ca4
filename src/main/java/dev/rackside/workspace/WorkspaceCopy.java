package dev.rackside.workspace;

import dev.rackside.db.Copier;
import dev.rackside.db.CopyPlan;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.row.Comparison;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import javax.sql.DataSource;

/**
 * Copies all rows of an open workspace to another one and compares both, row by row: a local one to a team's server, or
 * a team's to a new one on this computer. The source is only read; the target must have no rows, or only those that an
 * interrupted copy of the same source left. All methods block.
 */
public final class WorkspaceCopy implements AutoCloseable {

    private final DataSource source;
    private final CopyTarget target;

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

    private WorkspaceCopy(DataSource source, CopyTarget target) {
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
        return new WorkspaceCopy(source.database().dataSource(), new TeamTarget(team, password));
    }

    /** To a local workspace that isn't open, new or not; its server is started when it is looked at. */
    public static WorkspaceCopy toLocal(OpenWorkspace source, Workspace.Local local, Places places) {
        return new WorkspaceCopy(source.database().dataSource(), new LocalTarget(local, places));
    }

    /** Looks at both sides; changes nothing, and makes no tables. */
    public CopyPreview preview() {
        return reported(() -> {
            if (target.tablesNeeded()) {
                return previewOfSource();
            }
            try (var copier = copier()) {
                var rows = copier.rowsOfTarget();
                return new CopyPreview(counted(copier.plan().tables(), copier::rows), false, rows,
                        rows > 0 && isBegun(copier, (_, _, _) -> {
                        }), leftOut(copier.plan()));
            }
        });
    }

    /**
     * What the source has, all of it, since the target's tables will be such as this program makes them. Its connection
     * goes back to those that the workspace writes with, so it must not be set up as a copy's target.
     */
    private CopyPreview previewOfSource() throws SQLException {
        try (var connection = source.getConnection()) {
            var tables = CopyPlan.of(connection, connection).tables();
            return new CopyPreview(counted(tables, table -> Copier.count(connection, table)), true, 0, false,
                    List.of());
        }
    }

    /** Counts a table's rows. */
    private interface Counting {
        long rows(CopyPlan.Table table) throws SQLException;
    }

    private static List<CopyPreview.Counted> counted(List<CopyPlan.Table> all, Counting counting) throws SQLException {
        var tables = new ArrayList<CopyPreview.Counted>();
        for (var table : all) {
            var rows = counting.rows(table);
            if (rows > 0) {
                tables.add(new CopyPreview.Counted(table.name(), rows));
            }
        }
        return tables;
    }

    private static List<String> leftOut(CopyPlan plan) {
        var all = new ArrayList<>(plan.tablesLeftOut());
        all.addAll(plan.columnsLeftOut());
        return all;
    }

    /** A complete copy is none that broke off: somebody may work with it by now. */
    private static boolean isBegun(Copier copier, Copier.Progress progress) throws SQLException {
        var found = copier.compare(progress);
        return found.partOfTheSource() && !found.same();
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
     * Copies and compares. What this wrote is taken away again where it is cancelled.
     *
     * @param replace whether what an earlier try left may be taken away first
     * @throws Problem COPY_TARGET_FILLED where the target has rows already, COPY_BEGUN where an earlier try left them and
     *     they may not be replaced, COPY_REFUSED where it takes a row not, or what a connection can meet
     * @throws CancellationException where {@code progress} stopped it
     */
    public Comparison run(boolean replace, Progress progress) {
        return reported(() -> {
            progress.at(Step.PREPARE, "", 0);
            try (var copier = copier()) {
                var there = copier.rowsOfTarget();
                if (there > 0) {
                    if (!isBegun(copier, said(progress, Step.PREPARE))) {
                        throw new Problem(ErrorCode.COPY_TARGET_FILLED, there);
                    }
                    if (!replace) {
                        throw new Problem(ErrorCode.COPY_BEGUN, there);
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
