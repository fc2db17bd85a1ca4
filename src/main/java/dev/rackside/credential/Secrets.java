package dev.rackside.credential;

import java.util.EnumMap;
import java.util.Map;

/** Which secrets a credential has and how each is kept; in the order in which they are shown. */
public record Secrets(SecretState apiKey, SecretState password, SecretState token, SecretState refreshToken,
        SecretState hook, SecretState plainHook) {

    /** The columns in which a secret can stand. */
    public enum Place {
        API_KEY, PASSWORD, TOKEN, REFRESH_TOKEN, HOOK, PLAIN_HOOK
    }

    /** Those that are there. */
    public Map<Place, SecretState> there() {
        var there = new EnumMap<Place, SecretState>(Place.class);
        there.put(Place.API_KEY, apiKey);
        there.put(Place.PASSWORD, password);
        there.put(Place.TOKEN, token);
        there.put(Place.REFRESH_TOKEN, refreshToken);
        there.put(Place.HOOK, hook);
        there.put(Place.PLAIN_HOOK, plainHook);
        there.values().removeIf(SecretState.NONE::equals);
        return there;
    }
}
