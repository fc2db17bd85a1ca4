package dev.rackside.ticket.connectwise;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rackside.credential.Finding;
import dev.rackside.credential.SignIn;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.integration.Call.About;
import dev.rackside.integration.ExchangeAction;
import dev.rackside.integration.Fields;
import dev.rackside.integration.NextPage;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** ConnectWise PSA's REST API, version 3.0. */
public final class ConnectWiseGateway implements TicketGateway {

    private static final TicketSystem SYSTEM = TicketSystem.CONNECTWISE;
    private static final String FIELDS = "id,summary,board/id,status/id,status/name,company/id,company/name,closedFlag,"
            + "_info/lastUpdated";
    private static final int MOST_PAGES = 20;

    /** So many ids fit into an address. */
    private static final int BATCH = 100;

    private final ConnectWiseWay way;
    /** Of each credential's boards, which statuses close a ticket. */
    private final Map<String, Map<String, Boolean>> closing = new ConcurrentHashMap<>();

    public ConnectWiseGateway(Outside outside) {
        way = new ConnectWiseWay(outside);
    }

    @Override
    public TicketSystem system() {
        return SYSTEM;
    }

    @Override
    public List<RemoteTicket> find(SignIn signIn, TicketQuery query) {
        var conditions = switch (query.kind()) {
            case ID, NUMBER -> "id = " + Long.parseLong(query.text());
            case WORDS -> query.words().stream().map(word -> "summary like \"%" + escaped(word) + "%\"")
                    .collect(Collectors.joining(" and "));
        };
        return tickets(signIn, conditions, MOST_FOUND);
    }

    private List<RemoteTicket> tickets(SignIn signIn, String conditions, int most) {
        return list(signIn, "service/tickets?conditions=" + encode(conditions, UTF_8)
                + "&orderBy=" + encode("lastUpdated desc", UTF_8) + "&fields=" + encode(FIELDS, UTF_8)
                + "&page=1&pageSize=" + most, most).stream().map(ticket -> ticket(signIn, ticket)).toList();
    }

    @Override
    public int batch() {
        return BATCH;
    }

    @Override
    public Map<String, RemoteTicket> readAll(SignIn signIn, List<String> ids) {
        var numbers = ids.stream().filter(id -> id.matches("\\d{1,18}")).toList();
        return numbers.isEmpty()
                ? Map.of()
                : tickets(signIn, "id in (" + String.join(",", numbers) + ")", BATCH).stream()
                        .collect(Collectors.toMap(RemoteTicket::id, Function.identity(), (one, _) -> one));
    }

    /** A quote would end the text, a percent sign would stand for any. */
    private static String escaped(String word) {
        return word.replace("\\", "\\\\").replace("\"", "\\\"").replace("%", "\\%");
    }

    /** All pages, each by the address that the one before it names. */
    private List<Fields> list(SignIn signIn, String path, int most) {
        var found = new ArrayList<Fields>();
        var answer = way.asked(signIn, path);
        for (var page = 1;; page++) {
            found.addAll(answer.body().items());
            var next = NextPage.of(answer);
            if (next.isEmpty() || found.size() >= most || page == MOST_PAGES) {
                return found.stream().limit(most).toList();
            }
            answer = ConnectWiseWay.accepted(way.send(signIn, reach -> way.get(signIn, reach, "").to(next.get())));
        }
    }

    @Override
    public Optional<RemoteTicket> read(SignIn signIn, String id) {
        var answer = way.send(signIn, reach -> way.get(signIn, reach, "service/tickets/" + number(id)));
        if (answer.status() == 404) {
            return Optional.empty();
        }
        var ticket = ConnectWiseWay.accepted(answer).body();
        return ticket.isObject() ? Optional.of(ticket(signIn, ticket)) : Optional.empty();
    }

