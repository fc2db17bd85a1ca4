package dev.rackside.credential;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Single settings within the JSON of a credential's settings; whatever else stands there stays as it is. */
public final class CredentialSettings {

    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private CredentialSettings() {
    }

    /** A setting as text; empty where it isn't there, or the JSON is none. */
    public static String get(@Nullable String json, String name) {
        var settings = parsed(json);
        return settings == null ? "" : settings.path(name).asString("");
    }

    public static boolean flag(@Nullable String json, String name) {
        return get(json, name).equalsIgnoreCase("true");
    }

    /** The JSON with another value; one that is empty is left out, and JSON that would be empty is no text. */
    public static String with(@Nullable String json, String name, String value) {
        return changed(json, settings -> {
            if (value.isBlank()) {
                settings.remove(name);
            } else {
                settings.put(name, value.strip());
            }
        });
    }

    public static String with(@Nullable String json, String name, boolean value) {
        return changed(json, settings -> {
            if (value) {
                settings.put(name, true);
            } else {
                settings.remove(name);
            }
        });
    }

    private static String changed(@Nullable String json, Consumer<ObjectNode> change) {
        var settings = parsed(json);
        if (settings == null) {
            return json == null ? "" : json;
        }
        change.accept(settings);
        return settings.isEmpty() ? "" : JSON.writeValueAsString(settings);
    }

    /** Null where it is JSON of another kind, or none: then nothing of it can be told, or changed alone. */
    private static @Nullable ObjectNode parsed(@Nullable String json) {
        if (json == null || json.isBlank()) {
            return JSON.createObjectNode();
        }
        try {
            return JSON.readTree(json) instanceof ObjectNode object ? object : null;
        } catch (JacksonException _) {
            return null;
        }
    }
}
