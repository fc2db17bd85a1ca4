package dev.rackside.workspace;

import dev.rackside.db.DatabaseAddress;
import dev.rackside.db.DatabaseAddress.Host;
import dev.rackside.db.Rights;
import dev.rackside.db.SchemaState;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.text.Messages;
import dev.rackside.workspace.ConnectionReport.Check;
import dev.rackside.workspace.ConnectionReport.Outcome;
import dev.rackside.workspace.ConnectionReport.Result;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tries a team's settings and says at which point a connection fails: the name, the port, TLS, the password, the
 * database, the rights or the tables. Takes seconds where a host doesn't answer. Changes nothing on the server.
 */
public final class ConnectionTest {

    private static final int ACCESS_DENIED_TO_DATABASE = 1044;
    private static final int SHOWN_TABLES = 4;

    private final Workspace.Team team;
    private final char[] password;
    private final List<Result> results = new ArrayList<>();
    /** The connection that all is asked on, once there is one. */
    private @Nullable Connection connection;
    /** Why none of the hosts that were safe to talk to let us in. */
    private @Nullable Problem refused;

    private ConnectionTest(Workspace.Team team, char[] password) {
        this.team = team;
        this.password = password;
    }

    /** @param password not kept; the caller wipes it */
    public static ConnectionReport run(Workspace.Team team, char[] password) {
        return new ConnectionTest(team, password).report();
    }

    private ConnectionReport report() {
        try {
            team.hosts().forEach(this::reach);
            signIn();
            return new ConnectionReport(results);
        } finally {
            close(connection);
        }
    }

    /** Name, port and TLS of one host. */
    private void reach(Host host) {
        var test = new HostTest(host);
        var addresses = test.addresses();
        results.add(test.name(addresses));
        var port = addresses.isPresent() ? test.port() : Result.notReached(Check.PORT, host.toString());
        results.add(port);
        results.add(port.outcome() == Outcome.PASSED ? tls(host) : Result.notReached(Check.TLS, host.toString()));
    }

    // The driver tells TLS apart from what comes after it only by signing in.
    private Result tls(Host host) {
        var address = new DatabaseAddress(List.of(host), team.database(), team.account(),
                DatabaseAddress.Transport.VERIFIED_TLS, team.certificate());
        try {
            var made = address.connect(password);
            if (connection == null) {
                connection = made;
            } else {
                close(made);
            }
        } catch (Problem problem) {
            switch (problem.code()) {
                case TLS_REFUSED -> {
                    return Result.of(Check.TLS, host.toString(), Outcome.FAILED, tlsReason(problem), host.name());
                }
                case CERTIFICATE_UNREADABLE -> {
                    return new Result(Check.TLS, host.toString(), Outcome.FAILED, words(problem));
                }
                default -> refused = refused == null ? problem : refused;
            }
        }
        return Result.of(Check.TLS, host.toString(), Outcome.PASSED, "tls.passed", host.name());
    }

    /** Which of the ways that TLS can fail it was: no TLS there, a certificate for another name, or one not trusted. */
    private static String tlsReason(Problem problem) {
        var said = causes(problem).map(cause -> String.valueOf(cause.getMessage())).toList();
        if (said.stream().anyMatch(words -> words.contains("ssl not enabled") || words.contains("TLS is enabled by"))) {
            return "tls.none";
        }
        return said.stream().anyMatch(words -> words.contains("hostname verification")
                || words.contains("No subject alternative") || words.contains("No name matching"))
                        ? "tls.other-name"
                        : "tls.untrusted";
    }

    private void signIn() {
        var open = connection;
        if (open == null) {
            results.addAll(refused == null ? notReached(Check.PASSWORD) : refusal(refused));
            return;
        }
        results.add(Result.of(Check.PASSWORD, team.account(), Outcome.PASSED, "password.passed", team.account()));
        results.add(Result.of(Check.DATABASE, team.database(), Outcome.PASSED, "database.passed", team.database()));
        try {
            var rights = Rights.read(open);
            results.add(rights(rights));
            results.addAll(rights.mayRead() ? List.of(schema(open)) : notReached(Check.SCHEMA));
        } catch (SQLException e) {
            results.add(Result.of(Check.RIGHTS, team.account(), Outcome.FAILED, "broken", plain(e)));
            results.addAll(notReached(Check.SCHEMA));
        }
    }

