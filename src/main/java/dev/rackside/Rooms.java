package dev.rackside;

import dev.rackside.access.AccessService;
import dev.rackside.backup.BackupHealth;
import dev.rackside.backup.BackupService;
import dev.rackside.backup.ui.BackupScreen;
import dev.rackside.backup.ui.BackupWatch;
import dev.rackside.client.ClientService;
import dev.rackside.fx.Background;
import dev.rackside.fx.ChoicePicker;
import dev.rackside.fx.Failures;
import dev.rackside.fx.Views;
import dev.rackside.shell.DeskController;
import dev.rackside.shell.Destination;
import dev.rackside.workspace.OpenWorkspace;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.HostServices;
import org.kordamp.ikonli.feather.Feather;

/** What lives as long as a workspace is open: each room's service and its screens. */
final class Rooms {

    private static final int SCOPE_MATCHES = 50;

    /** Every class that a room maps. */
    static final Set<Class<?>> ENTITIES = Stream
            .of(AccessService.ENTITIES, ClientService.ENTITIES, BackupService.ENTITIES)
            .flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

    private final ClientService clients;
    private final BackupService backups;
    private final BackupWatch backupWatch;
    private final OpenWorkspace workspace;
    private final Background background;
    private final Failures failures;
    private final DeskController desk;

    Rooms(OpenWorkspace workspace, Background background, Failures failures, Views views, DeskController desk,
            HostServices hostServices) {
        this.workspace = workspace;
        this.background = background;
        this.failures = failures;
        this.desk = desk;
        clients = new ClientService(workspace.database());
        backups = new BackupService(workspace.database());
        backupWatch = new BackupWatch(backups, background, health -> mark(desk, health));
    }

    List<Destination> destinations() {
        return List.of(new Destination("backups", Feather.ARCHIVE, () -> new BackupScreen(backups,
                workspace.who().username(), background, failures, desk.scope())));
    }

    private static void mark(DeskController desk, BackupHealth health) {
        desk.mark("backups", switch (health.light()) {
            case GREEN -> null;
            case AMBER -> "dot-warn";
            case RED -> "dot-bad";
        }, health.sentence());
    }

    /** What looks at the database by itself stops. */
    void close() {
        backupWatch.stop();
    }

    ChoicePicker.Lookup scopeLookup() {
        return text -> clients.choices(text, SCOPE_MATCHES);
    }
}
