package dev.rackside.cli;

import dev.rackside.backup.BackupService;
import dev.rackside.backup.Workstation;
import dev.rackside.backup.notice.NoticeHome;
import dev.rackside.backup.notice.Notices;
import dev.rackside.db.Database;
import dev.rackside.integration.Outside;
import dev.rackside.workspace.KeyringPasswords;
import dev.rackside.workspace.Places;
import dev.rackside.workspace.Workspace;
import dev.rackside.workspace.Workspaces;
import java.nio.file.Path;

/** Opens the workspace that the options name, and gives the door to its notices. */
final class NoticesDesk {

    private final Terminal terminal;
    private final DatabaseOptions options;

    NoticesDesk(Terminal terminal, DatabaseOptions options) {
        this.terminal = terminal;
        this.options = options;
    }

    /** What is done with notices; gives the exit code. */
    interface Work {
        int with(Notices notices);
    }

    int with(Work work) {
        if (options.address().isPresent()) {
            throw options.misused("cli.notices.workspace");
        }
        var name = options.workspace(new Workspaces(Places.ofThisWorkstation())).map(Workspace::name).orElse("");
        return new Opening(terminal, BackupService.ENTITIES).within(options, opened -> {
            var folder = opened.settings();
            if (folder == null) {
                throw options.misused("cli.notices.workspace");
            }
            try (var outside = new Outside(opened.database(), opened.who()::username)) {
                return work.with(notices(opened.database(), name, folder, outside));
            }
        });
    }

    /**
     * The notices of a workspace, for whoever has no window and so no open vault.
     *
     * @param folder of what this workstation keeps of the workspace
     */
    static Notices notices(Database database, String workspace, Path folder, Outside outside) {
        return new Notices(database, new NoticeHome(workspace, Workstation.name(), folder, new KeyringPasswords()),
                outside, null);
    }
}
