package dev.rackside.bench;

import dev.rackside.access.AccessService;
import dev.rackside.client.ClientService;
import dev.rackside.credential.CredentialService;
import dev.rackside.db.Database;
import dev.rackside.failure.FailureService;
import dev.rackside.infrastructure.MachineService;
import dev.rackside.insight.InsightService;
import dev.rackside.session.SessionService;
import dev.rackside.tag.TagService;
import dev.rackside.ticket.TicketService;
import dev.rackside.workspace.OpenWorkspace;
import dev.rackside.workspace.Places;
import dev.rackside.workspace.Workspace;
import dev.rackside.workspace.WorkspaceOpener;
import dev.rackside.workspace.Workspaces;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;

/** A workspace of this workstation, open as the application opens it, with a plain connection beside it. */
record Desk(OpenWorkspace open, InsightService insights, Connection jdbc) implements AutoCloseable {

    static final Collection<Class<?>> ENTITIES = Stream
            .of(AccessService.ENTITIES, ClientService.ENTITIES, MachineService.ENTITIES, SessionService.ENTITIES,
                    TagService.ENTITIES, FailureService.ENTITIES, InsightService.ENTITIES, TicketService.ENTITIES,
                    CredentialService.ENTITIES)
            .<Class<?>>flatMap(Set::stream).toList();

    static Desk of(String name) throws SQLException {
        var places = Places.ofThisWorkstation();
        var workspace = new Workspaces(places).named(name).orElseThrow(() -> new IllegalStateException(
                "No workspace " + name + ": make it with rackside sample --large --workspace " + name));
        var open = new WorkspaceOpener(places, ENTITIES, () -> false).open((Workspace.Local) workspace, _ -> {
        });
        return new Desk(open, new InsightService(open.database()), open.database().dataSource().getConnection());
    }

    Database database() {
        return open.database();
    }

    @Override
    public void close() throws SQLException {
        jdbc.close();
        open.close();
    }
}
