package dev.rackside.integration;

import java.net.http.HttpHeaders;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** What an outside system answered; its body was JSON, or there was none. */
public final class Answer {

    private static final int LONGEST_SAYING = 300;

    private final int status;
    private final HttpHeaders headers;
    private final JsonNode json;
    private final UnaryOperator<String> redaction;

    Answer(int status, HttpHeaders headers, JsonNode json, UnaryOperator<String> redaction) {
        this.status = status;
        this.headers = headers;
        this.json = json;
        this.redaction = redaction;
    }

    /** The status of HTTP. */
    public int status() {
        return status;
    }

    public boolean ok() {
        return status >= 200 && status < 300;
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** The body, without what signed the call in; of nothing where there was none. */
    public Fields body() {
        return new Fields(json);
    }

    /** A part of the answer as it may be shown and logged: nothing secret, no tricks, and no longer than a line. */
    public String says(String part) {
        var safe = Neutral.text(Masking.text(redaction.apply(part)).text()).strip().replaceAll("\\s+", " ");
        return safe.length() <= LONGEST_SAYING
                ? safe
                : safe.substring(0, safe.offsetByCodePoints(0, safe.codePointCount(0, LONGEST_SAYING))) + "…";
    }

    @Override
    public String toString() {
        return "Answer " + status;
    }
}
