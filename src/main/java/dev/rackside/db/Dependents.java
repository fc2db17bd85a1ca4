package dev.rackside.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.hibernate.StatelessSession;

/**
 * What goes with a row when it is deleted, by the foreign keys that the server really has; also in tables that this
 * program doesn't know.
 *
 * @param groups by effect and table; a row that is reached in several ways counts
 *     once; empty where nothing hangs on the row
 */
public record Dependents(List<Group> groups) {

    public Dependents {
        groups = List.copyOf(groups);
    }

    /** What happens to a row that hangs on a deleted one. */
    public enum Effect {
        /** It is deleted as well. */
        DELETED,
        /** It stays and no longer refers to the deleted row. */
        UNLINKED,
        /** It makes the server refuse the delete. */
        REFUSES
    }

    /** Rows of one table with the same fate. */
    public record Group(String table, Effect effect, long rows) {}

    /** Counts what hangs on the row of a table with this id; changes nothing. */
    public static Dependents of(StatelessSession session, String table, UUID id) {
        return session.doReturningWork(connection -> of(connection, table, id));
    }

    /** Counts what hangs on the row of a table with this id; changes nothing. */
    public static Dependents of(Connection connection, String table, UUID id) throws SQLException {
        return new DeleteWalk(connection).from(table, id);
    }

    /** How many rows of a table share a fate. */
    public long rows(String table, Effect effect) {
        return groups.stream().filter(group -> group.table().equals(table) && group.effect() == effect)
                .mapToLong(Group::rows).sum();
    }

    /** Whether the server would refuse the delete. */
    public boolean refused() {
        return groups.stream().anyMatch(group -> group.effect() == Effect.REFUSES);
    }
}
