package dev.rackside.integration;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks what looks like a secret in text of any shape: headers, form bodies, JSON whole or cut short, XML, addresses.
 * Rackside's own rows hold none; rows of other programs may. Every expression here reads a text once, from its
 * beginning to its end.
 */
final class Masking {

    static final String MASK = "••••••";

    private static final int DEEPEST = 3;

    private static final Pattern QUOTED_NAME = Pattern
            .compile("\\\\*[\"']((?:[\\w.\\- ]|\\\\u[0-9A-Fa-f]{4}){1,80}+)\\\\*[\"']\\s*+(?::|=>?)\\s*+");
    private static final Pattern BARE_NAME = Pattern
            .compile("(?<![\\w.%\\-])([A-Za-z%][\\w.%\\-]{1,80}+)\\s{0,3}(?:=>|[=:])");
    private static final Pattern ELEMENT = Pattern
            .compile("<([\\w.\\-]{1,60}(?::[\\w.\\-]{1,60})?)(?:\\s[^<>]{0,500}+)?>(\\s*+(?:<!\\[CDATA\\[)?)([^<]++)");
    private static final Pattern SCHEME = Pattern
            .compile("(?i)\\b(bearer|basic|digest|negotiate|ntlm)(\\s++)([\\w+/=.~\\-]{8,}+)");
    private static final Pattern USER_INFO = Pattern.compile("://[^/\\s@\"'<>]{1,300}+@");
    private static final Pattern HOOK = Pattern.compile("(?i)(https?://(?:hooks?\\.[^\\s/\"'<>?]{1,250}+"
            + "|[\\w\\-]{1,63}\\.webhook\\.office\\.com|discord(?:app)?\\.com/api/webhooks)/)[^\\s\"'<>]++");
    private static final Pattern KNOWN_FORM = Pattern.compile("\\beyJ[\\w\\-]{8,}+\\.[\\w\\-]++(?:\\.[\\w\\-]*+)?"
            + "|\\b[spr]k_(?:live|test)_\\w{8,}+|\\bgh[pousr]_\\w{20,}+|\\bxox[abeprs]-[\\w\\-]{10,}+"
            + "|\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b");
    private static final Pattern PRIVATE_KEY = Pattern.compile("-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[^-]*+");
    private static final Pattern ENCODED = Pattern.compile("(?<![\\w+/=\\-])[\\w+/\\-]{20,}+={0,2}(?![\\w+/=\\-])");

    private final int depth;
    private int count;

    /** @param count how many values were masked */
    record Masked(String text, int count) {}

    private Masking(int depth) {
        this.depth = depth;
    }

    static Masked text(String text) {
        return text(text, 0);
    }

    static Masked text(String text, int depth) {
        if (depth > DEEPEST) {
            return new Masked(text, 0);
        }
        var masking = new Masking(depth);
        return new Masked(masking.all(text), masking.count);
    }

    private String all(String text) {
        var masked = each(PRIVATE_KEY, text, found -> hidden());
        masked = quoted(masked);
        masked = bare(masked);
        masked = each(ELEMENT, masked, this::element);
        masked = each(SCHEME, masked, this::scheme);
        masked = each(USER_INFO, masked, found -> "://" + hidden() + "@");
        masked = each(HOOK, masked, found -> found.group().endsWith(MASK) ? found.group() : found.group(1) + hidden());
        masked = each(KNOWN_FORM, masked, found -> hidden());
        return each(ENCODED, masked, found -> Encoded.holdsSecret(found.group(), depth + 1) ? hidden() : found.group());
    }

    private String hidden() {
        count++;
        return MASK;
    }

    private static String each(Pattern pattern, String text, java.util.function.Function<MatchResult, String> act) {
        return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(act.apply(found)));
    }

    private String element(MatchResult found) {
        return SecretNames.secret(found.group(1)) && !found.group(3).isBlank() && !found.group(3).startsWith(MASK)
                ? found.group().substring(0, found.group().length() - found.group(3).length()) + hidden()
                : found.group();
    }

    private String scheme(MatchResult found) {
        var value = found.group(3);
        var secret = found.group(1).equalsIgnoreCase("basic")
                ? Encoded.text(value).indexOf(':') >= 0
                : value.length() >= 16 || value.chars().anyMatch(Character::isDigit);
        return secret ? found.group(1) + found.group(2) + hidden() : found.group();
    }

    /** Names in quotes with their values, also where the whole is itself quoted and its quotes are escaped. */
    private String quoted(String text) {
        var masked = new StringBuilder();
        var names = QUOTED_NAME.matcher(text);
        var done = 0;
        for (var from = 0; from <= text.length() && names.find(from);) {
            from = names.end();
            var end = SecretNames.secret(names.group(1)) ? Values.end(text, from) : from;
            if (end > from && Values.worthHiding(text.substring(from, end))) {
                masked.append(text, done, from).append(Values.opening(text, from)).append(hidden())
                        .append(Values.opening(text, from));
                done = end;
                from = end;
            }
        }
        return masked.append(text, done, text.length()).toString();
    }

    /** Headers and form bodies. */
    private String bare(String text) {
        var masked = new StringBuilder();
        var names = BARE_NAME.matcher(text);
        var done = 0;
        for (var from = 0; from <= text.length() && names.find(from);) {
            from = names.end();
            if (SecretNames.secret(names.group(1))) {
                var start = Values.afterBlanks(text, from);
                var quote = Values.opening(text, start);
                var end = SecretNames.header(names.group(1)) && quote.isEmpty()
                        ? Values.endOfLine(text, start)
                        : Values.end(text, start);
                if (end > start && Values.worthHiding(text.substring(start, end))) {
                    masked.append(text, done, start).append(quote).append(hidden()).append(quote);
                    done = end;
                    from = end;
                }
            }
        }
        return masked.append(text, done, text.length()).toString();
    }
}
