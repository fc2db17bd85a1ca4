package dev.rackside.db;

import java.util.List;

/**
 * What a migration will do to a database, for an administrator to read before it is done. Adoption only ever adds.
 *
 * @param before the state that the plan was made for
 * @param steps what will be added, in the order of the tables' names; empty where nothing will
 * @param obstacles what has to be settled first; while there is one, nothing is migrated
 */
public record SchemaPlan(SchemaState before, List<Step> steps, List<Obstacle> obstacles) {

    public SchemaPlan {
        steps = List.copyOf(steps);
        obstacles = List.copyOf(obstacles);
    }

    /** What is done in a step; each has a message {@code schema.step.<key>} with the table and the names. */
    public enum Act {
        ADD_TABLE, ADD_COLUMNS, ADD_INDEXES, ADD_FOREIGN_KEYS,
        /** Fills added columns from what the rows hold already. */
        FILL_COLUMNS
    }

    /**
     * One step.
     *
     * @param names the columns, indexes or keys; empty for a whole table
     */
    public record Step(Act act, String table, List<String> names) {}

    /** Why a database can't be adopted as it is; each has a message {@code schema.obstacle.<key>}. */
    public enum Reason {
        /** A view or something else stands where a table is needed; its name */
        NOT_A_TABLE,
        /** Foreign keys need InnoDB; table, engine */
        ENGINE,
        /** The id is no UUID text that can be referred to; table, type found */
        ID_TYPE,
        /** The id has no index; table */
        ID_NOT_UNIQUE,
        /** The columns of a full-text index have different collations; table, columns */
        TEXT_COLLATIONS,
        /** A column of an index is of a type without a length; table, column and type */
        INDEX_TYPE,
        /** Another program's table has a name that Rackside needs; table, columns that it lacks */
        NAME_TAKEN
    }

    /** An obstacle in a table, and what was found there. */
    public record Obstacle(Reason reason, String table, String found) {}
}
