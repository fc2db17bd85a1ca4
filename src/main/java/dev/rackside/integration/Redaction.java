package dev.rackside.integration;

import java.net.URLEncoder;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Masks the very values that sign a call in, wherever they come up: an outside system may give them back under any name.
 * Each is looked for as it is, as addresses write it and as base64.
 */
final class Redaction implements UnaryOperator<String> {

    /** What is shorter comes up by chance, and to mask it would tell more than it hides. */
    private static final int SHORTEST = 4;

    private final List<char[]> forms = new ArrayList<>();

    /** @param hidden not kept and not changed */
    Redaction(List<char[]> hidden) {
        for (var secret : hidden) {
            if (secret.length >= SHORTEST) {
                add(secret.clone());
                // Without what fills it up, so that it is found in the midst of a longer one too.
                add(Base64Chars.of(secret, Base64.getEncoder().withoutPadding()));
                add(URLEncoder.encode(CharBuffer.wrap(secret).toString(), StandardCharsets.UTF_8).toCharArray());
            }
        }
        // The longest first: what is part of another must not break it up.
        forms.sort((one, other) -> Integer.compare(other.length, one.length));
    }

    private void add(char[] form) {
        if (forms.stream().noneMatch(known -> Arrays.equals(known, form))) {
            forms.add(form);
        }
    }

    @Override
    public String apply(String text) {
        var masked = text;
        for (var form : forms) {
            masked = without(masked, form);
        }
        return masked;
    }

    /** The same of JSON, in texts alone: a system that gives a secret back is no reason to show it. */
    JsonNode apply(JsonNode json) {
        return switch (json) {
            case StringNode text -> StringNode.valueOf(apply(text.stringValue()));
            case ObjectNode object -> {
                var masked = Json.MAPPER.createObjectNode();
                object.properties().forEach(each -> masked.set(each.getKey(), apply(each.getValue())));
                yield masked;
            }
            case ArrayNode array -> {
                var masked = Json.MAPPER.createArrayNode();
                array.forEach(each -> masked.add(apply(each)));
                yield masked;
            }
            default -> json;
        };
    }

    private static String without(String text, char[] secret) {
        StringBuilder masked = null;
        var done = 0;
        for (var at = 0; at <= text.length() - secret.length; at++) {
            if (matches(text, at, secret)) {
                masked = masked == null ? new StringBuilder(text.length()) : masked;
                masked.append(text, done, at).append(Masking.MASK);
                done = at + secret.length;
                at = done - 1;
            }
        }
        return masked == null ? text : masked.append(text, done, text.length()).toString();
    }

    private static boolean matches(String text, int from, char[] secret) {
        for (var at = 0; at < secret.length; at++) {
            if (text.charAt(from + at) != secret[at]) {
                return false;
            }
        }
        return true;
    }
}
