package dev.rackside.sample;

import java.util.List;
import java.util.Map;

/** The tags, and which machines carry them. */
final class Tags {

    private record Tag(String name, String category, String color, String description) {}

    private static final List<Tag> TAGS = List.of(
            new Tag("backup", "topic", "#2da44e", "Backups, restores and drills"),
            new Tag("patching", "topic", "#0969da", "Updates of systems and firmware"),
            new Tag("security", "topic", "#cf222e", "Incidents, hardening, reviews of rights"),
            new Tag("network", "topic", "#8250df", "Lines, switches, firewalls, Wi-Fi"),
            new Tag("email", "topic", "#1b7c83", "Mailboxes and mail flow"),
            new Tag("printing", "topic", "#6e7781", "Printers and scanners"),
            new Tag("identity", "topic", "#bf3989", "Accounts, groups, sign-in"),
            new Tag("hardware", "topic", "#9a6700", "Disks, power, warranty"),
            new Tag("database", "topic", "#0550ae", "SQL Server and its maintenance"),
            new Tag("voip", "topic", "#116329", "Phones and trunks"),
            new Tag("remote-access", "topic", "#5e3a9e", "VPN and remote desktops"),
            new Tag("onboarding", "process", "#57606a", "Joiners and leavers"),
            new Tag("legacy", "state", "#bc4c00", "Out of support, kept with a reason"),
            new Tag("urgent", "state", "#a40e26", "Somebody could not work"));

    private static final Map<String, String> MACHINES = Map.of("legacy,win2012r2", "legacy", "synology,qnap", "backup",
            "firewall,sw,unifi", "network", "sql", "database", "rds", "remote-access", "printer,prt", "printing");

    private Tags() {
    }

    static void add(Stage stage) {
        var chance = stage.chance();
        var table = stage.table("tags", "id", "name", "category", "description", "color", "created_at", "updated_at");
        for (var tag : TAGS) {
            var since = stage.daysAgo(chance.between(430, 800));
            var id = chance.id(since);
            stage.tags.put(tag.name(), id);
            table.add(id, tag.name(), tag.category(), tag.description(), tag.color(), since, since);
        }
        var carried = stage.table("infrastructure_tags", "infrastructure_id", "tag_id");
        for (var machine : stage.machines()) {
            for (var wanted : MACHINES.keySet().stream().sorted().toList()) {
                if (machine.matches(wanted) && chance.percent(80)) {
                    carried.add(machine.id(), stage.tags.get(MACHINES.get(wanted)));
                }
            }
        }
    }
}
