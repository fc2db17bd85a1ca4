package dev.rackside.workspace;

import dev.rackside.db.Migrations;
import dev.rackside.db.SchemaState;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.sql.Connection;

/** A database at a team's server, which is empty or Rackside's. */
final class TeamTarget implements CopyTarget {

    private final Workspace.Team team;
    private final char[] password;
    private final Migrations migrations;

    /**
     * @param password kept; the caller wipes it
     * @throws Problem where the database can't be reached, or isn't one that Rackside may write to
     */
    TeamTarget(Workspace.Team team, char[] password) {
        this.team = team;
        this.password = password;
        migrations = Migrations.at(team.address(), password);
        var state = migrations.state();
        if (state.kind() != SchemaState.Kind.EMPTY && state.kind() != SchemaState.Kind.CURRENT) {
            throw state.problem(team.database())
                    .orElseGet(() -> new Problem(ErrorCode.SCHEMA_FOREIGN, team.database()));
        }
    }

    @Override
    public Connection connect() {
        if (tablesNeeded()) {
            migrations.migrate();
        }
        return team.address().connect(password);
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
}