    private List<Result> refusal(Problem problem) {
        var found = new ArrayList<Result>();
        if (problem.code() == ErrorCode.PASSWORD_REFUSED) {
            found.add(failed(Check.PASSWORD, team.account(), "password.failed", team.account()));
            found.addAll(notReached(Check.DATABASE));
        } else if (problem.code() == ErrorCode.DATABASE_UNKNOWN || deniedToDatabase(problem)) {
            found.add(Result.of(Check.PASSWORD, team.account(), Outcome.PASSED, "password.passed", team.account()));
            found.add(failed(Check.DATABASE, team.database(), "database.failed", team.database(), team.account()));
            found.addAll(notReached(Check.RIGHTS));
        } else {
            found.add(failed(Check.PASSWORD, team.account(), "password.not-let-in", team.account(),
                    causes(problem).filter(SQLException.class::isInstance).map(ConnectionTest::plain).findFirst()
                            .orElseGet(() -> words(problem))));
            found.addAll(notReached(Check.DATABASE));
        }
        return found;
    }

    private Result rights(Rights rights) {
        if (!rights.mayRead()) {
            return failed(Check.RIGHTS, team.account(), "rights.failed", team.account(), few(rights.unreadable()));
        }
        return rights.mayWrite()
                ? Result.of(Check.RIGHTS, team.account(), Outcome.PASSED, "rights.write", team.account())
                : Result.of(Check.RIGHTS, team.account(), Outcome.LIMITED, "rights.read", team.account(),
                        few(rights.unwritable()));
    }

    private Result schema(Connection open) throws SQLException {
        var state = SchemaState.read(open);
        var problem = state.problem(team.database());
        if (problem.isEmpty()) {
            return Result.of(Check.SCHEMA, team.database(), Outcome.PASSED, "schema.passed", state.found());
        }
        var outcome = !state.mayRead() ? Outcome.FAILED : state.mayWrite() ? Outcome.PASSED : Outcome.LIMITED;
        return new Result(Check.SCHEMA, team.database(), outcome, words(problem.get()));
    }

    private static Result failed(Check check, String target, String key, Object... arguments) {
        return Result.of(check, target, Outcome.FAILED, key, arguments);
    }

    /** A check and all that come after it. */
    private List<Result> notReached(Check first) {
        return Stream.of(Check.values()).filter(check -> check.compareTo(first) >= 0)
                .map(check -> Result.notReached(check, check == Check.DATABASE || check == Check.SCHEMA
                        ? team.database()
                        : team.account()))
                .toList();
    }

    private static String few(List<String> tables) {
        var shown = String.join(", ", tables.subList(0, Math.min(SHOWN_TABLES, tables.size())));
        return tables.size() > SHOWN_TABLES
                ? Messages.get("workspace.test.more", shown, tables.size() - SHOWN_TABLES)
                : shown;
    }

    private static String words(Problem problem) {
        var key = "problem." + problem.code().key();
        var arguments = problem.arguments().toArray();
        return Messages.get(key + ".what", arguments) + " " + Messages.get(key + ".remedy", arguments);
    }

    /** The server's words without the driver's "(conn=12) " before them. */
    private static String plain(Throwable said) {
        return String.valueOf(said.getMessage()).replaceFirst("^\\(conn=\\d+\\) ", "");
    }

    private static boolean deniedToDatabase(Problem problem) {
        return causes(problem).anyMatch(
                cause -> cause instanceof SQLException sql && sql.getErrorCode() == ACCESS_DENIED_TO_DATABASE);
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause);
    }

    private static void close(@Nullable Connection open) {
        try {
            if (open != null) {
                open.close();
            }
        } catch (SQLException _) {
            // It was only lent for a look.
        }
    }
}
