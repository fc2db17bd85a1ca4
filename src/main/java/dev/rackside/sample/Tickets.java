package dev.rackside.sample;

import dev.rackside.sample.Cast.Session;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/** Tickets of three systems that the sessions are linked to, and the exchanges with those systems. */
final class Tickets {

    /** An outside system: its statuses with the state that each means. */
    private record Desk(String type, List<String> open, List<String> waiting, List<String> closed) {}

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);

    private static final Desk SYNCRO = new Desk("syncro_msp", List.of("New", "In Progress", "Customer Reply"),
            List.of("Waiting on Customer", "Waiting for Parts", "Scheduled"), List.of("Resolved", "Invoiced"));
    private static final Desk AUTOTASK = new Desk("autotask", List.of("New", "In Progress"),
            List.of("Waiting Customer", "Waiting Materials"), List.of("Complete"));
    private static final Desk CONNECTWISE = new Desk("connectwise", List.of("New (not responded)", "In Progress"),
            List.of("Waiting Client Response", "Enter Time"), List.of(">Closed", "Completed"));

    /** Two clients brought a service desk of their own. */
    private static final Map<String, Desk> DESKS = Map.of("CVHT", AUTOTASK, "CVRH", AUTOTASK, "STBR", CONNECTWISE);

    private final Stage stage;
    private final Chance chance;
    private final Table links;
    private final Exchanges exchanges;
    private int number = 18_204;

    Tickets(Stage stage) {
        this.stage = stage;
        this.chance = stage.chance();
        this.links = stage.table("ticket_links", "id", "session_id", "client_id", "integration_type", "ticket_id",
                "ticket_number", "ticket_subject", "ticket_url", "ticket_status", "ticket_state", "link_type",
                "link_note", "linked_at", "linked_by", "status_checked_at", "created_at", "updated_at");
        this.exchanges = new Exchanges(stage);
    }

    /** So many links and exchanges in all, spread over all sessions; most calls only look whether anything changed. */
    void add(int count, int calls) {
        exchanges.addOthers();
        var sessions = stage.sessions.size();
        var done = 0L;
        for (var i = 0; i < sessions; i++) {
            var session = stage.sessions.get(i);
            number += chance.between(1, 9);
            var due = (long) count * (i + 1) / sessions - done;
            var links = i == sessions - 1 ? due : Math.clamp(due + chance.between(-1, 1), 0, 3);
            for (var link = 0; link < links; link++) {
                number++;
                link(session, link == 0 ? "resolves" : "related");
            }
            done += links;
            exchanges.look(session, desk(session).type(), String.valueOf(number),
                    (long) calls * (i + 1) / sessions - exchanges.written());
        }
    }

    void add() {
        for (var session : stage.sessions) {
            number += chance.between(1, 9);
            if (chance.percent(48)) {
                link(session, "resolves");
                if (chance.percent(10)) {
                    number++;
                    link(session, "related");
                }
            }
        }
        exchanges.addOthers();
    }

    private void link(Session session, String type) {
        var desk = desk(session);
        var linkType = type.equals("resolves") && chance.percent(25) ? "documents" : type;
        var at = session.end().isBefore(stage.now()) ? session.end() : session.start().plus(Duration.ofMinutes(5));
        var id = String.valueOf(desk.equals(SYNCRO) ? 90_110_000L + number * 37L : 40_000L + number);
        var shown = desk.equals(AUTOTASK)
                ? "T" + DAY.format(session.start()) + String.format(".%04d", chance.between(1, 140))
                : desk.equals(SYNCRO) ? String.valueOf(number) : id;
        var url = switch (desk.type()) {
            case "syncro_msp" -> "https://tidewell.desk.example/tickets/" + id;
            case "autotask" -> "https://ww5.autotask.example/Mvc/ServiceDesk/TicketDetail.mvc?ticketId=" + id;
            default -> "https://na.connectwise.example/v4_6_release/services/system_io/Service/"
                    + "fv_sr100_request.rails?service_recid=" + id;
        };
        var state = state(session);
        var status = switch (state) {
            case "open" -> chance.one(desk.open());
            case "waiting" -> chance.one(desk.waiting());
            case "closed" -> chance.one(desk.closed());
            default -> "Escalated L3 (legacy)";
        };
        var checked = chance.instant(at, stage.now());
        links.add(chance.id(at), session.id(), session.client().id(), desk.type(), id, shown, session.title(), url,
                status, state, linkType, chance.percent(12) ? note() : null, at, session.technician(),
                chance.percent(10) ? null : checked, at, checked);
        exchanges.link(session, desk.type(), id, url, status, at);
    }

    private static Desk desk(Session session) {
        return DESKS.getOrDefault(session.client().text().prefix(), SYNCRO);
    }

    private String state(Session session) {
        if (chance.percent(2)) {
            return "unknown";
        }
        if (session.start().isBefore(stage.daysAgo(21))) {
            return chance.percent(96) ? "closed" : "waiting";
        }
        return chance.one("open", "waiting", "closed");
    }

    private String note() {
        return chance.one("Time is booked there.", "Client wants to be rung before it is closed.",
                "Same cause as last month's.", "Waiting for the vendor's answer.", "Part 2 of the migration.");
    }

    /** Some seconds or minutes later, but not in the future. */
    static Instant after(Stage stage, Chance chance, Instant at) {
        var later = at.plus(Duration.ofSeconds(chance.between(2, 240)));
        return later.isAfter(stage.now()) ? stage.now() : later;
    }
}
