package dev.rackside.demo;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Answers as ConnectWise PSA's REST API does, version 3.0. */
public final class ConnectWiseStub extends VendorStub {

    public static final String COMPANY = "stonebridge";
    public static final String PUBLIC_KEY = "DemoPublicKey12";
    public static final String PRIVATE_KEY = "DemoPrivateKey34";
    public static final String CLIENT_ID = "3a1f5c5e-0000-4000-8000-00000000d3d0";

    private static final String API = "/v2026_1/apis/3.0/";
    private static final List<String> STATUSES = List.of("New (not responded)", "In Progress",
            "Waiting Client Response", "Enter Time", "Completed", ">Closed");
    private static final Pattern LIKE = Pattern.compile("summary like \"%((?:[^\"\\\\]|\\\\.)*)%\"");
    private static final Pattern ID = Pattern.compile("^id (?:=|in) \\(?([\\d, ]+)\\)?");

    public ConnectWiseStub(int delayMillis) {
        super(delayMillis);
    }

    @Override
    public URI base() {
        return URI.create(origin());
    }

    @Override
    ResponseDefinitionBuilder answer(Request request) {
        var path = path(request);
        if (path.equals("/login/companyinfo/" + COMPANY)) {
            return ok(map("CompanyName", "Stonebridge", "Codebase", "v2026_1/", "VersionCode", "v2026.1", "IsCloud",
                    true));
        }
        var basic = Base64.getEncoder().encodeToString(
                (COMPANY + "+" + PUBLIC_KEY + ":" + PRIVATE_KEY).getBytes(StandardCharsets.UTF_8));
        if (!("Basic " + basic).equals(request.getHeader("Authorization"))
                || !CLIENT_ID.equals(request.getHeader("clientId"))) {
            return json(401, map("code", "Unauthorized", "message", "Unauthorized"));
        }
        if (!path.startsWith(API)) {
            return empty(404);
        }
        var resource = path.substring(API.length());
        return switch (resource) {
            case "system/info" -> ok(map("version", "v2026.1.1", "isCloud", true));
            case "service/tickets" -> tickets(request);
            case "service/boards" -> ok(List.of(map("id", 1, "name", "Help Desk")));
            case "service/boards/1/statuses" -> ok(statuses());
            case "company/companies" -> paged(request, customers().entrySet().stream()
                    .map(each -> map("id", each.getKey(), "name", each.getValue())).toList());
            default -> one(request, resource);
        };
    }

    private static List<Map<String, Object>> statuses() {
        return IntStream.range(0, STATUSES.size()).mapToObj(at -> map("id", at + 1, "name", STATUSES.get(at),
                "closedStatus", at >= 4, "inactive", false)).toList();
    }

    private ResponseDefinitionBuilder tickets(Request request) {
        var conditions = query(request, "conditions", "");
        var words = new ArrayList<String>();
        var likes = LIKE.matcher(conditions);
        while (likes.find()) {
            words.add(likes.group(1).replaceAll("\\\\(.)", "$1"));
        }
        var id = ID.matcher(conditions);
        var ids = id.find() ? List.of(id.group(1).split("\\s*,\\s*", -1)) : List.<String>of();
        if (!conditions.isEmpty() && words.isEmpty() && ids.isEmpty()) {
            return json(400, map("code", "InvalidObject", "message", "Expected a boolean value, not a numeric."));
        }
        var found = newest().stream()
                .filter(ticket -> !words.isEmpty() || ids.isEmpty() || ids.contains(ticket.id()))
                .filter(ticket -> words.stream().allMatch(word -> contains(ticket.subject(), word)))
                .map(ConnectWiseStub::shown).toList();
        return paged(request, found);
    }

    private ResponseDefinitionBuilder paged(Request request, List<Map<String, Object>> found) {
        var page = Integer.parseInt(query(request, "page", "1"));
        var size = Integer.parseInt(query(request, "pageSize", "25"));
        var answer = ok(page(found, page, size));
        return page * size < found.size()
                ? answer.withHeader("Link", "<" + next(request, query(request, "conditions", ""), page + 1, size)
                        + ">; rel=\"next\", <" + origin() + "/last>; rel=\"last\"")
                : answer;
    }

    private String next(Request request, String conditions, int page, int size) {
        return origin() + path(request) + "?conditions="
                + URLEncoder.encode(conditions, StandardCharsets.UTF_8) + "&page=" + page + "&pageSize=" + size;
    }

    private static Map<String, Object> shown(DemoTicket ticket) {
        var status = Math.max(1, STATUSES.indexOf(ticket.status()) + 1);
        return map("id", Long.valueOf(ticket.id()), "summary", ticket.subject(), "recordType", "ServiceTicket",
                "board", map("id", 1, "name", "Help Desk"), "status", map("id", status, "name", ticket.status()),
                "company", map("id", idOf(ticket.customer()), "identifier", "C" + idOf(ticket.customer()), "name",
                        ticket.customer()),
                "closedFlag", status >= 5, "_info", map("lastUpdated", ticket.changed().toString()));
    }

    private ResponseDefinitionBuilder one(Request request, String resource) {
        var parts = resource.split("/", -1);
        var ticket = parts.length > 2 && resource.startsWith("service/tickets/")
                ? ticket(parts[2])
                : Optional.<DemoTicket>empty();
        if (ticket.isEmpty()) {
            return json(404, map("code", "NotFound", "message", "Ticket " + parts[parts.length - 1] + " not found"));
        }
        if (parts.length == 3) {
            return ok(shown(ticket.get()));
        }
        var body = body(request);
        if (!body.hasNonNull("text")) {
            return json(400, map("code", "InvalidObject", "message", "ticketNote object is invalid", "errors",
                    List.of(map("code", "MissingRequiredField", "message", "The text field is required.", "resource",
                            "ticketNote", "field", "text"))));
        }
        ticket.get().note(body.toString());
        return json(201, map("id", 500 + ticket.get().notes().size(), "ticketId", Long.valueOf(ticket.get().id()),
                "text", body.get("text")));
    }
}
