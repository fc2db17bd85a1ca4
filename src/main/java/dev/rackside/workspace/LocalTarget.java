package dev.rackside.workspace;

import dev.rackside.db.Migrations;
import dev.rackside.server.LocalServer;
import dev.rackside.server.ServerProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** A local workspace that isn't open: its server runs for as long as the copy needs it. */
final class LocalTarget implements CopyTarget {

    private final Workspace.Local local;
    private final Places places;
    private final boolean fresh;
    private @Nullable LocalServer server;

    LocalTarget(Workspace.Local local, Places places) {
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
        return fresh && server == null;
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