    @Override
    public Map<String, String> customers(SignIn signIn) {
        var names = new LinkedHashMap<String, String>();
        list(signIn, "company/companies?fields=" + encode("id,name", UTF_8) + "&orderBy=id&page=1&pageSize=1000",
                MOST_CUSTOMERS).forEach(each -> names.put(each.text("id", ""), each.text("name", "")));
        return names;
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw new Problem(ErrorCode.OUTSIDE_GONE, e, Refusal.name(SYSTEM));
        }
    }

    private RemoteTicket ticket(SignIn signIn, Fields ticket) {
        var id = ticket.text("id", "");
        var status = ticket.at("status").text("name");
        return new RemoteTicket(SYSTEM, id, null, ticket.text("summary"), status, state(signIn, ticket, status),
                ticket.at("company").text("id"), ticket.at("company").text("name"), web(signIn, id),
                ticket.at("_info").moment("lastUpdated"));
    }

    /** Whether a status closes a ticket, its board tells; whether it waits, only its name does. */
    private TicketState state(SignIn signIn, Fields ticket, @Nullable String status) {
        if (ticket.flag("closedFlag")) {
            return TicketState.CLOSED;
        }
        var board = ticket.at("board").text("id");
        var closes = board == null ? null : statuses(signIn, board).get(ticket.at("status").text("id", ""));
        if (closes != null && closes) {
            return TicketState.CLOSED;
        }
        var byWord = StateWords.of(status);
        return closes != null && byWord == TicketState.CLOSED ? TicketState.OPEN : byWord;
    }

    private Map<String, Boolean> statuses(SignIn signIn, String board) {
        return closing.computeIfAbsent(signIn.credential() + " " + board, _ -> {
            var found = new HashMap<String, Boolean>();
            try {
                list(signIn, "service/boards/" + encode(board, UTF_8) + "/statuses?page=1&pageSize=1000", 5000)
                        .forEach(each -> found.put(each.text("id", ""), each.flag("closedStatus")));
            } catch (Problem problem) {
                // Without the right to read boards, names tell.
                if (problem.code() != ErrorCode.OUTSIDE_FORBIDDEN && problem.code() != ErrorCode.OUTSIDE_GONE) {
                    throw problem;
                }
            }
            return found;
        });
    }

    private static String web(SignIn signIn, String id) {
        var site = ConnectWiseWay.site(signIn).base();
        var root = site.getScheme() + "://" + site.getRawAuthority().replaceFirst("^api-", "");
        return root + "/v4_6_release/services/system_io/Service/fv_sr100_request.rails?service_recid=" + id
                + "&companyName=" + encode(signIn.needed("company"), UTF_8);
    }

    /** The category alone decides who sees a note. */
    @Override
    public PreparedNote prepare(SignIn signIn, NoteDraft note) {
        var body = new LinkedHashMap<String, Object>();
        body.put("text", note.title().isBlank() ? note.text() : note.title() + "\n\n" + note.text());
        body.put("internalAnalysisFlag", !note.forCustomer());
        body.put("detailDescriptionFlag", note.forCustomer());
        body.put("resolutionFlag", false);
        body.put("processNotifications", note.forCustomer());
        return new PreparedNote(SYSTEM, note, body);
    }

    @Override
    public void add(SignIn signIn, PreparedNote note) {
        var draft = note.draft();
        var about = new About(ExchangeAction.UPDATED, draft.session(), null, draft.ticketId(),
                web(signIn, draft.ticketId()));
        ConnectWiseWay.accepted(way.send(signIn, reach -> way
                .change(signIn, reach, "service/tickets/" + number(draft.ticketId()) + "/notes", note.body())
                .about(about)));
    }

    @Override
    public List<Finding> test(SignIn signIn) {
        return List.of(
                Finding.of("sign in", () -> way.asked(signIn, "system/info").body().text("version", "")),
                Finding.of("read tickets", () -> {
                    way.asked(signIn, "service/tickets?page=1&pageSize=1&fields=id");
                    return "";
                }),
                Finding.of("read statuses", () -> boards(signIn)),
                Finding.of("read customers", () -> {
                    way.asked(signIn, "company/companies?page=1&pageSize=1&fields=id");
                    return "";
                }),
                Finding.untested("write note", Messages.get("credential.found.leaves-trace")));
    }

    private String boards(SignIn signIn) {
        var boards = list(signIn, "service/boards?page=1&pageSize=1000&fields=id", 1000);
        if (!boards.isEmpty()) {
            way.asked(signIn, "service/boards/" + boards.getFirst().text("id", "0") + "/statuses?page=1&pageSize=1");
        }
        return Messages.get("credential.found.boards", boards.size());
    }
}
