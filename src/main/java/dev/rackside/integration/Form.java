package dev.rackside.integration;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Map;
import java.util.stream.Collectors;

/** A body that goes out as a web form; in the log it stands as JSON, masked like any other. */
public record Form(Map<String, String> fields) {

    public Form {
        fields = Map.copyOf(fields);
    }

    String encoded() {
        return fields.entrySet().stream().map(
                each -> URLEncoder.encode(each.getKey(), UTF_8) + "=" + URLEncoder.encode(each.getValue(), UTF_8))
                .sorted().collect(Collectors.joining("&"));
    }

    /** None of the values: tokens are sent this way. */
    @Override
    public String toString() {
        return fields.keySet().toString();
    }
}
