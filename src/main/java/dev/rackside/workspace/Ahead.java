package dev.rackside.workspace;

import dev.rackside.db.Database;
import dev.rackside.server.LocalServer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What was begun before a workspace was asked for: each on a thread of its own, and taken over once. */
final class Ahead implements AutoCloseable {

    private record Serving(Workspace.Local workspace, CompletableFuture<LocalServer> server) {}

    private @Nullable Serving serving;
    private @Nullable CompletableFuture<Database.Mapping> mapping;
    private boolean closed;

    synchronized void serve(Workspace.Local workspace, Supplier<LocalServer> start) {
        if (serving == null && !closed) {
            serving = new Serving(workspace, begun("server-ahead", start));
        }
    }

    synchronized void map(Supplier<Database.Mapping> read) {
        if (mapping == null && !closed) {
            mapping = begun("mapping-ahead", read);
        }
    }

    /** The workspace's server, as it was started ahead; started now where it wasn't, or where another one's was. */
    LocalServer server(Workspace.Local workspace, Supplier<LocalServer> start) {
        var begun = takeServing();
        if (begun == null) {
            return start.get();
        }
        if (begun.workspace().equals(workspace)) {
            return got(begun.server());
        }
        end(begun.server());
        return start.get();
    }

    /** The mapping that was read ahead; empty where none was, or where it was taken over before. */
    Optional<Database.Mapping> mapping() {
        return Optional.ofNullable(takeMapping()).map(Ahead::got);
    }

    /** Nothing is begun any more, and what was ends. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        var server = takeServing();
        if (server != null) {
            end(server.server());
        }
        var read = takeMapping();
        if (read != null) {
            end(read);
        }
    }

    private synchronized @Nullable Serving takeServing() {
        var taken = serving;
        serving = null;
        return taken;
    }

    private synchronized @Nullable CompletableFuture<Database.Mapping> takeMapping() {
        var taken = mapping;
        mapping = null;
        return taken;
    }

    private static <T> CompletableFuture<T> begun(String name, Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, task -> Thread.ofPlatform().name(name).daemon().start(task));
    }

    private static <T> T got(CompletableFuture<T> begun) {
        try {
            return begun.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private static <T extends AutoCloseable> void end(CompletableFuture<T> begun) {
        begun.thenAccept(made -> {
            try {
                made.close();
            } catch (Exception e) {
                throw new CompletionException(e);
            }
        }).exceptionally(_ -> null).join();
    }
}
