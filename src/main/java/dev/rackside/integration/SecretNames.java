package dev.rackside.integration;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells by its name whether a value is a secret. In doubt it is one. */
final class SecretNames {

    private static final List<String> PARTS = List.of("token", "secret", "password", "passwd", "passphrase", "passcode",
            "authorization", "authentication", "cookie", "apikey", "accesskey", "privatekey", "sharedkey", "signingkey",
            "encryptionkey", "subscriptionkey", "credential", "apiintegrationcode", "kennwort", "passwort");
    private static final Set<String> WHOLE = Set.of("pwd", "pass", "auth", "sig", "otp", "psk", "jwt", "bearer",
            "userpwd", "userpass", "xauth", "wsse");
    private static final Pattern ESCAPED = Pattern.compile("(?:\\\\u|%)([0-9A-Fa-f]{4}|[0-9A-Fa-f]{2})");

    private SecretNames() {
    }

    /** Case, separators and escapes don't matter: {@code X-Api-Key}, {@code api_key}, {@code client%5Fsecret}. */
    static boolean secret(String name) {
        var plain = ESCAPED.matcher(name).replaceAll(
                escape -> java.util.regex.Matcher.quoteReplacement(
                        Character.toString((char) Integer.parseInt(escape.group(1), 16))))
                .toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return WHOLE.contains(plain) || PARTS.stream().anyMatch(plain::contains);
    }

    /** Whether the value of a header goes on to the end of its line. */
    static boolean header(String name) {
        var plain = name.toLowerCase(Locale.ROOT);
        return plain.contains("authorization") || plain.contains("cookie");
    }
}
