package dev.rackside.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A pattern's signature read both ways: as the text that it is, and as a regular expression where it is one. Case never
 * matters, and {@code ^} and {@code $} hold at each line.
 *
 * @param text as it stands in the row
 * @param fault why it is no regular expression, in the words of Java; null where it is one
 * @param faultAt the character where that shows, from 0; -1 where nobody can tell
 */
public record Signature(String text, @Nullable String fault, int faultAt) {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.MULTILINE;
    private static final int MOST_MATCHES = 1000;
    private static final long PATIENCE_NANOS = 2_000_000_000L;

    /**
     * Where a text was searched for the signature.
     *
     * @param plain where it stands as plain text, from 0; -1 where it doesn't
     * @param matches what the regular expression found, at most {@value #MOST_MATCHES}; none where it isn't one
     * @param tooSlow whether the search was given up: the expression takes too long on such a text
     */
    public record Trial(int plain, List<Match> matches, boolean tooSlow) {}

    /** A stretch of the text. */
    public record Match(int line, String found) {}

    /** Looks whether a signature is a regular expression too. */
    public static Signature of(@Nullable String text) {
        var written = text == null ? "" : text;
        try {
            Pattern.compile(written, FLAGS);
            return new Signature(written, null, -1);
        } catch (PatternSyntaxException broken) {
            return new Signature(written, broken.getDescription(), broken.getIndex());
        } catch (StackOverflowError deep) {
            return new Signature(written, "nested too deep", -1);
        }
    }

    /** Whether it has a character that means something else in a regular expression than itself. */
    public boolean plain() {
        return text.chars().noneMatch(each -> "\\^$.|?*+()[]{}".indexOf(each) >= 0);
    }

    /** Searches a text. May take two seconds, so never on the screen thread. */
    public Trial trial(String where) {
        var plain = text.isEmpty()
                ? -1
                : where.toLowerCase(Locale.ROOT).indexOf(text.toLowerCase(Locale.ROOT));
        if (fault != null || text.isEmpty()) {
            return new Trial(plain, List.of(), false);
        }
        var matches = new ArrayList<Match>();
        try {
            var matcher = Pattern.compile(text, FLAGS).matcher(new Impatient(where,
                    System.nanoTime() + PATIENCE_NANOS));
            while (matches.size() < MOST_MATCHES && matcher.find()) {
                matches.add(new Match(line(where, matcher.start()), where.substring(matcher.start(), matcher.end())));
            }
            return new Trial(plain, List.copyOf(matches), false);
        } catch (TooSlow | StackOverflowError _) {
            return new Trial(plain, List.copyOf(matches), true);
        }
    }

    private static int line(String text, int at) {
        return 1 + (int) text.substring(0, at).chars().filter(each -> each == '\n').count();
    }

    private static final class TooSlow extends RuntimeException {
        TooSlow() {
            super(null, null, false, false);
        }
    }

    /** A text that a regular expression can read for so long only: some need longer than the universe is old. */
    private record Impatient(CharSequence text, long until) implements CharSequence {

        @Override
        public char charAt(int index) {
            if (Thread.currentThread().isInterrupted() || System.nanoTime() - until > 0) {
                throw new TooSlow();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Impatient(text.subSequence(start, end), until);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
