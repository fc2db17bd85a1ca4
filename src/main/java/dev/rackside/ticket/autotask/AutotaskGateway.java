package dev.rackside.ticket.autotask;

import dev.rackside.credential.Finding;
import dev.rackside.credential.SignIn;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.integration.Call.About;
import dev.rackside.integration.ExchangeAction;
import dev.rackside.integration.Fields;
import dev.rackside.integration.Outside;
import dev.rackside.text.Messages;
import dev.rackside.ticket.NoteDraft;
import dev.rackside.ticket.PreparedNote;
import dev.rackside.ticket.Refusal;
import dev.rackside.ticket.RemoteTicket;
import dev.rackside.ticket.StateWords;
import dev.rackside.ticket.TicketGateway;
import dev.rackside.ticket.TicketQuery;
import dev.rackside.ticket.TicketState;
import dev.rackside.ticket.TicketSystem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Autotask's REST API, version 1.0. */
public final class AutotaskGateway implements TicketGateway {

    private static final TicketSystem SYSTEM = TicketSystem.AUTOTASK;
    private static final List<String> FIELDS = List.of("id", "ticketNumber", "title", "status", "companyID",
            "completedDate", "lastActivityDate");

    /** The most that one query gives; it sorts by id alone, so the newest are picked here. */
    private static final int MOST = 500;

    /** What is read at once: as many as conditions may name, and no more than are quick to read. */
    private static final int BATCH = 200;

    private final AutotaskWay way;

    public AutotaskGateway(Outside outside) {
        way = new AutotaskWay(outside);
    }

    @Override
    public TicketSystem system() {
        return SYSTEM;
    }

    @Override
    public List<RemoteTicket> find(SignIn signIn, TicketQuery query) {
        var items = way.query(signIn, "Tickets", FIELDS, MOST, filter(query)).body().items("items").stream()
                .sorted(Comparator.comparing(AutotaskGateway::changed).reversed()).limit(MOST_FOUND).toList();
        return tickets(signIn, items);
    }

    private static List<Map<String, Object>> filter(TicketQuery query) {
        return switch (query.kind()) {
            case ID -> List.of(condition("eq", "id", Long.valueOf(query.text())));
            case NUMBER -> List.of(query.text().startsWith("T")
                    ? condition("eq", "ticketNumber", query.text())
                    : condition("contains", "ticketNumber", query.text()));
            case WORDS -> query.words().stream().map(word -> condition("contains", "title", word)).toList();
        };
    }

    private static Map<String, Object> condition(String op, String field, Object value) {
        return Map.of("op", op, "field", field, "value", value);
    }

    private static Instant changed(Fields ticket) {
        return Objects.requireNonNullElse(ticket.moment("lastActivityDate"), Instant.EPOCH);
    }

    @Override
    public Optional<RemoteTicket> read(SignIn signIn, String id) {
        var answer = way.send(signIn, "Tickets/" + number(id));
        if (answer.status() == 404) {
            return Optional.empty();
        }
        if (!answer.ok()) {
            throw Refusal.of(SYSTEM, answer);
        }
        // A ticket that isn't there may come as nothing under a status that says yes.
        var item = answer.body().at("item");
        return item.isObject() ? tickets(signIn, List.of(item)).stream().findFirst() : Optional.empty();
    }

    @Override
    public int batch() {
        return BATCH;
    }

    @Override
    public Map<String, RemoteTicket> readAll(SignIn signIn, List<String> ids) {
        var numbers = ids.stream().filter(id -> id.matches("\\d{1,18}")).map(Long::valueOf).toList();
        if (numbers.isEmpty()) {
            return Map.of();
        }
        var items = way.query(signIn, "Tickets", FIELDS, MOST, List.of(condition("in", "id", numbers))).body()
                .items("items");
        return tickets(signIn, items).stream().collect(Collectors.toMap(RemoteTicket::id, Function.identity(),
                (one, _) -> one));
    }

