package dev.rackside.cli;

import dev.rackside.backup.Workshop;
import dev.rackside.workspace.Places;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say with what and where backups are taken and proved. */
final class BackupOptions {

    @Option(names = "--to", paramLabel = "DIR", description = "The folder of the backups, in place of the one in Rackside's own data folder.")
    private @Nullable Path target;

    @Option(names = "--tools", paramLabel = "DIR", description = "The folder of the MariaDB programs to use, in place of the bundled ones.")
    private @Nullable Path tools;

    @Option(names = "--json", description = "Tell it as one JSON object.")
    private boolean json;

    boolean json() {
        return json;
    }

    /** @param database by whose name the backups have a folder of their own */
    Workshop workshop(Places places, String database) {
        return Tools.workshop(places, database, target, tools);
    }
}
