package dev.rackside;

import dev.rackside.client.ClientService;
import dev.rackside.fx.Once;
import dev.rackside.infrastructure.MachineService;
import dev.rackside.integration.ui.MappingDoors;
import dev.rackside.integration.ui.MappingScreen;
import dev.rackside.plan.PlanService;
import dev.rackside.plan.ui.PlanActs;
import dev.rackside.plan.ui.PlanScreen;
import dev.rackside.plan.ui.PlanWatch;
import dev.rackside.shell.Destination;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.kordamp.ikonli.feather.Feather;

/** The backups of clients' machines, and what outside systems' customers and computers are here. */
final class ClientBackups {

    private static final int MATCHES = 50;

    private final Doors doors;
    private final Place place;
    private final Ways ways;
    private final PlanWatch watch;
    private final Once<PlanScreen> planScreen = new Once<>(this::makePlans);
    private final Once<MappingScreen> mappingScreen = new Once<>(this::makeMappings);

    /** Where the screens lead to. */
    record Ways(Consumer<UUID> client, Consumer<UUID> machine, Consumer<UUID> exchange) {}

    /** The services that the screens stand on. */
    record Doors(PlanService plans, Bridges bridges, ClientService clients, MachineService machines) {}

    /** @param signedIn whether the vault is open */
    ClientBackups(Doors doors, Place place, Ways ways, BooleanSupplier signedIn) {
        this.doors = doors;
        this.place = place;
        this.ways = ways;
        watch = new PlanWatch(doors.plans(), doors.bridges().plans(), signedIn, place.background(),
                (style, sentence) -> place.desk().mark("plans", style, sentence));
    }

    Destination plans() {
        return new Destination("plans", Feather.HARD_DRIVE, planScreen::get).keys(PlanScreen.KEYS);
    }

    Destination mappings() {
        return new Destination("mappings", Feather.SHUFFLE, Destination.Group.CARE, mappingScreen::get)
                .keys(MappingScreen.KEYS);
    }

    /** Looks how the plans stand: the vault was opened, or somebody asked their system. */
    void look() {
        watch.look();
    }

    void stop() {
        watch.stop();
    }

    private PlanScreen makePlans() {
        return place.kept("plans", new PlanScreen(doors.plans(), doors.bridges().plans(), place.background(),
                place.scope(),
                new PlanActs(ways.client(), ways.machine(), this::showMapping, this::showUnmapped, ways.exchange(),
                        words -> {
                            watch.look();
                            place.desk().say(words);
                        })));
    }

    private MappingScreen makeMappings() {
        return place.kept("mappings", new MappingScreen(new MappingDoors(doors.bridges().mappings(),
                text -> doors.clients().choices(text, MATCHES),
                text -> doors.machines().choices(null, text, MATCHES), doors.bridges()::fetchCustomers),
                place.background()));
    }

    private void showMapping(UUID id) {
        place.desk().go("mappings", () -> mappingScreen.get().show(id));
    }

    private void showUnmapped() {
        place.desk().go("mappings", () -> mappingScreen.get().showOpen());
    }
}
