package dev.rackside.ticket.syncro;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rackside.credential.Finding;
import dev.rackside.credential.SignIn;
import dev.rackside.fault.ErrorCode;
import dev.rackside.integration.Answer;
import dev.rackside.integration.Call;
import dev.rackside.integration.Call.About;
import dev.rackside.integration.Complaints;
import dev.rackside.integration.ExchangeAction;
import dev.rackside.integration.Fields;
import dev.rackside.integration.Outside;
import dev.rackside.integration.Reach;
import dev.rackside.integration.Signature;
import dev.rackside.text.Messages;
import dev.rackside.ticket.NoteDraft;
import dev.rackside.ticket.PreparedNote;
import dev.rackside.ticket.Refusal;
import dev.rackside.ticket.RemoteTicket;
import dev.rackside.ticket.StateWords;
import dev.rackside.ticket.TicketGateway;
import dev.rackside.ticket.TicketQuery;
import dev.rackside.ticket.TicketSystem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** SyncroMSP's API, version 1. */
public final class SyncroGateway implements TicketGateway {

    private static final TicketSystem SYSTEM = TicketSystem.SYNCRO_MSP;
    private static final int MOST_PAGES = 20;

    private final Outside outside;

    public SyncroGateway(Outside outside) {
        this.outside = outside;
    }

    @Override
    public TicketSystem system() {
        return SYSTEM;
    }

    @Override
    public List<RemoteTicket> find(SignIn signIn, TicketQuery query) {
        return switch (query.kind()) {
            case ID -> read(signIn, query.text()).stream().toList();
            case NUMBER -> list(signIn, "number=" + encode(query.text(), UTF_8));
            case WORDS -> list(signIn, "query=" + encode(query.text(), UTF_8));
        };
    }

    private List<RemoteTicket> list(SignIn signIn, String filter) {
        var found = new ArrayList<RemoteTicket>();
        for (var page = 1; page <= MOST_PAGES && found.size() < MOST_FOUND; page++) {
            var body = asked(signIn, "tickets?" + filter + "&page=" + page).body();
            var tickets = body.items("tickets");
            tickets.forEach(ticket -> found.add(ticket(signIn, ticket)));
            var pages = body.at("meta").number("total_pages");
            if (tickets.isEmpty() || pages == null || page >= pages) {
                break;
            }
        }
        return found.stream().limit(MOST_FOUND).toList();
    }

    @Override
    public Optional<RemoteTicket> read(SignIn signIn, String id) {
        var answer = send(call(signIn, "tickets/" + encode(id, UTF_8)).about(About.of(ExchangeAction.FETCHED).of(id)));
        if (answer.status() == 404) {
            return Optional.empty();
        }
        refuse(answer);
        var ticket = answer.body().at("ticket");
        return ticket.isObject() ? Optional.of(ticket(signIn, ticket)) : Optional.empty();
    }

    @Override
    public Map<String, String> customers(SignIn signIn) {
        var names = new LinkedHashMap<String, String>();
        for (var page = 1; names.size() < MOST_CUSTOMERS; page++) {
            var body = asked(signIn, "customers?page=" + page).body();
            var customers = body.items("customers");
            customers.forEach(each -> names.put(each.text("id", ""), each.text("business_name",
                    each.text("business_then_name", each.text("fullname", "")))));
            var pages = body.at("meta").number("total_pages");
            if (customers.isEmpty() || pages == null || page >= pages) {
                break;
            }
        }
        return names;
    }

    private static RemoteTicket ticket(SignIn signIn, Fields ticket) {
        var id = ticket.text("id", "");
        var status = ticket.text("status");
        return new RemoteTicket(SYSTEM, id, ticket.text("number"), ticket.text("subject"), status,
                StateWords.of(status), ticket.text("customer_id"), customer(ticket), web(signIn, id),
                ticket.moment("updated_at"));
    }

    private static String customer(Fields ticket) {
        return ticket.text("customer_business_then_name", ticket.at("customer").text("business_then_name",
                ticket.at("customer").text("fullname", "")));
    }

