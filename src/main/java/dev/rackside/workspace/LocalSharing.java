package dev.rackside.workspace;

import dev.rackside.db.DatabaseAddress;
import dev.rackside.server.LocalServer;
import dev.rackside.server.RunningServer;
import dev.rackside.server.ServerProgram;
import java.util.Optional;

/** The two ways to a local workspace's server: as one's own, or as that of another program. */
final class LocalSharing implements OpenWorkspace.Sharing {

    private final Workspace.Local workspace;
    private final Places places;

    LocalSharing(Workspace.Local workspace, Places places) {
        this.workspace = workspace;
        this.places = places;
    }

    @Override
    public LocalServer own() {
        return LocalServer.open(workspace.directory(), ServerProgram.find(places.cache().resolve("server")));
    }

    Optional<RunningServer> running() {
        return RunningServer.of(workspace.directory());
    }

    @Override
    public Optional<DatabaseAddress> theirs() {
        return running().map(server -> OpenWorkspace.addressOf(server.port(), server.account()));
    }
}
