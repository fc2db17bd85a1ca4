package dev.rackside.credential;

import dev.rackside.integration.ExchangeSystem;
import dev.rackside.text.Coded;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which secrets a credential has and how each is kept; in the order in which they are shown. */
public record Secrets(SecretState apiKey, SecretState password, SecretState token, SecretState refreshToken,
        SecretState hook, SecretState plainHook) {

    /** As the list's query says it: the states in the order of the places, with blanks between. */
    static Secrets of(String states) {
        var each = Arrays.stream(states.split(" ")).map(Credential::state).toList();
        return new Secrets(each.get(0), each.get(1), each.get(2), each.get(3), each.get(4), each.get(5));
    }

    private List<SecretState> states() {
        return List.of(apiKey, password, token, refreshToken, hook, plainHook);
    }

    /** The most remarkable of the ways in which they are kept. */
    public SecretState worst() {
        return Collections.max(states());
    }

    /** The ways in which they are kept, each once; none alone where there is no secret. */
    Stream<SecretState> ways() {
        return worst() == SecretState.NONE
                ? Stream.of(SecretState.NONE)
                : states().stream().filter(state -> state != SecretState.NONE).distinct();
    }

    /** The columns in which a secret can stand. */
    public enum Place {
        API_KEY, PASSWORD, TOKEN, REFRESH_TOKEN, HOOK, PLAIN_HOOK
    }

    /** What a credential of that kind signs in by. */
    public static List<Place> needed(Coded<ExchangeSystem> system, Coded<CredentialType> type) {
        if (type.known() == CredentialType.OAUTH) {
            return List.of(Place.PASSWORD, Place.TOKEN, Place.REFRESH_TOKEN);
        }
        return switch (system.known()) {
            case ZAPIER -> List.of(Place.HOOK);
            case AUTOTASK -> List.of(Place.PASSWORD, Place.API_KEY);
            case CONNECTWISE, MSP_BACKUPS -> List.of(Place.PASSWORD);
            case SYNCRO_MSP -> List.of(Place.API_KEY);
            case null -> byType(type);
        };
    }

    private static List<Place> byType(Coded<CredentialType> type) {
        return switch (type.known()) {
            case API_KEY -> List.of(Place.API_KEY);
            case BASIC_AUTH -> List.of(Place.PASSWORD);
            case null, default -> List.of();
        };
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
