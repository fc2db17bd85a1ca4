package dev.rackside.credential;

import dev.rackside.fault.Problem;
import dev.rackside.text.Messages;
import java.util.function.Supplier;

/**
 * What one probe of a connection found.
 *
 * @param name what was tried, as it stands in the row: {@code read tickets}
 * @param result how it went
 * @param words what there is to add; empty for nothing
 */
public record Finding(String name, Result result, String words) {

    /** How a probe went. */
    public enum Result {
        PASSED, REFUSED, FAILED, NOT_TESTED
    }

    /** Tries something; a problem is what was found. */
    public static Finding of(String name, Supplier<String> probe) {
        try {
            return new Finding(name, Result.PASSED, probe.get());
        } catch (Problem problem) {
            var words = Messages.get("problem." + problem.code().key() + ".what", problem.arguments().toArray());
            return new Finding(name, switch (problem.code()) {
                case OUTSIDE_SIGN_IN, OUTSIDE_FORBIDDEN, OUTSIDE_REFUSED -> Result.REFUSED;
                default -> Result.FAILED;
            }, words);
        }
    }

    public static Finding untested(String name, String why) {
        return new Finding(name, Result.NOT_TESTED, why);
    }

    /** As the row says it. */
    String written() {
        var result = switch (result()) {
            case PASSED -> "passed";
            case REFUSED -> "refused";
            case FAILED -> "failed";
            case NOT_TESTED -> "not tested";
        };
        return words.isBlank() ? result : result + ": " + words;
    }
}
