package dev.rackside.backup.ui;

import dev.rackside.backup.BackupRestorer;
import dev.rackside.backup.Workshop;
import dev.rackside.db.Database;
import dev.rackside.db.TestServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/** Restores for tests of screens. */
final class Restoring {

    private Restoring() {
    }

    /** For screens that nobody restores from. */
    static BackupRestorer nowhere(Database database) {
        return at(database, Path.of("target", "no-restores"));
    }

    static BackupRestorer at(Database database, Path folder) {
        return new BackupRestorer(database, workshop(folder), () -> "mara.ellis", () -> {
            try {
                return Optional.of(TestServer.shared().connectAsRoot());
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    static Workshop workshop(Path folder) {
        return new Workshop(folder.resolve("backups"), folder.resolve("backup.key"), folder.resolve("cache"),
                TestServer::program);
    }
}
