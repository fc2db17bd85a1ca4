package dev.rackside.integration;

/** Where the value of a name ends, in text that is no whole document of any kind. */
final class Values {

    private Values() {
    }

    /** The end of a value as JSON writes it; where it doesn't end, the end of the text. */
    static int end(String text, int from) {
        if (from >= text.length()) {
            return from;
        }
        var opening = opening(text, from);
        if (!opening.isEmpty()) {
            return endOfQuoted(text, from + opening.length(), opening);
        }
        return text.charAt(from) == '{' || text.charAt(from) == '[' ? endOfBrackets(text, from) : endOfWord(text, from);
    }

    /** The quote that a value begins with, with the backslashes that escape it; empty where it has none. */
    static String opening(String text, int from) {
        var at = from;
        while (at < text.length() && text.charAt(at) == '\\') {
            at++;
        }
        var quote = at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'');
        return quote ? text.substring(from, at + 1) : "";
    }

    /** Quotes with more backslashes before them belong to the value; those with fewer end what is around it. */
    private static int endOfQuoted(String text, int from, String opening) {
        var quote = opening.charAt(opening.length() - 1);
        var escapes = opening.length() - 1;
        var backslashes = 0;
        for (var at = from; at < text.length(); at++) {
            var each = text.charAt(at);
            if (each == '\\') {
                backslashes++;
                continue;
            }
            if (each == quote && (escapes == 0 ? backslashes % 2 == 0 : backslashes <= escapes)) {
                return escapes > 0 && backslashes < escapes ? at : at + 1;
            }
            backslashes = 0;
        }
        return text.length();
    }

    private static int endOfBrackets(String text, int from) {
        var open = 0;
        for (var at = from; at < text.length(); at++) {
            switch (text.charAt(at)) {
                case '{', '[' -> open++;
                case '}', ']' -> {
                    if (--open == 0) {
                        return at + 1;
                    }
                }
                case '"' -> at = endOfQuoted(text, at + 1, "\"") - 1;
                default -> {
                }
            }
        }
        return text.length();
    }

    static int afterBlanks(String text, int from) {
        var at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    static int endOfWord(String text, int from) {
        var at = from;
        while (at < text.length() && " \t\r\n&;,\"'<>{}[]()".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    static int endOfLine(String text, int from) {
        var at = from;
        while (at < text.length() && "\r\n\"'<>".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    /** What is empty, says no more than yes or no, or is masked already, hides nothing. */
    static boolean worthHiding(String value) {
        var bare = value.replaceAll("[\\\\\"'\\s]", "");
        return !bare.isEmpty() && !bare.equals("null") && !bare.equals("true") && !bare.equals("false")
                && !bare.equals(Masking.MASK) && !bare.equals("{}") && !bare.equals("[]");
    }
}
