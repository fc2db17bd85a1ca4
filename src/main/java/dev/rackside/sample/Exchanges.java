package dev.rackside.sample;

import dev.rackside.sample.Cast.Session;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The log of what was said to other systems; no row holds a secret. */
final class Exchanges {

    private final Stage stage;
    private final Chance chance;
    private final Table table;
    private long written;

    /** How a call ended. */
    private record End(@Nullable String outcome, @Nullable Integer status, @Nullable Integer millis, String answer) {}

    Exchanges(Stage stage) {
        this.stage = stage;
        this.chance = stage.chance();
        this.table = stage.table("external_integrations", "id", "session_id", "work_item_id", "integration_type",
                "external_id", "external_url", "action", "direction", "request_data", "response_data", "http_status",
                "outcome", "duration_ms", "created_by", "created_at");
        credentials();
    }

    long written() {
        return written;
    }

    /** What linking a ticket said to the ticket's system. */
    void link(Session session, String type, String ticket, String url, String status, Instant at) {
        var asked = Tickets.after(stage, chance, at.minus(Duration.ofMinutes(4)));
        add(session, type, ticket, url, "fetched", "inbound", Map.of("method", "GET", "ticket", ticket),
                end(asked, Map.of("id", ticket, "status", status, "subject", session.title())), asked);
        if (chance.percent(45)) {
            var wrote = Tickets.after(stage, chance, at);
            add(session, type, ticket, url, chance.one("updated", "linked", "attached"), "outbound",
                    Map.of("method", "POST", "ticket", ticket, "comment", session.title(), "hidden", true),
                    end(wrote, Map.of("id", chance.between(1_000_000, 9_000_000))), wrote);
        }
    }

    /** Looks, some minutes apart, whether a ticket has changed. */
    void look(Session session, String type, String ticket, long times) {
        for (var i = 0; i < times; i++) {
            var at = Tickets.after(stage, chance, session.start().plus(Duration.ofMinutes(i * 9L)));
            add(session, type, ticket, null, "fetched", "inbound", Map.of("method", "GET", "ticket", ticket),
                    end(at, Map.of("id", ticket, "changed", chance.percent(8))), at);
        }
    }

    /** What doesn't belong to a ticket: backup figures fetched, hooks called, access tried. */
    void addOthers() {
        for (var days = 1; days < 60; days += chance.between(1, 3)) {
            var at = stage.daysAgo(days).minus(Duration.ofMinutes(chance.between(0, 300)));
            add(null, "msp_backups", null, null, "fetched", "inbound",
                    Map.of("method", "GET", "path", "/api/Monitoring"),
                    end(at, Map.of("plans", chance.between(60, 75), "failed", chance.between(0, 4))), at);
        }
        for (var session : chance.shuffled(stage.sessions).subList(0, 24)) {
            var at = Tickets.after(stage, chance, session.end());
            add(session, "zapier", null, "https://hooks.example.com/catch/…", "created", "outbound",
                    Map.of("event", "session_completed", "client", session.client().text().name()),
                    end(at, Map.of("status", "success")), at);
        }
        var last = stage.now().minus(Duration.ofMinutes(55));
        add(stage.sessions.getLast(), "syncro_msp", null, null, "created", "outbound", Map.of("method", "POST"),
                new End("pending", null, null, ""), last);
    }

    private End end(Instant at, Map<String, Object> answer) {
        if (at.isBefore(stage.daysAgo(330))) {
            // Of the scripts used before Rackside: they noted no outcome.
            return new End(null, null, null, json(answer));
        }
        var roll = chance.between(0, 99);
        if (roll < 2) {
            return new End("unknown", null, null, "");
        }
        if (roll < 9) {
            var status = chance.one(List.of(429, 503, 401, 404, 500));
            return new End("failed", status, chance.between(40, 1200), json(Map.of("error", switch (status) {
                case 429 -> "Too many requests";
                case 401 -> "Not authorised";
                case 404 -> "Not found";
                default -> "Service unavailable";
            })));
        }
        return new End("succeeded", 200, chance.between(90, 2400), json(answer));
    }

    private void add(@Nullable Session session, String type, @Nullable String external, @Nullable String url,
            String action, String direction, Map<String, Object> request, End end, Instant at) {
        written++;
        var id = chance.id(at);
        var item = session != null && chance.percent(30) ? session.workItems().getLast() : null;
        table.add(id, session == null ? null : session.id(), item, type, external, url, action, direction,
                json(request), end.answer().isEmpty() ? null : end.answer(), end.status(), end.outcome(), end.millis(),
                session == null ? "svc-dispatch" : session.technician(), at);
    }

    /**
     * None is in use, since nothing answers there. Secrets of the programs used before Rackside are in their own format;
     * the bytes are chance and open nothing.
     */
    private void credentials() {
        var credentials = stage.table("integration_credentials", "id", "integration_name", "integration_type",
                "credential_type", "settings", "username", "api_base_url", "api_key_encrypted", "password_encrypted",
                "webhook_url", "oauth_expires_at", "last_tested_at", "last_test_status", "last_test_details",
                "is_active", "created_at", "updated_at");
        var since = stage.daysAgo(300);
        var tested = stage.daysAgo(2);
        credentials.add(chance.id(since), "Tidewell service desk", "syncro_msp", "api_key",
                json(Map.of("subdomain", "tidewell")), null, "https://tidewell.desk.example/api/v1", foreign(), null,
                null, null, tested, "passed", findings("read tickets", "passed", "read statuses", "passed"), false,
                since, tested);
        credentials.add(chance.id(since), "Calder Valley's own desk", "autotask", "basic_auth",
                json(Map.of("zone", "ww5")), "api-tidewell@caldervalley.example",
                "https://webservices5.autotask.example/ATServicesRest/", null, foreign(), null, null, tested,
                "partial", findings("read tickets", "passed", "write note", "refused: no permission"), false, since,
                tested);
        credentials.add(chance.id(since), "Stonebridge boards", "connectwise", "api_key",
                json(Map.of("company", "stonebridge", "codebase", "v4_6_release/")), null,
                "https://na.connectwise.example/v4_6_release/apis/3.0", null, null, null, null, null, null, null,
                false, since, stage.daysAgo(120));
        credentials.add(chance.id(since), "Cloud backups", "msp_backups", "oauth", null, "reports@tidewell.example",
                "https://api.mspbackups.example", null, null, null, stage.daysAgo(-9), stage.daysAgo(31), "failed",
                findings("read plans", "refused: signed out"), false, since, stage.daysAgo(31));
        credentials.add(chance.id(since), "Finished sessions to Zapier", "zapier", "api_key", null, null, null, null,
                null, "https://hooks.example.com/catch/nothing-answers-here", null, null, null, null, false, since,
                since);
    }

    private byte[] foreign() {
        return chance.hex(96).getBytes(StandardCharsets.US_ASCII);
    }

    /** Pairs of a probe and what it found. */
    private static String findings(String... pairs) {
        var found = new TreeMap<String, Object>();
        for (var i = 0; i < pairs.length; i += 2) {
            found.put(pairs[i], pairs[i + 1]);
        }
        return json(found);
    }

    /** JSON with its names in order of the alphabet, since the order of {@code Map.of} changes between runs. */
    private static String json(Map<String, Object> map) {
        return JsonMapper.shared().writeValueAsString(new TreeMap<>(map));
    }
}
