package dev.rackside.sample;

import dev.rackside.sample.Cast.Client;
import dev.rackside.sample.Cast.ClientText;
import dev.rackside.sample.Cast.Machine;
import dev.rackside.sample.Cast.MachineText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The clients and their machines. */
final class Clients {

    private final Stage stage;
    private final Chance chance;
    private final Table clients;
    private final Table machines;
    private final Map<String, MachineText> kinds;

    Clients(Stage stage) {
        this.stage = stage;
        this.chance = stage.chance();
        this.clients = stage.table("clients", "id", "name", "type", "primary_contact", "domain_name", "network_subnet",
                "notes", "is_active", "created_at", "updated_at");
        this.machines = stage.table("infrastructure", "id", "client_id", "hostname", "asset_type", "ip_address", "os",
                "os_version", "powershell_version", "shell_type", "environmental_notes", "status", "has_gui",
                "created_at", "updated_at");
        this.kinds = JsonMapper.shared().readValue(TextBlocks.open("machines.json"), new TypeReference<>() {
        });
    }

    void add() {
        var texts = JsonMapper.shared().readValue(TextBlocks.open("clients.json"),
                new TypeReference<List<ClientText>>() {
                });
        for (var text : texts) {
            addClient(text);
        }
    }

    /** The client with the machines that its text names. */
    Client addClient(ClientText text) {
        var project = text.type().equals("project");
        var active = !Boolean.FALSE.equals(text.active());
        var since = stage.daysAgo(project ? 95 : chance.between(440, 1400));
        var until = active ? stage.now() : stage.daysAgo(235);
        var third = text.net().startsWith("192.168") ? chance.between(0, 2) : chance.between(1, 8) * 10;
        var client = new Client(chance.id(since), text, text.net() + "." + third, since, until, new ArrayList<>());
        stage.clients.add(client);
        clients.add(client.id(), text.name(), text.type(), text.contact(), text.domain(), client.subnet(), text.notes(),
                active, since, chance.instant(since, until));
        var numbers = new HashMap<String, Integer>();
        for (var kind : text.kinds()) {
            client.machines().add(machine(client, kind, numbers));
        }
        return client;
    }

    /** @param numbers how many machines of a name the client has had so far */
    Machine machine(Client client, String kind, Map<String, Integer> numbers) {
        var text = Objects.requireNonNull(kinds.get(kind), kind);
        var number = numbers.merge(text.name(), text.name().equals("WS0") ? chance.between(3, 19) : 1, Integer::sum);
        var since = chance.instant(client.from(), client.until().minus(Duration.ofDays(40)));
        var system = chance.one(text.systems()).split("\\|", -1);
        var machine = new Machine(chance.id(since), client,
                hostname(client, text, number), address(client, text, number),
                Machine.kinds(kind, text.type(), text.tokens(), system[3]), since);
        machines.add(machine.id(), client.id(), machine.hostname(), text.type(), machine.address(), system[0],
                system[1], orNull(system[2]), orNull(text.shell()), notes(text), status(client, text),
                !Boolean.FALSE.equals(text.gui()), since, chance.instant(since, client.until()));
        return machine;
    }

    private static String hostname(Client client, MachineText text, int number) {
        var name = client.text().prefix() + "-" + text.name();
        return text.type().equals("cloud_service") ? name : name + String.format("%02d", number);
    }

    private @Nullable String address(Client client, MachineText text, int number) {
        return switch (text.type()) {
            case "cloud_service" -> null;
            case "firewall" -> client.address(254);
            case "network_device" -> client.address((text.name().equals("SW") ? 240 : 230) + number);
            case "domain_controller" -> client.address(9 + number);
            case "nas_storage" -> client.address(50 + number);
            case "printer" -> client.address(200 + number);
            case "workstation" -> client.address(100 + number + (text.name().equals("MAC") ? 60 : 0));
            case "other" -> client.address(60 + Math.floorMod(text.name().hashCode(), 30) + number);
            default -> client.address(14 + List.of("HV", "ESX", "FS", "APP", "SQL", "RDS", "PRT", "OLD", "LNX", "PBX")
                    .indexOf(text.name()) * 3 + number);
        };
    }

    private @Nullable String notes(MachineText text) {
        return chance.percent(75) ? chance.one(text.notes()) : null;
    }

    private String status(Client client, MachineText text) {
        if (client.until().isBefore(stage.now())) {
            return "decommissioned";
        }
        if (text.status() != null) {
            return text.status();
        }
        return chance.percent(3) ? "decommissioned" : chance.percent(3) ? "maintenance" : "active";
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** When something about a machine could first be known: neither before the machine nor before the records. */
    static Instant knownSince(Stage stage, Client client, @Nullable Machine machine) {
        var since = machine == null ? client.from() : machine.since();
        var start = stage.daysAgo(Stage.DAYS);
        return since.isAfter(start) ? since : start;
    }
}
