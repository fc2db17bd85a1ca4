package dev.rackside.sample;

import dev.rackside.sample.Cast.Client;
import dev.rackside.sample.Cast.ClientText;
import dev.rackside.sample.Cast.Machine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

/**
 * The clients of a large provider and their machines: a few with thousands, most with some dozens. Of a large client
 * only the first machines take part in its sessions, so that looking for one that suits stays quick.
 */
final class LargeCompany {

    private static final int KNOWN_MACHINES = 60;
    private static final int FEWEST = 4;

    private static final List<String> PLACES = List.of("Harrowgate", "Millbrook", "Ashcombe", "Thornwick", "Elmstead",
            "Kestrel Bay", "Wrenfield", "Oakhanger", "Saltmarsh", "Dunmore", "Fairwater", "Greyabbey", "Holloway",
            "Ivybridge", "Juniper Hill", "Kingsmere", "Lowfold", "Marlpit", "Netherby", "Overstone", "Penhallow",
            "Quarry Bank", "Ravensworth", "Silverdale", "Tarnside", "Upwell", "Vale Cross", "Westerleigh", "Yarrow",
            "Zeal", "Åsbro", "Brückfeld", "Château-Neuf", "Dún Mór", "Łąkowa", "São Bento", "Ørsted", "Blackwater",
            "Cinderford", "Eastmoor");
    private static final List<String> TRADES = List.of("Dental", "Legal", "Logistics", "Veterinary", "Housing",
            "Motors",
            "Bakery", "Printing", "Orthopaedics", "Architects", "Surveyors", "Accountants", "Schools Trust", "Farms",
            "Opticians", "Engineering", "Joinery", "Hotels", "Breweries", "Insurance", "Pharmacy", "Estates",
            "Recruitment", "Plumbing", "Electrics", "Textiles", "Packaging", "Media", "Nursery", "Marine", "Coaches",
            "Steel", "Glass", "Tiles", "Fitness", "Catering", "Security", "Gardens", "Timber", "Instruments", "Foods",
            "Analytics", "Dairy", "Museums", "Ceramics", "Roofing", "Charity", "Broadcasting", "Optics", "Chemicals",
            "Tooling", "Leasing", "Freight", "Studios", "Labs", "Care Homes", "Cycles", "Paper", "Wines", "Books");
    private static final List<String> ENDINGS = List.of("Ltd", "Group", "LLP", "& Partners", "Services");
    private static final List<String> CORE = List.of("fortigate", "m365", "printer", "dc", "ws", "fs", "sw",
            "synology");
    private static final List<String> REST = List.of("ws", "mac", "printer", "sw", "app", "sql", "fs", "ubuntu", "dc",
            "hv", "unifi", "ups", "legacy", "nvr", "rds", "debian", "dc-core", "qnap");

    private final Chance chance;
    private final Clients clients;
    /** By client: all its machines. */
    private final List<List<Machine>> machines = new ArrayList<>();
    private final List<Client> all = new ArrayList<>();
    private double[] upTo = {};

    LargeCompany(Stage stage) {
        chance = stage.chance();
        clients = new Clients(stage);
    }

    void add(int clientCount, int machineCount) {
        var weights = new double[clientCount];
        for (var i = 0; i < clientCount; i++) {
            weights[i] = 1 / Math.pow(i + 8, 0.9);
        }
        var sum = Arrays.stream(weights).sum();
        upTo = new double[clientCount];
        var given = 0;
        var reached = 0.0;
        for (var i = 0; i < clientCount; i++) {
            reached += weights[i] / sum;
            upTo[i] = reached;
            var left = clientCount - 1 - i;
            var wanted = Math.max(FEWEST, (int) Math.round(reached * machineCount) - given);
            var count = left == 0 ? machineCount - given : Math.min(wanted, machineCount - given - left * FEWEST);
            client(i, count, Math.clamp(Math.round(weights[i] / sum * 10_000), 1, 500));
            given += count;
        }
    }

    private void client(int index, int machineCount, int share) {
        // Places in turn, so that the largest clients don't all sit in one.
        var place = PLACES.get(index % PLACES.size());
        var trade = TRADES.get(index / PLACES.size() * 7 % TRADES.size());
        var ending = ENDINGS.get((index + index / PLACES.size()) % ENDINGS.size());
        var letters = java.text.Normalizer.normalize(place + trade, java.text.Normalizer.Form.NFKD)
                .replaceAll("[^A-Za-z]", "");
        var prefix = letters.substring(0, 3).toUpperCase(Locale.ROOT)
                + Integer.toString(index + 36, 36).toUpperCase(Locale.ROOT);
        var client = clients.addClient(new ClientText(place + " " + trade + " " + ending, "msp_client",
                !chance.percent(4), prefix, letters.toLowerCase(Locale.ROOT) + ".example", Filling.person(chance),
                "10." + index % 250, share, List.of(), "Large sample."));
        all.add(client);
        var numbers = new HashMap<String, Integer>();
        var own = new ArrayList<Machine>(machineCount);
        for (var i = 0; i < machineCount; i++) {
            var machine = clients.machine(client, i < CORE.size() ? CORE.get(i) : kind(), numbers);
            own.add(machine);
            if (i < KNOWN_MACHINES) {
                client.machines().add(machine);
            }
        }
        machines.add(own);
    }

    private String kind() {
        return chance.weighted(REST, kind -> switch (kind) {
            case "ws" -> 140;
            case "mac", "printer", "sw" -> 14;
            case "app", "sql", "fs", "ubuntu" -> 6;
            default -> 2;
        });
    }

    /** One of the clients, the large ones more often. */
    Client client() {
        return all.get(index());
    }

    /** One of all machines, those of large clients more often. */
    Machine machine() {
        return chance.one(machines.get(index()));
    }

    private int index() {
        var found = Arrays.binarySearch(upTo, chance.between(0, 999_999) / 1e6);
        return Math.min(found < 0 ? -found - 1 : found, upTo.length - 1);
    }

}
