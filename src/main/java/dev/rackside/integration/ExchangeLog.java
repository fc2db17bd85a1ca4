package dev.rackside.integration;

import dev.rackside.db.Database;
import dev.rackside.db.Ids;
import dev.rackside.text.Coded;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Our own rows of the log. One is written before a call is made and ended after it, so that a crash in between leaves a
 * call of which nobody knows the outcome, and not nothing. What would be secret in it is masked before it is written.
 */
final class ExchangeLog {

    /** What is longer is kept as its beginning; the whole is told by its length and hash. */
    static final int MOST_BYTES = 256 * 1024;

    /** No call takes as long: a row that waits longer was left by a program that ended. */
    static final Duration LEFT_OVER = Duration.ofMinutes(15);

    private static final String BEGIN = """
            insert into external_integrations (id, session_id, work_item_id, integration_type, external_id, external_url,
                action, direction, request_data, outcome, created_by, created_at)
            values (:id, :session, :item, :system, :external, :url, :action, 'outbound', :request, 'pending', :who,
                utc_timestamp(6))""";
    private static final String END = """
            update external_integrations set outcome = :outcome, http_status = :status, duration_ms = :took,
                response_data = :response, external_id = coalesce(external_id, :external), created_at = created_at
            where id = :id and outcome = 'pending'""";
    private static final String LEFT = """
            update external_integrations set outcome = 'unknown', created_at = created_at
            where outcome = 'pending' and direction = 'outbound' and created_by = :who
                and created_at < utc_timestamp(6) - interval :seconds second""";
    private static final int BEGINNING = MOST_BYTES / 4;
    private static final int LONGEST_ID = 255;
    private static final int LONGEST_URL = 500;

    private final Database database;
    private final Supplier<String> who;

    ExchangeLog(Database database, Supplier<String> who) {
        this.database = database;
        this.who = who;
    }

    /**
     * How a call ended.
     *
     * @param status of HTTP; null where there was no answer
     * @param took in milliseconds
     */
    record End(ExchangeOutcome outcome, @Nullable Integer status, long took, String response) {}

    UUID begin(Call call, UnaryOperator<String> redaction) {
        var id = Ids.next();
        var request = request(call, redaction);
        var about = call.about();
        return database.write(session -> {
            session.createNativeMutationQuery(BEGIN).setParameter("id", id.toString())
                    .setParameter("session", text(about.session()), String.class)
                    .setParameter("item", text(about.workItem()), String.class)
                    .setParameter("system", Coded.code(call.reach().system()))
                    .setParameter("external", capped(about.externalId(), LONGEST_ID), String.class)
                    .setParameter("url", address(about.externalUrl(), redaction), String.class)
                    .setParameter("action", Coded.code(about.action()))
                    .setParameter("request", request).setParameter("who", who.get()).executeUpdate();
            return id;
        }, session -> isThere(session, id), id);
    }

    private static boolean isThere(StatelessSession session, UUID id) {
        return session.createNativeQuery("select 1 from external_integrations where id = :id", Integer.class)
                .setParameter("id", id.toString()).getSingleResultOrNull() != null;
    }

    void end(UUID id, End end, @Nullable String externalId) {
        database.write(session -> session.createNativeMutationQuery(END).setParameter("id", id.toString())
                .setParameter("outcome", Coded.code(end.outcome())).setParameter("status", end.status(), Integer.class)
                .setParameter("took", Math.min(end.took(), Integer.MAX_VALUE))
                .setParameter("response", end.response())
                .setParameter("external", capped(externalId, LONGEST_ID), String.class).executeUpdate());
    }

    /** Calls of this person that a program left behind: nobody knows their outcome. */
    int settleLeftOvers() {
        return database.write(session -> session.createNativeMutationQuery(LEFT).setParameter("who", who.get())
                .setParameter("seconds", LEFT_OVER.toSeconds()).executeUpdate());
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    private static @Nullable String capped(@Nullable String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most);
    }

    /** One that doesn't fit leads nowhere, so none is kept. */
    private static @Nullable String address(@Nullable String url, UnaryOperator<String> redaction) {
        return url == null || url.length() > LONGEST_URL ? null : redaction.apply(url);
    }

    private static String request(Call call, UnaryOperator<String> redaction) {
        var request = Json.MAPPER.createObjectNode();
        request.put("method", call.method());
        request.put("url", safe(call.address(), redaction));
        if (call.body() != null) {
            var body = call.body() instanceof Form form ? form.fields() : call.body();
            put(request, Json.MAPPER.valueToTree(body), redaction);
        }
        return request.toString();
    }

    private static String safe(URI address, UnaryOperator<String> redaction) {
        return Masking.text(redaction.apply(address.toString())).text();
    }

    static String answered(JsonNode body, UnaryOperator<String> redaction) {
        var response = Json.MAPPER.createObjectNode();
        if (!body.isMissingNode()) {
            put(response, body, redaction);
        }
        return response.toString();
    }

    private static void put(ObjectNode into, JsonNode body, UnaryOperator<String> redaction) {
        var redacted = MaskedJson.redacted(body, redaction);
        var text = redacted.toString();
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= MOST_BYTES) {
            into.set("body", redacted);
        } else {
            // It was masked as a whole, so no secret is cut in two.
            into.put("cut", true);
            into.put("bytes", bytes.length);
            into.put("sha256", sha256(bytes));
            into.put("beginning", text.substring(0, BEGINNING));
        }
    }

    /** A body that can't be looked through is told by its length and hash alone. */
    static String unreadable(byte[] body, String type) {
        var response = Json.MAPPER.createObjectNode();
        var unreadable = response.putObject("unreadable");
        unreadable.put("bytes", body.length);
        unreadable.put("sha256", sha256(body));
        unreadable.put("type", Masking.text(type).text());
        return response.toString();
    }

    static String ended(String how) {
        return Json.MAPPER.createObjectNode().put("ended", how).toString();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
