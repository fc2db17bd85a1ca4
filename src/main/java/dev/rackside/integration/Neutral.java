package dev.rackside.integration;

/**
 * Text of strangers without its tricks: control characters, colours of terminals and characters that turn the direction
 * of writing are spelled out as JSON spells them, so that what is read is what stands there.
 */
public final class Neutral {

    private Neutral() {
    }

    /** Keeps line breaks and tabs; a carriage return counts as a line break. */
    public static String text(String text) {
        var clean = new StringBuilder(text.length());
        text = text.replace("\r\n", "\n").replace('\r', '\n');
        for (var at = 0; at < text.length(); at++) {
            var each = text.charAt(at);
            if (Character.isHighSurrogate(each) && at + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(at + 1))) {
                clean.append(each).append(text.charAt(++at));
            } else if (tricky(each)) {
                clean.append(String.format("\\u%04X", (int) each));
            } else {
                clean.append(each);
            }
        }
        return clean.toString();
    }

    /** The same as one line. */
    public static String line(String text) {
        return text(text).replaceAll("[\\n\\t ]+", " ").strip();
    }

    private static boolean tricky(char each) {
        return (Character.isISOControl(each) && each != '\n' && each != '\t')
                || Character.isSurrogate(each)
                || each == 0x061C || each == 0x200B || each == 0x200E || each == 0x200F || each == 0xFEFF
                || (each >= 0x2028 && each <= 0x202E) || (each >= 0x2066 && each <= 0x2069);
    }
}