    /** By the last id of the page before, which no address of a next page can lead away from. */
    @Override
    public Map<String, String> customers(SignIn signIn) {
        var names = new LinkedHashMap<String, String>();
        var last = -1L;
        while (names.size() < MOST_CUSTOMERS) {
            var items = way.query(signIn, "Companies", List.of("id", "companyName"), MOST,
                    List.of(condition("gt", "id", last))).body().items("items");
            items.forEach(each -> names.put(each.text("id", ""), each.text("companyName", "")));
            var next = items.stream().map(each -> each.number("id")).filter(Objects::nonNull)
                    .mapToLong(Long::longValue).max().orElse(last);
            if (items.size() < MOST || next <= last) {
                break;
            }
            last = next;
        }
        return names;
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw new Problem(ErrorCode.OUTSIDE_GONE, e, Refusal.name(SYSTEM));
        }
    }

    private List<RemoteTicket> tickets(SignIn signIn, List<Fields> items) {
        if (items.isEmpty()) {
            return List.of();
        }
        var statuses = way.labels(signIn, "Tickets", "status");
        var companies = companies(signIn, items);
        var web = way.zone(signIn).web();
        return items.stream().map(item -> {
            var id = item.text("id", "");
            var company = item.text("companyID");
            var status = item.text("status");
            var label = status == null ? null : statuses.getOrDefault(status, status);
            return new RemoteTicket(SYSTEM, id, item.text("ticketNumber"), item.text("title"), label,
                    state(item, label), company, company == null ? null : companies.get(company),
                    web == null
                            ? null
                            : web.resolve("Autotask/AutotaskExtend/ExecuteCommand.aspx?Code=OpenTicketDetail&TicketID="
                                    + id).toString(),
                    item.moment("lastActivityDate"));
        }).toList();
    }

    private static TicketState state(Fields item, @Nullable String label) {
        var byWord = StateWords.of(label);
        return byWord == TicketState.OPEN && item.moment("completedDate") != null ? TicketState.CLOSED : byWord;
    }

    /** Tickets name their company by id alone. Without the right to read companies they stay without a name. */
    private Map<String, String> companies(SignIn signIn, List<Fields> items) {
        var ids = items.stream().map(item -> item.number("companyID")).filter(Objects::nonNull).distinct().toList();
        var names = new HashMap<String, String>();
        if (!ids.isEmpty()) {
            try {
                way.query(signIn, "Companies", List.of("id", "companyName"), MOST, List.of(condition("in", "id", ids)))
                        .body().items("items")
                        .forEach(each -> names.put(each.text("id", ""), each.text("companyName", "")));
            } catch (Problem problem) {
                if (problem.code() != ErrorCode.OUTSIDE_FORBIDDEN) {
                    throw problem;
                }
            }
        }
        return names;
    }

    /** Who sees a note, the account's own labels tell. */
    @Override
    public PreparedNote prepare(SignIn signIn, NoteDraft note) {
        var body = new LinkedHashMap<String, Object>();
        body.put("title", note.title());
        body.put("description", note.text());
        body.put("noteType", choice(way.labels(signIn, "TicketNotes", "noteType"), _ -> true, "1"));
        var publish = way.labels(signIn, "TicketNotes", "publish");
        body.put("publish", note.forCustomer()
                ? choice(publish, label -> !label.contains("internal"), "1")
                : choice(publish, label -> label.contains("internal"), "2"));
        return new PreparedNote(SYSTEM, note, body);
    }

    private static int choice(Map<String, String> labels, Predicate<String> wanted, String usual) {
        var value = labels.entrySet().stream().filter(each -> wanted.test(each.getValue().toLowerCase(Locale.ROOT)))
                .map(Map.Entry::getKey).findFirst().orElse(usual);
        return Integer.parseInt(value);
    }

    @Override
    public void add(SignIn signIn, PreparedNote note) {
        var draft = note.draft();
        way.change(signIn, "Tickets/" + number(draft.ticketId()) + "/Notes", note.body(),
                new About(ExchangeAction.UPDATED, draft.session(), null, draft.ticketId(), null));
    }

    @Override
    public List<Finding> test(SignIn signIn) {
        var findings = new ArrayList<Finding>();
        findings.add(Finding.of("find zone", () -> way.zone(signIn).reach().host()));
        findings.add(Finding.of("sign in", () -> {
            var body = way.get(signIn, "ThresholdInformation").body();
            return Messages.get("credential.found.budget", body.text("currentTimeframeRequestCount", "?"),
                    body.text("externalRequestThreshold", "?"));
        }));
        findings.add(Finding.of("read tickets", () -> {
            way.query(signIn, "Tickets", List.of("id"), 1, List.of(Map.of("op", "exist", "field", "id")));
            return "";
        }));
        findings.add(Finding.of("read statuses",
                () -> Messages.get("credential.found.statuses", way.labels(signIn, "Tickets", "status").size())));
        findings.add(Finding.of("read customers", () -> {
            way.query(signIn, "Companies", List.of("id"), 1, List.of(Map.of("op", "exist", "field", "id")));
            return "";
        }));
        findings.add(Finding.untested("write note", Messages.get("credential.found.leaves-trace")));
        return findings;
    }
}
