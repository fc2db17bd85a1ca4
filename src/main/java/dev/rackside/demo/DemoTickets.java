package dev.rackside.demo;

import dev.rackside.ticket.TicketRow;
import dev.rackside.ticket.TicketSystem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The tickets of a demo: those that a workspace is linked to, some of which went on meanwhile, and some that wait. */
final class DemoTickets {

    /** Every so many of the linked ones stand otherwise by now. */
    private static final int MOVED = 6;

    private static final List<String> SUBJECTS = List.of("VPN drops long sessions after 60 minutes",
            "Printer on the second floor prints blank pages", "New starter on Monday: account and mailbox",
            "Backup job of the file server ends with warnings", "Outlook asks for the password again and again",
            "Certificate of the remote desktop gateway runs out", "UPS in the comms room beeps",
            "Shared drive is slow since the last update", "Scanner no longer finds the folder",
            "Teams calls break off in meeting room 2", "Disk of the accounts server is nearly full",
            "Mobile phone of a leaver must be wiped", "Firewall rule for the new till system",
            "Mail to one customer comes back", "Monthly report shows last month's figures",
            "Keyboard layout changes by itself on the terminal server");
    private static final List<String> CUSTOMERS = List.of("Brightwater Legal LLP", "Calder Valley Housing Trust",
            "Larkfield Dental Group", "Stonebridge Joinery");

    private DemoTickets() {
    }

    static Map<TicketSystem, List<DemoTicket>> of(List<TicketRow> links) {
        var all = new EnumMap<TicketSystem, List<DemoTicket>>(TicketSystem.class);
        for (var system : TicketSystem.values()) {
            all.put(system, new ArrayList<>(waiting(system)));
        }
        for (var at = 0; at < links.size(); at++) {
            var row = links.get(at);
            var system = row.system().known();
            var ticket = linked(row, at % MOVED == 0);
            if (system != null && ticket != null) {
                Objects.requireNonNull(all.get(system)).add(ticket);
            }
        }
        return all;
    }

    private static @Nullable DemoTicket linked(TicketRow row, boolean moved) {
        var system = row.system().known();
        var id = row.ticketId();
        if (system == null || id == null || !id.matches("\\d{1,18}")) {
            return null;
        }
        var number = row.number() == null || (system == TicketSystem.SYNCRO_MSP && !row.number().matches("\\d{1,18}"))
                ? id
                : row.number();
        var statuses = statuses(system);
        var status = moved
                ? statuses.get(statuses.size() - 1)
                : Objects.requireNonNullElse(row.status(), statuses.getFirst());
        return new DemoTicket(id, number, Objects.requireNonNullElse(row.subject(), "Ticket " + number), status,
                Objects.requireNonNullElse(row.clientName(), CUSTOMERS.getFirst()),
                Objects.requireNonNullElse(row.linkedAt(), Instant.now().minus(Duration.ofDays(30))));
    }

    private static List<DemoTicket> waiting(TicketSystem system) {
        var now = Instant.now();
        var tickets = new ArrayList<DemoTicket>();
        for (var at = 0; at < SUBJECTS.size() * CUSTOMERS.size(); at++) {
            var id = String.valueOf(700_000 + at);
            var number = switch (system) {
                case SYNCRO_MSP -> String.valueOf(71_000 + at);
                case AUTOTASK -> "T20261115." + String.format("%04d", at + 1);
                case CONNECTWISE -> id;
            };
            var statuses = statuses(system);
            tickets.add(new DemoTicket(id, number, SUBJECTS.get(at % SUBJECTS.size()),
                    statuses.get(at % (statuses.size() - 1)), CUSTOMERS.get(at / SUBJECTS.size()),
                    now.minus(Duration.ofMinutes(37L * at + 5))));
        }
        return tickets;
    }

    /** The last closes a ticket. */
    private static List<String> statuses(TicketSystem system) {
        return switch (system) {
            case SYNCRO_MSP -> List.of("New", "In Progress", "Waiting on Customer", "Resolved");
            case AUTOTASK -> List.of("New", "In Progress", "Waiting Customer", "Complete");
            case CONNECTWISE -> List.of("New (not responded)", "In Progress", "Waiting Client Response", ">Closed");
        };
    }
}