    /** The account's own pages stand beside its API. */
    private static String web(SignIn signIn, String id) {
        return reach(signIn).base().toString().replaceAll("/api/v1/?$", "") + "/tickets/" + id;
    }

    /** Left out, these two could send the customer an e-mail: they are always there. */
    @Override
    public PreparedNote prepare(SignIn signIn, NoteDraft note) {
        var body = new LinkedHashMap<String, Object>();
        body.put("subject", note.title());
        body.put("body", note.text());
        body.put("hidden", !note.forCustomer());
        body.put("do_not_email", !note.forCustomer());
        return new PreparedNote(SYSTEM, note, body);
    }

    @Override
    public void add(SignIn signIn, PreparedNote note) {
        var draft = note.draft();
        var reach = reach(signIn);
        refuse(send(Call.change(reach, "POST", reach.at("tickets/" + encode(draft.ticketId(), UTF_8) + "/comment"),
                signature(signIn), note.body())
                .about(new About(ExchangeAction.UPDATED, draft.session(), null, draft.ticketId(),
                        web(signIn, draft.ticketId())))));
    }

    /** Its own list of what is permitted tells also of what can't be tried without leaving a trace. */
    @Override
    public List<Finding> test(SignIn signIn) {
        var me = new ArrayList<Fields>();
        var findings = new ArrayList<Finding>();
        findings.add(Finding.of("sign in", () -> {
            me.add(asked(signIn, "me").body());
            return me.getFirst().text("user_name", "");
        }));
        findings.add(Finding.of("read tickets", () -> {
            asked(signIn, "tickets?page=1");
            return "";
        }));
        findings.add(Finding.of("read statuses", () -> {
            var count = asked(signIn, "tickets/settings").body().items("ticket_status_list").size();
            return Messages.get("credential.found.statuses", count);
        }));
        findings.add(Finding.of("read customers", () -> {
            asked(signIn, "customers?page=1");
            return "";
        }));
        findings.add(me.isEmpty() ? Finding.untested("write note", "") : mayWrite(me.getFirst()));
        return findings;
    }

    private static Finding mayWrite(Fields me) {
        var may = me.at("permissions").at("ticket").at("write");
        if (!may.there() && !me.flag("admin")) {
            return Finding.untested("write note", Messages.get("credential.found.not-told"));
        }
        return me.flag("admin") || me.at("permissions").at("ticket").flag("write")
                ? new Finding("write note", Finding.Result.PASSED, Messages.get("credential.found.permitted"))
                : new Finding("write note", Finding.Result.REFUSED, Messages.get("credential.found.not-permitted"));
    }

    private Answer asked(SignIn signIn, String path) {
        var answer = send(call(signIn, path));
        refuse(answer);
        return answer;
    }

    private Answer send(Call call) {
        return outside.send(call);
    }

    private static Call call(SignIn signIn, String path) {
        var reach = reach(signIn);
        return Call.get(reach, reach.at(path), signature(signIn));
    }

    private static Reach reach(SignIn signIn) {
        return signIn.hasAddress()
                ? signIn.reach("")
                : signIn.reach("https://" + signIn.needed("subdomain") + ".syncromsp.com/api/v1");
    }

    private static Signature signature(SignIn signIn) {
        return new Signature() {
            @Override
            public void sign(BiConsumer<String, String> header) {
                header.accept("Authorization", "Bearer " + new String(signIn.bearer()));
            }

            @Override
            public List<char[]> hidden() {
                return signIn.hidden();
            }
        };
    }

    /** A missing permission is answered like a bad token; only the words tell them apart. */
    private static void refuse(Answer answer) {
        if (answer.ok()) {
            return;
        }
        var permission = answer.status() == 401
                && Complaints.of(answer).toLowerCase(Locale.ROOT).contains("permission");
        throw permission ? Refusal.of(SYSTEM, answer, ErrorCode.OUTSIDE_FORBIDDEN) : Refusal.of(SYSTEM, answer);
    }
}
