package dev.rackside.workspace;

import dev.rackside.text.Messages;
import java.util.List;

/**
 * What a test of a team's settings found, in the order in which a connection comes about.
 *
 * @param results each check once, those of name, port and TLS once for each host
 */
public record ConnectionReport(List<Result> results) {

    public ConnectionReport {
        results = List.copyOf(results);
    }

    /** What is looked at. */
    public enum Check {
        /** The host's name is known. */
        NAME,
        /** A MariaDB server listens there. */
        PORT,
        /** The connection is encrypted and the server is who it says. */
        TLS,
        /** The server takes account and password. */
        PASSWORD,
        /** The database is there. */
        DATABASE,
        /** The account may read, and perhaps write. */
        RIGHTS,
        /** The tables are of a version that this program can work with. */
        SCHEMA
    }

    /** How a check ended. */
    public enum Outcome {
        PASSED,
        /** The connection works, but not as one may wish: it only reads. */
        LIMITED, FAILED,
        /** An earlier check failed. */
        NOT_REACHED
    }

    /**
     * One check.
     *
     * @param target what was looked at: a host and its port, an account, a database
     * @param sentence what was found, for a person to read; never a secret
     */
    public record Result(Check check, String target, Outcome outcome, String sentence) {

        static Result of(Check check, String target, Outcome outcome, String key, Object... arguments) {
            return new Result(check, target, outcome, Messages.get("workspace.test." + key, arguments));
        }

        static Result notReached(Check check, String target) {
            return of(check, target, Outcome.NOT_REACHED, "not-reached");
        }
    }

    /** Whether nothing failed; a workspace that can only be read has passed. */
    public boolean passed() {
        return results.stream()
                .allMatch(result -> result.outcome() == Outcome.PASSED || result.outcome() == Outcome.LIMITED);
    }

    /** Whether the database was reached, whatever it holds and whatever may be done there. */
    public boolean connects() {
        return results.stream().filter(result -> result.check().compareTo(Check.DATABASE) <= 0)
                .allMatch(result -> result.outcome() == Outcome.PASSED || result.outcome() == Outcome.LIMITED);
    }
}
