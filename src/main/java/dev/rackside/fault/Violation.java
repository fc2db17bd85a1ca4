package dev.rackside.fault;

import java.util.List;

/**
 * One rule that a draft breaks.
 *
 * @param field the draft's component that breaks it, by its Java name
 * @param key the message that tells the person, for example {@code rule.too-long}
 * @param arguments fill the message's places
 */
public record Violation(String field, String key, List<Object> arguments) {

    public static Violation of(String field, String key, Object... arguments) {
        return new Violation(field, key, List.of(arguments));
    }
}
