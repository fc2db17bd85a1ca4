package dev.rackside.update;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A version as <a href="https://semver.org/spec/v2.0.0.html">Semantic Versioning 2.0.0</a> has it, in its order: what
 * stands behind a hyphen ({@code -SNAPSHOT}) comes before the release, what stands behind a plus sign counts nothing.
 */
public final class Version implements Comparable<Version> {

    private static final int LONGEST = 80;
    private static final String NUMBER = "(?:0|[1-9]\\d*)";
    private static final String BEFORE = "(?:" + NUMBER + "|\\d*[A-Za-z-][0-9A-Za-z-]*)";
    private static final Pattern FORM = Pattern.compile("(" + NUMBER + "\\." + NUMBER + "\\." + NUMBER + ")(?:-("
            + BEFORE + "(?:\\." + BEFORE + ")*))?(?:\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?");

    private final String words;
    private final List<BigInteger> numbers;
    private final List<String> before;

    private Version(String words, List<BigInteger> numbers, List<String> before) {
        this.words = words;
        this.numbers = numbers;
        this.before = before;
    }

    /** Empty where it is no version. */
    public static Optional<Version> of(String words) {
        var form = FORM.matcher(words);
        if (words.length() > LONGEST || !form.matches()) {
            return Optional.empty();
        }
        var numbers = Stream.of(form.group(1).split("\\.", -1)).map(BigInteger::new).toList();
        var before = form.group(2);
        return Optional.of(new Version(words, numbers,
                before == null ? List.of() : Arrays.asList(before.split("\\.", -1))));
    }

    @Override
    public int compareTo(Version other) {
        for (var part = 0; part < numbers.size(); part++) {
            var compared = numbers.get(part).compareTo(other.numbers.get(part));
            if (compared != 0) {
                return compared;
            }
        }
        if (before.isEmpty() || other.before.isEmpty()) {
            return Boolean.compare(before.isEmpty(), other.before.isEmpty());
        }
        for (var part = 0; part < Math.min(before.size(), other.before.size()); part++) {
            var compared = compared(before.get(part), other.before.get(part));
            if (compared != 0) {
                return compared;
            }
        }
        return Integer.compare(before.size(), other.before.size());
    }

    /** Numbers come before words. */
    private static int compared(String one, String other) {
        var number = one.matches("\\d+");
        if (number != other.matches("\\d+")) {
            return number ? -1 : 1;
        }
        return number ? new BigInteger(one).compareTo(new BigInteger(other)) : one.compareTo(other);
    }

    /** Whether neither comes before the other. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Version version && compareTo(version) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * numbers.hashCode() + before.hashCode();
    }

    @Override
    public String toString() {
        return words;
    }
}
