package dev.rackside.demo;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers as SyncroMSP's API does, version 1. */
public final class SyncroStub extends VendorStub {

    /** What signs in. */
    public static final String TOKEN = "demo-syncro-token-4711";

    private static final int PAGE = 25;
    private static final List<String> STATUSES = List.of("New", "In Progress", "Resolved", "Invoiced",
            "Waiting for Parts", "Waiting on Customer", "Scheduled", "Customer Reply");

    public SyncroStub(int delayMillis) {
        super(delayMillis);
    }

    @Override
    public URI base() {
        return URI.create(origin() + "/api/v1");
    }

    @Override
    ResponseDefinitionBuilder answer(Request request) {
        if (!("Bearer " + TOKEN).equals(request.getHeader("Authorization"))) {
            return json(401, map("error", "Invalid token"));
        }
        var path = path(request).replaceFirst("^/api/v1", "");
        return switch (path) {
            case "/me" -> ok(map("user_token", TOKEN, "user_email", "mara.ellis@tidewell.example", "user_name",
                    "Mara Ellis", "user_id", 7, "admin", false, "subdomain", "demo", "permissions",
                    map("ticket", map("read", true, "write", true, "delete", false))));
            case "/tickets" -> tickets(request);
            case "/tickets/settings" -> ok(map("ticket_status_list", STATUSES, "users",
                    List.of(map("id", 7, "name", "Mara Ellis"))));
            case "/customers" -> paged(request, "customers", customers().entrySet().stream()
                    .map(each -> map("id", each.getKey(), "business_name", each.getValue())).toList());
            default -> one(request, path);
        };
    }

    private ResponseDefinitionBuilder tickets(Request request) {
        var words = query(request, "query", "");
        var number = query(request, "number", "");
        var found = newest().stream().filter(ticket -> number.isEmpty() || ticket.number().equals(number))
                .filter(ticket -> List.of(words.split("\\s+", -1)).stream()
                        .allMatch(word -> contains(ticket.subject() + " " + ticket.customer(), word)))
                .map(SyncroStub::shown).toList();
        return paged(request, "tickets", found);
    }

    private ResponseDefinitionBuilder paged(Request request, String name, List<Map<String, Object>> found) {
        var page = Integer.parseInt(query(request, "page", "1"));
        return ok(map(name, page(found, page, PAGE), "meta",
                map("total_pages", Math.ceilDiv(found.size(), PAGE), "page", page)));
    }

    private static Map<String, Object> shown(DemoTicket ticket) {
        return map("id", Long.valueOf(ticket.id()), "number", Long.valueOf(ticket.number()), "subject",
                ticket.subject(), "created_at", "2026-01-04T08:59:31.034Z", "customer_id", idOf(ticket.customer()),
                "customer_business_then_name", ticket.customer(), "status", ticket.status(), "updated_at",
                ticket.changed().toString(), "priority", "2 Normal", "resolved_at", null);
    }

    private ResponseDefinitionBuilder one(Request request, String path) {
        var parts = path.split("/", -1);
        var ticket = parts.length > 2 && parts[1].equals("tickets") ? ticket(parts[2]) : Optional.<DemoTicket>empty();
        if (ticket.isEmpty()) {
            return empty(404);
        }
        if (parts.length == 3) {
            var shown = shown(ticket.get());
            shown.put("comments", List.of());
            return ok(map("ticket", shown));
        }
        var body = body(request);
        if (!body.hasNonNull("subject") || !body.hasNonNull("body")) {
            return json(422,
                    map("success", false, "message", List.of("Body can't be blank", "Subject can't be blank")));
        }
        ticket.get().note(body.toString());
        return ok(map("comment", map("id", ticket.get().notes().size(), "ticket_id", Long.valueOf(ticket.get().id()),
                "subject", body.get("subject"), "body", body.get("body"), "hidden", body.get("hidden"))));
    }
}
