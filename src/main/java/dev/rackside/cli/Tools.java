package dev.rackside.cli;

import dev.rackside.backup.Workshop;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.server.ServerProgram;
import dev.rackside.workspace.Places;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds with what and where backups are taken, by what the options of a command say. */
final class Tools {

    private Tools() {
    }

    /**
     * @param name by which the backups have a folder of their own
     * @param target the folder of the backups; null for that one
     * @param programs the folder of the MariaDB programs; null for the bundled ones
     */
    static Workshop workshop(Places places, String name, @Nullable Path target, @Nullable Path programs) {
        return Workshop.of(places.data(), places.config(), places.cache(), name).with(
                target == null ? null : target.toAbsolutePath(), programs == null ? null : () -> in(programs));
    }

    private static ServerProgram in(Path folder) {
        return ServerProgram.in(folder.toAbsolutePath())
                .orElseThrow(() -> new Problem(ErrorCode.NO_SERVER_PROGRAM, folder));
    }
}
