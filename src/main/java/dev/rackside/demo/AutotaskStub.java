package dev.rackside.demo;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Answers as Autotask's REST API does, version 1.0. */
public final class AutotaskStub extends VendorStub {

    public static final String USER = "demo+api@tidewell.example";
    public static final String SECRET = "demo-autotask-secret-0815";
    public static final String CODE = "DEMOAUTOTASKCODE123456";

    private static final List<String> STATUSES = List.of("New", "In Progress", "Waiting Customer",
            "Waiting Materials", "Complete");
    private static final int THRESHOLD = 10_000;

    private final AtomicInteger asked = new AtomicInteger();

    public AutotaskStub(int delayMillis) {
        super(delayMillis);
    }

    @Override
    public URI base() {
        return URI.create(origin() + "/ATServicesRest");
    }

    @Override
    ResponseDefinitionBuilder answer(Request request) {
        asked.incrementAndGet();
        var path = path(request).toLowerCase(Locale.ROOT).replaceFirst("^/atservicesrest/v1.0/", "");
        if (path.equals("zoneinformation")) {
            return USER.equals(query(request, "user", ""))
                    ? ok(map("zoneName", "Demo", "url", base() + "/", "webUrl", origin() + "/", "ci", 1))
                    : json(500, map("errors", List.of("Zone information could not be determined")));
        }
        if (!USER.equals(request.getHeader("UserName")) || !SECRET.equals(request.getHeader("Secret"))
                || !CODE.equals(request.getHeader("ApiIntegrationCode"))) {
            return json(401, map("errors", List.of("The credentials are not valid.")));
        }
        return switch (path) {
            case "thresholdinformation" -> ok(map("externalRequestThreshold", THRESHOLD, "requestThresholdTimeframe",
                    60, "currentTimeframeRequestCount", asked.get()));
            case "tickets/query" -> tickets(body(request));
            case "companies/query" -> companies(body(request));
            case "tickets/entityinformation/fields" -> fields("status", IntStream.range(0, STATUSES.size())
                    .mapToObj(at -> choice(at + 1, STATUSES.get(at))).toList());
            case "ticketnotes/entityinformation/fields" -> ok(map("fields", List.of(
                    picklist("noteType", List.of(choice(1, "Task Summary"), choice(2, "Task Detail"))),
                    picklist("publish",
                            List.of(choice(1, "All Autotask Users"), choice(2, "Internal Project Team"))))));
            default -> one(request, path);
        };
    }

    private ResponseDefinitionBuilder items(List<Map<String, Object>> items) {
        return ok(map("items", items, "pageDetails", map("count", items.size(), "requestCount", 500, "prevPageUrl",
                null, "nextPageUrl", null)));
    }

    private ResponseDefinitionBuilder fields(String name, List<Map<String, Object>> choices) {
        return ok(map("fields", List.of(picklist(name, choices))));
    }

    private static Map<String, Object> picklist(String name, List<Map<String, Object>> choices) {
        return map("name", name, "dataType", "integer", "isPickList", true, "picklistValues", choices);
    }

    /** A text here, a number in the tickets: as the vendor has it. */
    private static Map<String, Object> choice(int value, String label) {
        return map("value", String.valueOf(value), "label", label, "isActive", true, "isSystem", true);
    }

    private ResponseDefinitionBuilder tickets(JsonNode query) {
        if (!query.has("filter")) {
            return json(500, map("errors", List.of("A filter is needed.")));
        }
        var most = query.path("MaxRecords").asInt(500);
        var found = newest().stream().filter(ticket -> query.get("filter").valueStream()
                .allMatch(condition -> meets(ticket, condition))).limit(most).map(AutotaskStub::shown).toList();
        return items(found);
    }

    private ResponseDefinitionBuilder companies(JsonNode query) {
        var condition = query.path("filter").path(0);
        var after = condition.path("op").asString("").equals("gt") ? condition.path("value").asInt(0) : 0;
        return items(customers().entrySet().stream().filter(each -> each.getKey() > after)
                .limit(query.path("MaxRecords").asInt(500))
                .map(each -> map("id", each.getKey(), "companyName", each.getValue())).toList());
    }

    private static boolean meets(DemoTicket ticket, JsonNode condition) {
        var value = condition.path("value").isArray() ? "" : condition.path("value").asString("");
        var field = switch (condition.path("field").asString("")) {
            case "id" -> ticket.id();
            case "ticketNumber" -> ticket.number();
            default -> ticket.subject();
        };
        return switch (condition.path("op").asString("")) {
            case "eq" -> field.equalsIgnoreCase(value);
            case "in" -> condition.path("value").valueStream().anyMatch(each -> each.asString("").equals(field));
            case "contains" -> contains(field, value);
            default -> true;
        };
    }

    private static Map<String, Object> shown(DemoTicket ticket) {
        var complete = ticket.status().equals("Complete");
        return map("id", Long.valueOf(ticket.id()), "ticketNumber", ticket.number(), "title", ticket.subject(),
                "status", Math.max(1, STATUSES.indexOf(ticket.status()) + 1), "companyID", idOf(ticket.customer()),
                "completedDate", complete ? ticket.changed().toString() : null, "lastActivityDate",
                ticket.changed().toString());
    }

    private ResponseDefinitionBuilder one(Request request, String path) {
        var parts = path.split("/", -1);
        if (parts.length < 2 || !parts[0].equals("tickets")) {
            return json(404, map("errors", List.of("No such resource.")));
        }
        var ticket = ticket(parts[1]);
        if (parts.length == 2) {
            return ok(map("item", ticket.map(AutotaskStub::shown).orElse(null)));
        }
        if (ticket.isEmpty()) {
            return json(404, map("errors", List.of("The ticket is not there.")));
        }
        var body = body(request);
        if (!body.hasNonNull("title") || !body.hasNonNull("description") || !body.hasNonNull("publish")) {
            return json(500, map("errors", List.of("Missing required field.")));
        }
        ticket.get().note(body.toString());
        return ok(map("itemId", 9000 + ticket.get().notes().size()));
    }
}
