package dev.rackside.cli;

import dev.rackside.access.SignedIn;
import dev.rackside.cli.Report.Grade;
import dev.rackside.db.DatabaseAddress;
import dev.rackside.db.DatabaseAddress.Transport;
import dev.rackside.db.Examination;
import dev.rackside.db.Examination.Right;
import dev.rackside.db.SchemaState;
import dev.rackside.fault.Problem;
import dev.rackside.server.ServerVersion;
import java.time.Duration;
import java.time.Instant;

/** Looks at one database: the way there, the account, the tables and what is in them. Changes nothing. */
final class DatabaseCheck {

    private static final Duration SKEW = Duration.ofMinutes(2);

    private final DatabaseAddress address;
    private final boolean local;
    private final Report report;
    private final Terminal terminal;

    /** @param local whether the database is a local workspace's, whose tables are migrated when it is opened */
    DatabaseCheck(DatabaseAddress address, boolean local, Report report, Terminal terminal) {
        this.address = address;
        this.local = local;
        this.report = report;
        this.terminal = terminal;
    }

    void run(char[] password) {
        terminal.progress("cli.doctor.connecting", address.hostList());
        try (var examination = Examination.of(address, password)) {
            server(examination);
            step("cluster", () -> cluster(examination));
            step("clock", () -> clock(examination));
            step("schema", () -> schema(examination));
        } catch (Problem e) {
            report.add(Grade.FAIL, subject(e), e);
        }
    }

    private void server(Examination examination) {
        var version = examination.serverVersion();
        var old = ServerVersion.in(version).filter(found -> found.compareTo(ServerVersion.OLDEST) < 0).isPresent();
        report.add(old ? Grade.FAIL : Grade.OK, "server", old ? "old" : "answers", address.hostList(), version,
                ServerVersion.OLDEST.toString());
        if (address.transport() == Transport.LOOPBACK) {
            report.add(Grade.OK, "tls", "loopback");
        } else {
            report.add(Grade.OK, "tls", "verified", examination.tls().orElse("TLS"));
        }
    }

    private void cluster(Examination examination) {
        examination.ready();
        examination.clusterSize().ifPresent(size -> {
            var grade = size < 3 ? Grade.WARN : Grade.OK;
            report.add(grade, "cluster", grade == Grade.OK ? "ready" : "small", size);
        });
    }

    private void clock(Examination examination) {
        var before = Instant.now();
        var there = examination.clock();
        var here = before.plus(Duration.between(before, Instant.now()).dividedBy(2));
        var skew = Duration.between(here, there);
        var off = skew.abs().compareTo(SKEW) > 0;
        report.add(off ? Grade.WARN : Grade.OK, "clock", off ? "off" : "agrees", skew.abs().toSeconds());
    }

    private void schema(Examination examination) {
        var state = examination.state();
        if (state.interrupted()) {
            report.add(local ? Grade.WARN : Grade.FAIL, "schema", local ? "interrupted-here" : "interrupted",
                    state.found(), state.known());
        } else if (state.kind() == SchemaState.Kind.CURRENT) {
            report.add(Grade.OK, "schema", "current", state.known());
        } else if (local && state.kind() != SchemaState.Kind.NEWER) {
            report.add(Grade.WARN, "schema", "opening-migrates", state.found(), state.known());
        } else {
            state.problem(address.database())
                    .ifPresent(problem -> report.add(state.mayRead() ? Grade.WARN : Grade.FAIL, "schema", problem));
        }
        account(examination, state.mayRead());
        if (state.mayRead()) {
            step("rights", () -> rights(examination));
            terminal.progress("cli.doctor.counting");
            step("texts", () -> texts(examination));
            step("rules", () -> rules(examination));
        }
    }

    private void account(Examination examination, boolean known) {
        var account = examination.account();
        if (!known) {
            report.add(Grade.OK, "account", "signed-in", account);
            return;
        }
        step("account", () -> {
            var username = account.substring(0, account.lastIndexOf('@'));
            var person = examination.connected(connection -> SignedIn.displayName(connection, username));
            if (person.isPresent()) {
                report.add(Grade.OK, "account", "known", account, person.get());
            } else if (local) {
                report.add(Grade.OK, "account", "signed-in", account);
            } else {
                report.add(Grade.WARN, "account", "unknown", account, username);
            }
        });
    }

    private void rights(Examination examination) {
        var missing = examination.missingRights();
        if (missing.isEmpty()) {
            report.add(Grade.OK, "rights", "enough");
        }
        for (var lacked : missing) {
            var grade = lacked.right() == Right.SELECT ? Grade.FAIL : Grade.WARN;
            report.add(grade, "rights", grade == Grade.FAIL ? "unreadable" : "missing", lacked.right().name(),
                    String.join(", ", lacked.tables()));
        }
    }

    private void rules(Examination examination) {
        var rules = examination.unenforcedRules();
        var broken = rules.stream().filter(rule -> rule.broken().orElse(0) > 0).count();
        var grade = broken > 0 ? Grade.WARN : Grade.OK;
        report.add(grade, "rules", rules.isEmpty() ? "all" : broken > 0 ? "broken" : "kept", rules.size(), broken);
        RuleLines.of(rules).forEach(report::detail);
    }

    private void texts(Examination examination) {
        var found = examination.longTexts();
        if (found.isEmpty()) {
            report.add(Grade.OK, "texts", "fit");
        }
        found.forEach(text -> report.add(Grade.WARN, "texts", "near", text.table(), text.column(), text.rows(),
                text.capacity()));
    }

    /** One check; where it can't be made, that is its finding, and the others go on. */
    private void step(String subject, Runnable check) {
        try {
            check.run();
        } catch (Problem e) {
            report.add(Grade.FAIL, subject, e);
        }
    }

    private static String subject(Problem problem) {
        return switch (problem.code()) {
            case TLS_REFUSED -> "tls";
            case PASSWORD_REFUSED -> "account";
            case RIGHTS_MISSING -> "rights";
            case CLUSTER_NOT_READY -> "cluster";
            default -> "server";
        };
    }
}
