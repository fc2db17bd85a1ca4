package dev.rackside;

import dev.rackside.access.AccessService;
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

/** What lives as long as a workspace is open: each room's service and its screens. */
final class Rooms {

    private static final int SCOPE_MATCHES = 50;

    /** Every class that a room maps. */
    static final Set<Class<?>> ENTITIES = Stream.of(AccessService.ENTITIES, ClientService.ENTITIES)
            .flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

    private final ClientService clients;

    Rooms(OpenWorkspace workspace, Background background, Failures failures, Views views, DeskController desk,
            HostServices hostServices) {
        clients = new ClientService(workspace.database());
    }

    List<Destination> destinations() {
        return List.of();
    }

    ChoicePicker.Lookup scopeLookup() {
        return text -> clients.choices(text, SCOPE_MATCHES);
    }
}
