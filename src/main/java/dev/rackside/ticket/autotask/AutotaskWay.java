package dev.rackside.ticket.autotask;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rackside.credential.Secrets.Place;
import dev.rackside.credential.SignIn;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.integration.Answer;
import dev.rackside.integration.Call;
import dev.rackside.integration.Complaints;
import dev.rackside.integration.Outside;
import dev.rackside.integration.Reach;
import dev.rackside.integration.Signature;
import dev.rackside.ticket.Refusal;
import dev.rackside.ticket.TicketSystem;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The way to an account of Autotask: its zone, which the service tells by the login, and its calls. */
final class AutotaskWay {

    private static final String USUAL = "https://webservices2.autotask.net/ATServicesRest";
    private static final String OWN_DOMAIN = ".autotask.net";
    private static final Duration ZONE_LASTS = Duration.ofHours(24);
    private static final Duration LABELS_LAST = Duration.ofMinutes(10);
    private static final String TOO_MANY_AT_ONCE = "itgenatr005";

    /** Some answers say no under the status that says yes. */
    private static final Call.Reading READING = new Call.Reading(
            answer -> answer.ok() && answer.body().items("errors").isEmpty(),
            answer -> answer.status() == 429 || tooManyAtOnce(answer));

    private final Outside outside;
    private final Map<UUID, Kept<Zone>> zones = new ConcurrentHashMap<>();
    private final Map<String, Kept<Map<String, String>>> labels = new ConcurrentHashMap<>();

    /**
     * Where an account is.
     *
     * @param web where people see it; null where nobody tells
     */
    record Zone(Reach reach, @Nullable URI web) {}

    private record Kept<T>(T value, long since) {

        boolean fresh(Duration lasts) {
            return System.nanoTime() - since < lasts.toNanos();
        }
    }

    AutotaskWay(Outside outside) {
        this.outside = outside;
    }

    /** Of a GET; throws what the account says no to. */
    Answer get(SignIn signIn, String path) {
        return accepted(send(signIn, path));
    }

    /** Of a GET, whatever it says. */
    Answer send(SignIn signIn, String path) {
        var reach = zone(signIn).reach();
        return outside.send(Call.get(reach, reach.at("v1.0/" + path), signature(signIn)).counted(endpoint(path))
                .read(READING));
    }

    Answer query(SignIn signIn, String entity, List<String> fields, int most, List<Map<String, Object>> filter) {
        var reach = zone(signIn).reach();
        var body = Map.of("MaxRecords", most, "IncludeFields", fields, "filter", filter);
        return accepted(outside.send(Call.ask(reach, reach.at("v1.0/" + entity + "/query"), signature(signIn), body)
                .counted(entity).read(READING)));
    }

    Answer change(SignIn signIn, String path, Object body, Call.About about) {
        var reach = zone(signIn).reach();
        return accepted(outside.send(Call.change(reach, "POST", reach.at("v1.0/" + path), signature(signIn), body)
                .counted(endpoint(path)).about(about).read(READING)));
    }

    /** The labels of a list of choices by their values, as texts: tickets have numbers where the list has texts. */
    Map<String, String> labels(SignIn signIn, String entity, String field) {
        var key = signIn.credential() + " " + entity + " " + field;
        var kept = labels.get(key);
        if (kept != null && kept.fresh(LABELS_LAST)) {
            return kept.value();
        }
        var found = new LinkedHashMap<String, String>();
        get(signIn, entity + "/entityInformation/fields").body().items("fields").stream()
                .filter(each -> field.equalsIgnoreCase(each.text("name")))
                .flatMap(each -> each.items("picklistValues").stream())
                .forEach(each -> found.put(each.text("value", ""), each.text("label", "")));
        labels.put(key, new Kept<>(found, System.nanoTime()));
        return found;
    }

    /** Asked for without a signature, and remembered for a day. */
    Zone zone(SignIn signIn) {
        var kept = zones.get(signIn.credential());
        if (kept != null && kept.fresh(ZONE_LASTS) && kept.value().reach().equals(reachOf(signIn, kept.value()))) {
            return kept.value();
        }
        var first = signIn.reach(USUAL);
        var login = signIn.composed(signIn.username().toCharArray());
        var answer = outside.send(Call.get(first,
                first.at("v1.0/zoneInformation?user=" + encode(new String(login), UTF_8)), signature(signIn).silent())
                .read(READING));
        if (!answer.ok() && !signIn.hasAddress()) {
            throw Refusal.of(TicketSystem.AUTOTASK, answer, ErrorCode.OUTSIDE_SIGN_IN);
        }
        var zone = zone(signIn, first, answer);
        zones.put(signIn.credential(), new Kept<>(zone, System.nanoTime()));
        return zone;
    }

    /** An address that was changed meanwhile counts at once. */
    private static Reach reachOf(SignIn signIn, Zone zone) {
        return signIn.hasAddress() ? signIn.reach(USUAL) : signIn.reach(zone.reach().base().toString());
    }

    private static Zone zone(SignIn signIn, Reach first, Answer answer) {
        var web = address(answer.body().text("webUrl"));
        var told = address(answer.body().text("url"));
        if (signIn.hasAddress()) {
            return new Zone(first, web);
        }
        if (told == null || !"https".equals(told.getScheme())
                || !told.getHost().toLowerCase(Locale.ROOT).endsWith(OWN_DOMAIN)) {
            throw new Problem(ErrorCode.OUTSIDE_REDIRECTS, first.host(), answer.says(String.valueOf(told)));
        }
        return new Zone(first.to(told), web);
    }

    private static @Nullable URI address(@Nullable String text) {
        try {
            var address = text == null ? null : URI.create(text);
            return address == null || address.getHost() == null ? null : address;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static String endpoint(String path) {
        return path.replaceAll("[/?].*", "");
    }

    private static Answer accepted(Answer answer) {
        if (READING.good().test(answer)) {
            return answer;
        }
        throw answer.ok()
                ? Refusal.of(TicketSystem.AUTOTASK, answer, ErrorCode.OUTSIDE_REFUSED)
                : Refusal.of(TicketSystem.AUTOTASK, answer);
    }

    private static boolean tooManyAtOnce(Answer answer) {
        return (!answer.ok() || !answer.body().items("errors").isEmpty())
                && Complaints.of(answer).toLowerCase(Locale.ROOT).contains(TOO_MANY_AT_ONCE);
    }

    private static Signature signature(SignIn signIn) {
        return new Signature() {
            @Override
            public void sign(BiConsumer<String, String> header) {
                header.accept("UserName", signIn.username());
                header.accept("Secret", new String(signIn.secret(Place.PASSWORD)));
                header.accept("ApiIntegrationCode", new String(signIn.secret(Place.API_KEY)));
            }

            @Override
            public List<char[]> hidden() {
                return signIn.hidden();
            }
        };
    }
}
