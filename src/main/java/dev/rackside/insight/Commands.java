package dev.rackside.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The example commands or settings of an insight: a JSON array of texts in the database, one command a line in the
 * form. What another program stored in any other shape is kept to the letter until somebody edits it.
 *
 * @param stored what stands in the database; null where nothing does
 */
public record Commands(@Nullable String stored) {

    public static final Commands NONE = new Commands(null);

    /** Stands for a line break within one command where each line is a command. */
    public static final String LINE_BREAK = "↵";

    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * Reads what a person typed, one command a line; blank lines don't count. A text that is a JSON array or object as
     * a whole is taken as it is.
     */
    public static Commands typed(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return NONE;
        }
        var json = parsed(text);
        if (json != null && json.isContainer()) {
            return new Commands(text.strip());
        }
        return of(text.lines().map(String::stripTrailing).filter(line -> !line.isBlank())
                .map(line -> line.replace(LINE_BREAK, "\n")).toList());
    }

    public static Commands of(List<String> commands) {
        return commands.isEmpty() ? NONE : new Commands(JSON.writeValueAsString(commands));
    }

    /** Whether something is stored that isn't an array of texts; it is then shown raw, and marked. */
    public boolean odd() {
        return stored != null && !stored.isBlank() && texts() == null;
    }

    /** The commands, in their order; where the stored text is {@link #odd()}, that text alone. */
    public List<String> list() {
        var texts = texts();
        if (texts != null) {
            return texts;
        }
        return stored == null || stored.isBlank() ? List.of() : List.of(stored);
    }

    /** How the form shows them: a command a line, or the stored text where it is odd. */
    public String lines() {
        var texts = texts();
        if (texts == null) {
            return stored == null ? "" : stored;
        }
        return texts.stream().map(command -> command.replaceAll("\\R", LINE_BREAK)).collect(Collectors.joining("\n"));
    }

    /** What a new row stores: always JSON, also where these were copied from a row with odd text. */
    @Nullable
    String json() {
        return stored == null || stored.isBlank() || parsed(stored) != null ? stored : typed(stored).stored;
    }

    private @Nullable List<String> texts() {
        var json = stored == null ? null : parsed(stored);
        if (json == null || !json.isArray()) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        for (var element : json) {
            if (!element.isString()) {
                return null;
            }
            texts.add(element.stringValue());
        }
        return texts;
    }

    private static @Nullable JsonNode parsed(String text) {
        try {
            var json = JSON.readTree(text);
            return json.isMissingNode() ? null : json;
        } catch (JacksonException _) {
            return null;
        }
    }
}
