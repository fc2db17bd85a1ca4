package dev.rackside.ticket.connectwise;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rackside.credential.Secrets.Place;
import dev.rackside.credential.SignIn;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.integration.Answer;
import dev.rackside.integration.Base64Chars;
import dev.rackside.integration.Call;
import dev.rackside.integration.Outside;
import dev.rackside.integration.Reach;
import dev.rackside.integration.Signature;
import dev.rackside.ticket.Refusal;
import dev.rackside.ticket.TicketSystem;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The way to a company of ConnectWise PSA: its codebase, which changes with upgrades, and its calls. */
final class ConnectWiseWay {

    private static final String API = "/apis/3.0";
    private static final List<String> CLOUDS = List.of("na", "eu", "au", "aus", "staging");
    private static final String CLOUD = ".myconnectwise.net";

    private final Outside outside;
    private final Map<UUID, Known> codebases = new ConcurrentHashMap<>();

    /** A codebase and the address that told it. */
    private record Known(URI from, Reach reach) {}

    ConnectWiseWay(Outside outside) {
        this.outside = outside;
    }

    /**
     * Sends a call. Where an upgrade moved the codebase away, the new one is asked for, once; what changes something is
     * never sent twice.
     */
    Answer send(SignIn signIn, Function<Reach, Call> call) {
        var reach = reach(signIn);
        try {
            var answer = outside.send(call.apply(reach));
            if (answer.status() != 404 || answer.body().there() || !codebases.containsKey(signIn.credential())) {
                return answer;
            }
        } catch (Problem problem) {
            if (!moved(problem) || !codebases.containsKey(signIn.credential())) {
                throw problem;
            }
        }
        codebases.remove(signIn.credential());
        var again = call.apply(reach(signIn));
        if (again.changes() && reach.equals(again.reach())) {
            throw new Problem(ErrorCode.OUTSIDE_GONE, Refusal.name(TicketSystem.CONNECTWISE));
        }
        return outside.send(again);
    }

    private static boolean moved(Problem problem) {
        return problem.code() == ErrorCode.OUTSIDE_REDIRECTS || problem.code() == ErrorCode.OUTSIDE_NOT_JSON;
    }

    Call get(SignIn signIn, Reach reach, String path) {
        return Call.get(reach, reach.at(path), signature(signIn));
    }

    Call change(SignIn signIn, Reach reach, String path, Object body) {
        return Call.change(reach, "POST", reach.at(path), signature(signIn), body);
    }

    /** Of a GET; throws what the company says no to. */
    Answer asked(SignIn signIn, String path) {
        return accepted(send(signIn, reach -> get(signIn, reach, path)));
    }

    static Answer accepted(Answer answer) {
        if (answer.ok()) {
            return answer;
        }
        throw Refusal.of(TicketSystem.CONNECTWISE, answer);
    }

    /** An address with the API's path is used as it is; any other is that of the site, which tells its codebase. */
    private Reach reach(SignIn signIn) {
        var site = site(signIn);
        if (site.base().toString().contains(API)) {
            return site;
        }
        var known = codebases.get(signIn.credential());
        if (known != null && known.from().equals(site.base())) {
            return known.reach().to(known.reach().base());
        }
        var answer = accepted(outside.send(Call.get(site,
                site.at("login/companyinfo/" + encode(signIn.needed("company"), UTF_8)),
                signature(signIn).silent())));
        var codebase = answer.body().text("Codebase");
        if (codebase == null || !codebase.matches("[A-Za-z0-9_.-]{1,60}/?")) {
            throw new Problem(ErrorCode.OUTSIDE_NOT_JSON, site.host());
        }
        var reach = api(site, codebase.replace("/", ""));
        codebases.put(signIn.credential(), new Known(site.base(), reach));
        return reach;
    }

    static Reach site(SignIn signIn) {
        return signIn.hasAddress() ? signIn.reach("") : signIn.reach("https://" + signIn.needed("site"));
    }

    /** The cloud's API has hosts of its own; elsewhere it is the site's. */
    private static Reach api(Reach site, String codebase) {
        var host = Objects.requireNonNullElse(site.base().getHost(), "");
        var cloud = CLOUDS.stream().anyMatch(region -> host.equalsIgnoreCase(region + CLOUD));
        var root = cloud ? URI.create("https://api-" + host) : site.base();
        return site.to(site.to(root).at(codebase + API));
    }

    /** Put together before the call is made, so that its log knows what to mask from the first one on. */
    private static Signature signature(SignIn signIn) {
        var basic = basic(signIn);
        return new Signature() {
            @Override
            public void sign(BiConsumer<String, String> header) {
                header.accept("Authorization", "Basic " + new String(basic));
                header.accept("clientId", signIn.needed("clientId"));
            }

            @Override
            public List<char[]> hidden() {
                return signIn.hidden();
            }
        };
    }

    private static char[] basic(SignIn signIn) {
        var plain = signIn.composed((signIn.needed("company") + "+" + signIn.username() + ":").toCharArray(),
                signIn.secret(Place.PASSWORD));
        return signIn.composed(Base64Chars.of(plain, Base64.getEncoder()));
    }
}
