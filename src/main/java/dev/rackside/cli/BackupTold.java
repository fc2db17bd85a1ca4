package dev.rackside.cli;

import dev.rackside.backup.BackupDetail;
import dev.rackside.backup.BackupWords;
import dev.rackside.backup.VerificationLevel;
import dev.rackside.backup.VerificationStatus;
import dev.rackside.backup.Watch;
import dev.rackside.backup.proving.Proof;
import dev.rackside.fault.Problem;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tells in a terminal what becomes of backups: in sentences, or as one JSON object at the end. */
final class BackupTold {

    private static final JsonMapper JSON = new JsonMapper();

    private final Terminal terminal;
    private final boolean json;
    private final ObjectNode told = JSON.createObjectNode();

    BackupTold(Terminal terminal, boolean json) {
        this.terminal = terminal;
        this.json = json;
    }

    /** Says each stage once, when it begins. */
    Watch watch() {
        var last = new AtomicReference<Watch.Stage>();
        return pace -> {
            if (last.getAndSet(pace.stage()) != pace.stage()) {
                terminal.progress("cli.backup.stage." + pace.stage().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            }
        };
    }

    void taken(BackupDetail detail) {
        var row = detail.row();
        if (json) {
            told.putObject("backup").put("id", row.id().toString()).put("file", row.filePath())
                    .put("bytes", row.sizeBytes()).put("sha256", detail.sha256())
                    .put("outcome", row.outcome().text());
        } else {
            terminal.say(Messages.get("cli.backup.taken", String.valueOf(row.filePath()),
                    Objects.requireNonNullElse(row.sizeBytes(), 0L), row.id()));
        }
    }

    /** A backup that came to nothing. */
    void failed(Problem problem) {
        if (json) {
            told.putObject("backup").put("outcome", "failed").put("reason", problem.arguments().getFirst())
                    .put("words", problem.arguments().getLast());
        }
        terminal.err().println(Told.what(problem) + " " + Told.remedy(problem));
    }

    /** What a proof found; gives the exit code. */
    int proved(UUID id, Proof proof, VerificationLevel asked) {
        if (json) {
            add(id, proof, proof.reached(asked));
        } else {
            say(id, proof);
        }
        if (proof.status() == VerificationStatus.FAILED) {
            return ExitCode.DOES_NOT_HOLD;
        }
        return proof.reached(asked) ? ExitCode.OK : ExitCode.NOT_PROVED;
    }

    private void say(UUID id, Proof proof) {
        var level = proof.level() == null ? "" : BackupWords.level(proof.level());
        switch (proof.status()) {
            case PASSED -> terminal.say(Messages.get("cli.backup.proved", id, proof.tables().size(),
                    proof.restoreTime() == null
                            ? 0
                            : proof.restoreTime().toMillis() / 1000.0));
            case FAILED -> {
                terminal.say(Messages.get("cli.backup.does-not-hold", id, level, reason(proof)));
                proof.differences().forEach(difference -> terminal.say("  " + difference));
            }
            case NOT_VERIFIED -> terminal.say(proof.reason() == null
                    ? Messages.get("cli.backup.held", id, level)
                    : Messages.get("cli.backup.not-proved", id, reason(proof), proof.words()));
        }
    }

    private static String reason(Proof proof) {
        return proof.reason() == null ? "" : BackupWords.reason(proof.reason().code());
    }

    private void add(UUID id, Proof proof, boolean reached) {
        var one = told.withArray("proofs").addObject().put("id", id.toString())
                .put("status", Coded.code(proof.status())).put("asAsked", reached);
        one.put("level", proof.level() == null ? null : Coded.code(proof.level()));
        one.put("reason", proof.reason() == null ? null : proof.reason().code());
        one.put("serverVersion", proof.serverVersion());
        one.put("restoreMillis", proof.restoreTime() == null ? null : Long.valueOf(proof.restoreTime().toMillis()));
        var differences = one.putArray("differences");
        proof.differences().forEach(differences::add);
    }

    /** There is no backup to look at. */
    int none() {
        terminal.progress("backup.none");
        return ExitCode.NOT_PROVED;
    }

    void end() {
        if (json) {
            terminal.say(told.toString());
        }
    }
}
