package dev.rackside.ticket;

import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A note just as it will be sent: what a person agrees to is what goes out.
 *
 * @param body what is sent, as JSON
 */
public record PreparedNote(TicketSystem system, NoteDraft draft, Map<String, Object> body) {

    private static final JsonMapper PRETTY = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** The body, for reading. */
    public String shown() {
        return PRETTY.writeValueAsString(body);
    }
}
